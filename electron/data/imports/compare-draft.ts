import { latestChangeSetId } from '#electron/db/history.ts';
import { type ComparedRow, compareTables } from '#shared/roster/compare-rows.ts';
import type { TableDecisions } from '#shared/roster/decide.ts';
import type { RosterTable } from '#shared/roster/find-tables.ts';
import type { Context } from '../context.ts';
import { breathe, type JobControl } from '../job-control.ts';
import type { DraftTable, ImportDraft } from './draft-store.ts';
import { prefetchLedger } from './ledger-lookup.ts';

/** What comparing needs: the ledger, the day it is, and whose work it is. */
type Clock = Pick<Context, 'open' | 'today' | 'actor'>;

/** Compares all tables of a draft with the ledger as it is now and with each other, in slices. */
export async function compareDraft(
  context: Clock,
  draft: ImportDraft,
  job: JobControl,
): Promise<ImportDraft> {
  const comparedAt = latestChangeSetId(context.open().ledger.read);
  const work = comparison(context, draft.tables);
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return { ...draft, tables: withRows(draft.tables, step.value), comparedAt };
    job.progress('比对', step.value, countRows(draft.tables));
    await breathe(job.signal);
  }
}

/** Compares again at once, without letting others in, when the ledger has changed since; answers whether that matters. */
export function refreshDraft(
  context: Clock,
  draft: ImportDraft,
): { readonly draft: ImportDraft; readonly changed: boolean } {
  const now = latestChangeSetId(context.open().ledger.read);
  if (now === draft.comparedAt) return { draft, changed: false };
  const work = comparison(context, draft.tables);
  let step = work.next();
  while (step.done !== true) step = work.next();
  const tables = withRows(draft.tables, step.value);
  const changed = tables.some(
    (each, index) => fingerprint(each.rows) !== fingerprint(draft.tables[index]?.rows ?? []),
  );
  return { draft: { ...draft, tables, comparedAt: now }, changed };
}

function comparison(context: Clock, tables: readonly DraftTable[]) {
  const { ledger } = context.open();
  const chosen = tables.flatMap(({ work }) =>
    [...work.decisions.rows.values()].flatMap((decision) =>
      decision.action === 'firm' ? decision.firmId : [],
    ),
  );
  const lookup = prefetchLedger(
    ledger.read,
    tables.flatMap(({ checked }) => checked),
    chosen,
    { open: context.open(), today: context.today(), actor: context.actor },
  );
  return compareTables(
    tables.map(({ checked, work, fileName, table }) => ({
      rows: checked,
      decisions: withinColumns(work.decisions, table),
      label: `${fileName} ${table.sheet}`,
    })),
    lookup,
  );
}

/** A blank erases only in a column that the table has: a field that no column feeds says nothing of the firm. */
function withinColumns(decisions: TableDecisions, { columns }: RosterTable): TableDecisions {
  if (decisions.clearBlanks.size === 0) return decisions;
  const fed = new Set(columns.map(({ field }) => field));
  const clearBlanks = new Set([...decisions.clearBlanks].filter((field) => fed.has(field)));
  return { ...decisions, clearBlanks };
}

function withRows(
  tables: readonly DraftTable[],
  rows: readonly (readonly ComparedRow[])[],
): readonly DraftTable[] {
  return tables.map((table, index) => ({ ...table, rows: rows[index] ?? [] }));
}

function countRows(tables: readonly DraftTable[]): number {
  return tables.reduce((sum, { checked }) => sum + checked.length, 0);
}

function fingerprint(rows: readonly ComparedRow[]): string {
  return JSON.stringify(
    rows.map(({ outcome, firmId, changes, addsTitle, records }) => [
      outcome,
      firmId,
      changes,
      addsTitle,
      records,
    ]),
  );
}
