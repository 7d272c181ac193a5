import { App } from 'antd';
import { CallError, call } from '#renderer/client/api.ts';
import { useErrorDialog } from '#renderer/ui/error-dialog.tsx';
import { useUndo } from '#renderer/ui/use-undo.ts';
import type { OutputOf } from '#shared/contract/api.ts';

/** Takes back the change set behind an entry of the history, after saying how far it reached. */
export function useUndoChange(): (changeSetId: number) => Promise<void> {
  const undo = useUndo();
  const showError = useErrorDialog();
  const { message } = App.useApp();
  return async (changeSetId) => {
    try {
      const { changeSet } = await call('changes.get', { id: changeSetId, limit: 1 });
      if (changeSet.undoneById !== null) {
        void message.info(`这次变更已由变更集 ${changeSet.undoneById} 撤销`);
        return;
      }
      const done = await undo({ changeSetId, title: '撤销这次变更？', lines: reach(changeSet) });
      if (done) void message.success('已撤销');
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      showError(error.failure);
    }
  };
}

/** Says when the set touched more than the firm on screen: the whole set goes, never a part of it. */
function reach({ kindLabel, reason, changeCount }: OutputOf<'changes.get'>['changeSet']): readonly string[] {
  return [
    `将撤销“${kindLabel}”${reason === '' ? '' : `（${reason}）`}，其中的 ${changeCount} 项改动全部恢复到之前。`,
    ...(changeCount > 1 ? ['这些改动是一起做的，只能一起撤销，可能涉及其他企业。'] : []),
  ];
}
