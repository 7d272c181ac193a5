import { importRowsOfFirm, listImports } from '#electron/db/tables/imports.ts';
import { AppError } from '#shared/contract/errors.ts';
import { RosterCountsSchema } from '#shared/contract/methods/imports.ts';
import { isRosterKind } from '#shared/roster/kinds.ts';
import type { Handlers } from '../context.ts';
import { commitDraft, rowsToWrite } from '../imports/commit-draft.ts';
import { refreshDraft } from '../imports/compare-draft.ts';
import { countCommitted } from '../imports/counts.ts';
import {
  confirmRows,
  decideConflicts,
  decideRows,
  fixCell,
  getDraft,
  openDraft,
  remapTable,
  setOptions,
} from '../imports/draft-work.ts';
import { presentDraft, presentIssue, presentRow } from '../imports/present-draft.ts';

type ImportMethod =
  | 'imports.open'
  | 'imports.draft'
  | 'imports.drafts'
  | 'imports.rows'
  | 'imports.remap'
  | 'imports.confirm'
  | 'imports.fix'
  | 'imports.decide'
  | 'imports.decideConflicts'
  | 'imports.setOptions'
  | 'imports.commit'
  | 'imports.discard'
  | 'imports.list'
  | 'imports.source';

/** From so many rows on, the ledger is copied before they are written. */
const largeImport = 500;

/** Importing rosters (名册导入). */
export const importHandlers: Handlers<ImportMethod> = {
  'imports.open': async (context, input, job) =>
    presentDraft(context.open(), await openDraft(context, input, job)),

  'imports.draft': async (context, { draftId }, job) =>
    presentDraft(context.open(), await getDraft(context, draftId, job)),

  'imports.drafts': (context) => ({
    drafts: context.draftFiles
      .list()
      .map(({ id, at, files }) => ({ draftId: id, at, fileNames: files.map(({ name }) => name) })),
  }),

  'imports.rows': async (context, query, job) => {
    const open = context.open();
    const { tables } = await getDraft(context, query.draftId, job);
    const wanted = tables.flatMap((table, index) => {
      if (query.table !== null && query.table !== index) return [];
      return table.rows
        .filter((row) => query.outcomes.length === 0 || query.outcomes.includes(row.outcome))
        .filter((row) => !query.onlyIssues || row.issues.length > 0)
        .filter((row) => !query.onlyToConfirm || row.toConfirm)
        .filter((row) => query.row === null || row.checked.row === query.row)
        .map((row) => ({ table, index, row }));
    });
    return {
      total: wanted.length,
      rows: wanted
        .slice(query.offset, query.offset + query.limit)
        .map(({ table, index, row }) => presentRow(open, table, index, row)),
    };
  },

  'imports.remap': async (context, input, job) =>
    presentDraft(context.open(), await remapTable(context, input, job)),

  'imports.confirm': async (context, input, job) =>
    presentDraft(context.open(), await confirmRows(context, input, job)),

  'imports.fix': async (context, input, job) =>
    presentDraft(context.open(), await fixCell(context, input, job)),

  'imports.decide': async (context, input, job) =>
    presentDraft(context.open(), await decideRows(context, input, job)),

  'imports.decideConflicts': async (context, input, job) =>
    presentDraft(context.open(), await decideConflicts(context, input, job)),

  'imports.setOptions': async (context, input, job) =>
    presentDraft(context.open(), await setOptions(context, input, job)),

  'imports.commit': async (context, { draftId }, job) => {
    const stored = await getDraft(context, draftId, job);
    if (stored.committed) throw new AppError('import-already-committed');
    const { draft, changed } = refreshDraft(context, stored);
    context.drafts.put(draft);
    if (changed) throw new AppError('draft-outdated');
    if (rowsToWrite(draft) >= largeImport) {
      job.progress('备份', 0, 1);
      context.backups.make(context.open().ledger, 'import');
    }
    job.progress('写入', 0, 1);
    const changeSetId = commitDraft(context, draft);
    context.drafts.put({ ...draft, committed: changeSetId !== null });
    context.draftFiles.remove(draftId);
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
    context.draftFiles.remove(draftId);
    return {};
  },

  'imports.list': (context, { offset, limit }) => {
    const page = listImports(context.open().ledger.read, { offset, limit });
    return {
      total: page.total,
      rows: page.rows.map((row) => ({
        ...row,
        kind: isRosterKind(row.kind) ? row.kind : 'firms',
        counts: RosterCountsSchema.parse(row.counts),
      })),
    };
  },

  'imports.source': (context, { firmId }) => ({
    rows: importRowsOfFirm(context.open().ledger.read, firmId).map((row) => ({ ...row, on: null })),
  }),
};
