import { App } from 'antd';
import { useUndo } from '#renderer/ui/use-undo.ts';
import type { HistoryEntry } from './history-tab.tsx';

/** Takes an entry of a firm's history back: what it did to this firm alone, or the whole change set. */
export function useUndoEntry(firm: { readonly id: number; readonly name: string }) {
  const undo = useUndo();
  const { message } = App.useApp();
  const whole = async ({ changeSet }: HistoryEntry) => {
    const { id, kindLabel, reason, changeCount } = changeSet;
    const done = await undo({
      changeSetId: id,
      title: '撤销这次变更？',
      lines: [
        `将撤销“${kindLabel}”${reason === '' ? '' : `（${reason}）`}，其中的 ${changeCount} 项改动全部恢复到之前。`,
        ...(changeCount > 1 ? ['这些改动是一起做的，一起撤销，可能涉及其他企业。'] : []),
      ],
    });
    if (done) void message.success('已撤销');
  };
  const part = async ({ changeSet, rows }: HistoryEntry) => {
    const { id, kindLabel, reason, changeCount } = changeSet;
    const done = await undo({
      changeSetId: id,
      firmId: firm.id,
      title: '撤销此项？',
      lines: [
        `只把“${kindLabel}”${reason === '' ? '' : `（${reason}）`}对${firm.name}的 ${rows.length} 项改动恢复到之前。`,
        `同一次变更的其余 ${changeCount - rows.length} 项不变。`,
      ],
    });
    if (done) void message.success('已撤销此项');
  };
  return {
    whole,
    here: (entry: HistoryEntry) => (entry.alone ? part(entry) : whole(entry)),
  };
}
