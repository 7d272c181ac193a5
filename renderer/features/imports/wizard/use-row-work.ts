import { useWrite } from '#renderer/client/use-query.ts';
import type { InputOf } from '#shared/contract/api.ts';
import type { Decision, DraftTable, RowPlace } from '../outcomes.ts';
import type { ConflictWay } from './decision-text.ts';

type Options = Pick<DraftTable, 'table' | 'mode' | 'clearBlanks'>;

/**
 * What a person does to the rows of a draft. Each act answers whether it was done (a failure has opened the error
 * dialog); the draft and its rows are read again before it answers.
 */
export type RowWork = {
  /** An act is under way; another has to wait. */
  readonly busy: boolean;
  /** Decides about rows; null takes their decisions back. */
  readonly decide: (rows: readonly RowPlace[], decision: Decision | null) => Promise<boolean>;
  readonly confirm: (rows: readonly RowPlace[], confirmed: boolean) => Promise<boolean>;
  readonly confirmTables: (tables: readonly number[]) => Promise<boolean>;
  /** Corrects a cell; null gives it back what the sender wrote. */
  readonly fix: (place: RowPlace, field: string, text: string | null) => Promise<boolean>;
  /** Answers how many conflicts of these tables are left; null when it failed. */
  readonly decideConflicts: (tables: readonly number[], way: ConflictWay) => Promise<number | null>;
  readonly setOptions: (options: readonly Options[]) => Promise<boolean>;
};

/** The work on the rows of one draft. */
export function useRowWork(draftId: string): RowWork {
  const decide = useWrite('imports.decide');
  const confirm = useWrite('imports.confirm');
  const fix = useWrite('imports.fix');
  const conflicts = useWrite('imports.decideConflicts');
  const options = useWrite('imports.setOptions');
  return {
    busy: [decide, confirm, fix, conflicts, options].some(({ isPending }) => isPending),
    decide: (rows, decision) =>
      eachDone(byTable(rows), (part) => decide.mutateAsync({ draftId, ...part, decision })),
    confirm: (rows, confirmed) =>
      eachDone(byTable(rows), (part) => confirm.mutateAsync({ draftId, ...part, confirmed })),
    confirmTables: (tables) =>
      eachDone(tables, (table) => confirm.mutateAsync({ draftId, table, rows: null, confirmed: true })),
    fix: ({ table, row }, field, text) =>
      eachDone([table], () => fix.mutateAsync({ draftId, table, row, field, text })),
    decideConflicts: async (tables, way) => {
      let left = 0;
      const done = await eachDone(tables, async (table) => {
        const draft = await conflicts.mutateAsync({ draftId, table, way });
        left += draft.tables.find((each) => each.table === table)?.counts.conflicts ?? 0;
      });
      return done ? left : null;
    },
    setOptions: (list) =>
      eachDone(list, ({ table, mode, clearBlanks }) =>
        options.mutateAsync({ draftId, table, mode, clearBlanks: [...clearBlanks] }),
      ),
  };
}

/** One after the other, until one fails; useWrite shows why. */
async function eachDone<T>(parts: readonly T[], act: (part: T) => Promise<unknown>): Promise<boolean> {
  try {
    for (const part of parts) await act(part);
    return true;
  } catch {
    // useWrite has opened the error dialog; what was done before stays done and is on screen.
    return false;
  }
}

/** Rows of several tables as one piece of work for each table. */
export function byTable(
  rows: readonly RowPlace[],
): readonly Pick<InputOf<'imports.decide'>, 'table' | 'rows'>[] {
  const parts = new Map<number, number[]>();
  for (const { table, row } of rows) parts.set(table, [...(parts.get(table) ?? []), row]);
  return [...parts].map(([table, numbers]) => ({ table, rows: numbers }));
}
