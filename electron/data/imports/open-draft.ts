import { latestChangeSetId } from '#electron/db/history.ts';
import { readWorkbook } from '#electron/excel/read-workbook.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { RosterKind } from '#shared/roster/fields.ts';
import { findTable, type RosterTable } from '#shared/roster/find-table.ts';
import type { Context, GrantedFile, OpenLedger } from '../context.ts';
import { breathe, type JobControl } from '../job-control.ts';
import { compareTable } from './compare-draft.ts';
import type { DraftFailure, DraftTable, ImportDraft } from './draft-store.ts';

/** Reads the files of the tokens, finds their tables, checks and compares every row. Writes nothing. */
export async function openDraft(
  context: Context,
  tokens: readonly string[],
  kind: RosterKind | null,
  job: JobControl,
): Promise<ImportDraft> {
  const open = context.open();
  const tables: DraftTable[] = [];
  const failures: DraftFailure[] = [];
  for (const [index, token] of tokens.entries()) {
    job.progress('读取', index, tokens.length);
    const file = context.files[token];
    if (file === undefined) throw new AppError('file-token-unknown');
    try {
      tables.push(...(await readTables(open, file, kind, job)));
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
      failures.push({ fileName: file.name, code: error.code, params: error.params });
    }
    await breathe(job.signal);
  }
  job.progress('比对', tokens.length, tokens.length);
  const comparedAt = latestChangeSetId(open.ledger.read);
  return context.drafts.add({ tables, failures, comparedAt, committed: false });
}

async function readTables(
  open: OpenLedger,
  file: GrantedFile,
  kind: RosterKind | null,
  job: JobControl,
): Promise<DraftTable[]> {
  const { workbook, sha256, size } = await readWorkbook(file.path, file.name, job.signal);
  const tables: DraftTable[] = [];
  for (const sheet of workbook.sheets) {
    if (sheet.hidden) continue;
    const found = findTable(sheet);
    if (found === undefined) continue;
    const table: RosterTable = kind === null ? found : { ...found, kind, kindReason: '由经办人指定' };
    job.progress('核对', tables.length, workbook.sheets.length);
    const rows = compareTable(open, table);
    tables.push({
      fileName: file.name,
      sha256,
      size,
      format: workbook.format,
      sheet,
      table,
      rows,
      confirmed: new Set(),
    });
    await breathe(job.signal);
  }
  if (tables.length === 0) throw new AppError('header-not-found', { file: file.name });
  return tables;
}
