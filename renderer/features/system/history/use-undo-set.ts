import { App } from 'antd';
import { useUndo } from '#renderer/ui/use-undo.ts';
import { type ChangeSet, setTitle } from './change-set.ts';

/** Takes a change set back after saying how far it reaches; rows that moved on since are listed. */
export function useUndoSet(): (set: ChangeSet) => Promise<void> {
  const undo = useUndo();
  const { message } = App.useApp();
  return async (set) => {
    const why = set.reason === '' ? '' : `（${set.reason}）`;
    const done = await undo({
      changeSetId: set.id,
      title: `撤销${setTitle(set)}？`,
      lines: [`“${set.kindLabel}”${why}改动的 ${set.changeCount} 行全部恢复到改动之前。`],
    });
    if (done) void message.success(`已撤销变更集 ${set.id}`);
  };
}
