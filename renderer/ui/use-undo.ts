import { useWrite } from '#renderer/client/use-query.ts';
import { useConfirm } from './use-confirm.tsx';

/** What will be taken back, said before it happens. */
export type UndoQuestion = {
  readonly changeSetId: number;
  /** Only what the set did to this firm; the whole set without it. */
  readonly firmId?: number;
  readonly title: string;
  /** What the ledger loses, one sentence a line. */
  readonly lines: readonly string[];
};

/**
 * 撤销: asks for confirmation and a reason, then takes a change set back. Answers whether it was done; a refusal
 * (rows that moved on since) opens the error dialog with the list.
 */
export function useUndo(): (question: UndoQuestion) => Promise<boolean> {
  const { askReason } = useConfirm();
  const write = useWrite('changes.undo');
  return async ({ changeSetId, firmId, title, lines }) => {
    const reason = await askReason({
      title,
      lines: [...lines, '撤销本身也记入变更历史，需要时可以再撤销回来。'],
      okText: '撤销',
    });
    if (reason === null) return false;
    return write.mutateAsync({ id: changeSetId, firmId: firmId ?? null, reason }).then(
      () => true,
      () => false, // useWrite has shown why
    );
  };
}
