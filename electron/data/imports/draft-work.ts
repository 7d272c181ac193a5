import { AppError } from '#shared/contract/errors.ts';
import { type FirmField, firmFields } from '#shared/domain/firm.ts';
import type { ComparedRow } from '#shared/roster/compare-rows.ts';
import { type ImportMode, type RowDecision, sameDecision } from '#shared/roster/decide.ts';
import { isFirmOrTitleField, isRecordField, isRosterField } from '#shared/roster/fields.ts';
import { addressOf } from '#shared/roster/grid.ts';
import { isRecordKind, type RosterKind } from '#shared/roster/kinds.ts';
import { hasRecordField } from '#shared/roster/records/index.ts';
import type { Context, OpenLedger } from '../context.ts';
import type { JobControl } from '../job-control.ts';
import { compareDraft } from './compare-draft.ts';
import {
  type ChosenMapping,
  type DraftTable,
  type ImportDraft,
  newDraftId,
  type TableWork,
} from './draft-store.ts';
import { makeTable, readDraft } from './open-draft.ts';
import { findersOf } from './roster-context.ts';

/** Reads the files of the tokens into a new draft; a kept one outlives a restart. */
export async function openDraft(
  context: Context,
  {
    tokens,
    kind,
    keep,
  }: { readonly tokens: readonly string[]; readonly kind: RosterKind | null; readonly keep: boolean },
  job: JobControl,
): Promise<ImportDraft> {
  const files = tokens.map((token) => {
    const file = context.files[token];
    if (file === undefined) throw new AppError('file-token-unknown');
    return file;
  });
  const id = newDraftId();
  const draft = await readDraft(context, id, files, kind, () => undefined, job);
  if (keep && draft.tables.length > 0) {
    const readable = files.filter(({ name }) => draft.tables.some(({ fileName }) => fileName === name));
    context.draftFiles.create(id, readable, kind, context.now());
    context.draftFiles.save(draft);
  }
  return context.drafts.put(draft);
}

/** A draft by its id, from memory or read again from its folder. Throws `draft-missing`. */
export async function getDraft(context: Context, id: string, job: JobControl): Promise<ImportDraft> {
  const ready = context.drafts.get(id);
  if (ready !== undefined) return ready;
  const stored = context.draftFiles.load(id);
  if (stored === undefined) throw new AppError('draft-missing');
  const draft = await readDraft(context, id, stored.files, stored.kind, (table) => stored.work[table], job);
  return context.drafts.put(draft);
}

/** Does one thing to one table of a draft: checks it again when its cells or columns changed, and compares the draft again. */
async function changeTable(
  context: Context,
  target: { readonly draftId: string; readonly table: number },
  change: (table: DraftTable) => TableWork,
  job: JobControl,
): Promise<ImportDraft> {
  const draft = await getDraft(context, target.draftId, job);
  if (draft.committed) throw new AppError('import-already-committed');
  const table = draft.tables[target.table];
  if (table === undefined) throw new AppError('not-found');
  const work = change(table);
  const reread = work.mapping !== table.work.mapping || work.fixes !== table.work.fixes;
  const changed = reread ? await makeTable(context.open(), table, work, job) : { ...table, work };
  const next = {
    ...draft,
    tables: draft.tables.map((each, index) => (index === target.table ? changed : each)),
  };
  const compared =
    reread || work.decisions !== table.work.decisions ? await compareDraft(context, next, job) : next;
  context.draftFiles.save(compared);
  return context.drafts.put(compared);
}

type Target = { readonly draftId: string; readonly table: number };

/** Gives the columns of a table to other fields. */
export function remapTable(
  context: Context,
  {
    kind,
    columns,
    ...target
  }: Target & {
    readonly kind: RosterKind;
    readonly columns: readonly { readonly index: number; readonly field: string | null }[];
  },
  job: JobControl,
): Promise<ImportDraft> {
  const chosen = columns.map(({ index, field }) => {
    if (field === null) return { index, field };
    if (!isRosterField(field)) throw new AppError('bad-request', { problem: `没有“${field}”这一栏。` });
    return { index, field };
  });
  return changeTable(
    context,
    target,
    ({ work, table }) => {
      const mapping = { kind, columns: fitting(context.open(), table.kind, kind, chosen), byHand: true };
      return { ...work, mapping, confirmed: new Set() };
    },
    job,
  );
}

/** Corrects one cell in place; null takes the correction back. */
export function fixCell(
  context: Context,
  {
    row,
    field,
    text,
    ...target
  }: Target & { readonly row: number; readonly field: string; readonly text: string | null },
  job: JobControl,
): Promise<ImportDraft> {
  return changeTable(
    context,
    target,
    ({ table, work }) => {
      const column = table.columns.find((each) => each.field === field);
      if (column === undefined)
        throw new AppError('bad-request', { problem: '这张表没有这一栏，不能修改。' });
      if (!table.rows.some(({ number }) => number === row)) throw new AppError('not-found');
      const fixes = new Map(work.fixes);
      const address = addressOf(row, column.index);
      if (text === null) fixes.delete(address);
      else fixes.set(address, text);
      return { ...work, fixes, confirmed: without(work.confirmed, [row]) };
    },
    job,
  );
}

/** Decides about rows that wait for a person; a decision that a row does not offer leaves it as it is. */
export function decideRows(
  context: Context,
  {
    rows,
    decision,
    ...target
  }: Target & { readonly rows: readonly number[]; readonly decision: RowDecision | null },
  job: JobControl,
): Promise<ImportDraft> {
  return changeTable(
    context,
    target,
    (table) => {
      const wanted = new Set(rows);
      const decided = new Map(table.work.decisions.rows);
      for (const row of table.rows) {
        const { row: number } = row.checked;
        if (!wanted.has(number)) continue;
        const offered =
          decision !== null &&
          (decision.action === 'skip' ||
            mayBelongTo(row, decision) ||
            row.choices.some((choice) => sameDecision(choice.decision, decision)));
        if (decision === null || offered) decided.delete(number);
        // Set anew, so that the newest decision comes last.
        if (decision !== null && offered) decided.set(number, decision);
      }
      return { ...table.work, decisions: { ...table.work.decisions, rows: decided } };
    },
    job,
  );
}

/** Of another kind with fields of its own only those count that it has; the other columns are read anew as it does. */
function fitting(
  { pack }: OpenLedger,
  before: RosterKind,
  kind: RosterKind,
  columns: ChosenMapping['columns'],
): ChosenMapping['columns'] {
  if (before === kind || (!isRecordKind(before) && !isRecordKind(kind))) return columns;
  return columns.filter(({ field }) => {
    if (field === null) return false;
    if (!isRecordKind(kind)) return isFirmOrTitleField(field);
    return isRecordField(field) ? hasRecordField(field, kind, findersOf(pack)) : false;
  });
}

/** A record of a firm that was not found may be given to any firm of the ledger. */
function mayBelongTo(row: ComparedRow, decision: RowDecision): boolean {
  if (decision.action !== 'firm' || decision.identity !== 'ledger' || row.checked.recordKind === null)
    return false;
  return row.decision?.action === 'firm' || row.issues.some(({ code }) => code === 'firm-unknown');
}

/** Decides the same way about every conflict of a table: leave it out, keep the ledger's name and code, or take the roster's. */
export function decideConflicts(
  context: Context,
  { way, ...target }: Target & { readonly way: 'skip' | 'ledger' | 'roster' },
  job: JobControl,
): Promise<ImportDraft> {
  return changeTable(
    context,
    target,
    ({ rows, work }) => {
      const decided = new Map(work.decisions.rows);
      for (const row of rows) {
        if (row.outcome !== 'conflict') continue;
        const offers = row.choices.map((choice) => choice.decision);
        const fitting = offers.filter((offer) =>
          way === 'skip' ? offer.action === 'skip' : offer.action === 'firm' && offer.identity === way,
        );
        const [only, second] = fitting;
        if (only !== undefined && second === undefined) decided.set(row.checked.row, only);
      }
      return { ...work, decisions: { ...work.decisions, rows: decided } };
    },
    job,
  );
}

/** Chooses 新增和更新、仅新增、仅更新 and the fields whose blanks erase. */
export function setOptions(
  context: Context,
  {
    mode,
    clearBlanks,
    ...target
  }: Target & { readonly mode: ImportMode; readonly clearBlanks: readonly string[] },
  job: JobControl,
): Promise<ImportDraft> {
  const fields = firmFields.filter((field): field is FirmField => clearBlanks.includes(field));
  return changeTable(
    context,
    target,
    ({ work }) => ({ ...work, decisions: { ...work.decisions, mode, clearBlanks: new Set(fields) } }),
    job,
  );
}

/** Confirms (or takes back) rows kept back by a warning; `rows` null means all of the table. */
export function confirmRows(
  context: Context,
  {
    rows,
    confirmed,
    ...target
  }: Target & { readonly rows: readonly number[] | null; readonly confirmed: boolean },
  job: JobControl,
): Promise<ImportDraft> {
  return changeTable(
    context,
    target,
    (table) => {
      const waiting = new Set(table.rows.filter((row) => row.toConfirm).map((row) => row.checked.row));
      const chosen = rows === null ? [...waiting] : rows.filter((row) => waiting.has(row));
      const kept = without(table.work.confirmed, chosen);
      return { ...table.work, confirmed: confirmed ? new Set([...kept, ...chosen]) : kept };
    },
    job,
  );
}

function without(set: ReadonlySet<number>, gone: readonly number[]): ReadonlySet<number> {
  const removed = new Set(gone);
  return new Set([...set].filter((each) => !removed.has(each)));
}
