import { useState } from 'react';
import { useUndo } from '#renderer/ui/use-undo.ts';

/** 撤销本次导入: takes back a whole import, all files that were committed together. */
export function useUndoImport() {
  const [undone, setUndone] = useState(false);
  const undo = useUndo();
  return {
    /** Whether an import was taken back through this page. */
    undone,
    ask: async (changeSetId: number, files: readonly string[]) => {
      const done = await undo({
        changeSetId,
        title: '撤销本次导入？',
        lines: [
          `将撤销一次导入的全部内容：${[...new Set(files)].join('、')}。`,
          '这次新增的企业会被移除，变更过的项目恢复导入前的内容；之后又有人改动的，会列出来并拒绝撤销。',
        ],
      });
      if (done) setUndone(true);
    },
  };
}
