import { importRowsOfFirm, listImports } from '#electron/db/tables/imports.ts';
import { AppError } from '#shared/contract/errors.ts';
import { RosterCountsSchema } from '#shared/contract/methods/imports.ts';
import { isRosterField, type RosterField } from '#shared/roster/fields.ts';
import type { RosterTable } from '#shared/roster/find-table.ts';
import type { Handlers } from '../context.ts';
import { commitDraft } from '../imports/commit-draft.ts';
import { compareTable, refreshDraft } from '../imports/compare-draft.ts';
import { countCommitted } from '../imports/counts.ts';
import type { DraftTable, ImportDraft } from '../imports/draft-store.ts';
import { openDraft } from '../imports/open-draft.ts';
import { presentDraft, presentIssue, presentRow } from '../imports/present-draft.ts';

type ImportMethod =
  | 'imports.open'
  | 'imports.draft'
  | 'imports.rows'
  | 'imports.remap'
  | 'imports.confirm'
  | 'imports.commit'
  | 'imports.discard'
  | 'imports.list'
  | 'imports.source';

/** Importing rosters (名册导入). */
export const importHandlers: Handlers<ImportMethod> = {
  'imports.open': async (context, { tokens, kind }, job) =>
    presentDraft(context.open(), await openDraft(context, tokens, kind, job)),

  'imports.draft': (context, { draftId }) => presentDraft(context.open(), context.drafts.get(draftId)),

  'imports.rows': (context, query) => {
    const open = context.open();
    const { tables } = context.drafts.get(query.draftId);
    const wanted = tables.flatMap((table, index) => {
      if (query.table !== null && query.table !== index) return [];
      return table.rows
        .filter((row) => query.outcomes.length === 0 || query.outcomes.includes(row.outcome))
        .filter((row) => !query.onlyIssues || row.issues.length > 0)
        .filter((row) => !query.onlyToConfirm || row.toConfirm)
        .map((row) => ({ table, index, row }));
    });
    return {
      total: wanted.length,
      rows: wanted
        .slice(query.offset, query.offset + query.limit)
        .map(({ table, index, row }) => presentRow(open, table, index, row)),
    };
  },

  'imports.remap': (context, { draftId, table, kind, columns }) => {
    const open = context.open();
    const fields = new Map(columns.map(({ index, field }) => [index, field]));
    const draft = changeTable(context.drafts.get(draftId), table, (each) => {
      const remapped = remap(each.table, kind, fields);
      return { ...each, table: remapped, rows: compareTable(open, remapped), confirmed: new Set() };
    });
    return presentDraft(open, context.drafts.put(draft));
  },

  'imports.confirm': (context, { draftId, table, rows, confirmed }) => {
    const draft = changeTable(context.drafts.get(draftId), table, (each) => {
      const waiting = each.rows.filter((row) => row.toConfirm).map((row) => row.checked.row);
      const chosen = rows === null ? waiting : rows.filter((row) => waiting.includes(row));
      const kept = [...each.confirmed].filter((row) => !chosen.includes(row));
      return { ...each, confirmed: new Set(confirmed ? [...kept, ...chosen] : kept) };
    });
    return presentDraft(context.open(), context.drafts.put(draft));
  },

  'imports.commit': (context, { draftId }, job) => {
    const stored = context.drafts.get(draftId);
    if (stored.committed) throw new AppError('import-already-committed');
    const { draft, changed } = refreshDraft(context.open(), stored);
    context.drafts.put(draft);
    if (changed) throw new AppError('draft-outdated');
    job.progress('写入', 0, 1);
    const changeSetId = commitDraft(context, draft);
    context.drafts.put({ ...draft, committed: changeSetId !== null });
    job.progress('写入', 1, 1);
    context.emit('data.changed', { changeSetId });
    return {
      changeSetId,
      files: draft.tables.map((table) => ({
        fileName: table.fileName,
        kind: table.table.kind,
        sheet: table.table.sheet,
        headerRow: table.table.headerRow,
        counts: countCommitted(table),
        issues: table.rows.flatMap((row) => row.issues.map(presentIssue)),
      })),
    };
  },

  'imports.discard': (context, { draftId }) => {
    context.drafts.remove(draftId);
    return {};
  },

  'imports.list': (context, { offset, limit }) => {
    const page = listImports(context.open().ledger.read, { offset, limit });
    return {
      total: page.total,
      rows: page.rows.map((row) => ({
        ...row,
        kind: row.kind === 'titles' ? 'titles' : 'firms',
        counts: RosterCountsSchema.parse(row.counts),
      })),
    };
  },

  'imports.source': (context, { firmId }) => ({
    rows: importRowsOfFirm(context.open().ledger.read, firmId).map((row) => ({ ...row, on: null })),
  }),
};

function changeTable(
  draft: ImportDraft,
  table: number,
  change: (table: DraftTable) => DraftTable,
): ImportDraft {
  if (draft.committed) throw new AppError('import-already-committed');
  if (draft.tables[table] === undefined) throw new AppError('not-found');
  return { ...draft, tables: draft.tables.map((each, index) => (index === table ? change(each) : each)) };
}

/** A table with the columns given to the fields that a person chose; a field feeds from one column only. */
function remap(
  table: RosterTable,
  kind: RosterTable['kind'],
  fields: ReadonlyMap<number, string | null>,
): RosterTable {
  const taken = new Set<RosterField>();
  const columns = table.columns.map((column) => {
    const chosen = fields.has(column.index) ? (fields.get(column.index) ?? null) : column.field;
    if (chosen === null) return { ...column, field: null };
    if (!isRosterField(chosen)) throw new AppError('bad-request', { problem: `没有“${chosen}”这一栏。` });
    if (taken.has(chosen)) throw new AppError('bad-request', { problem: '两列不能对应同一栏。' });
    taken.add(chosen);
    return { ...column, field: chosen };
  });
  return { ...table, kind, kindReason: kind === table.kind ? table.kindReason : '由经办人指定', columns };
}
