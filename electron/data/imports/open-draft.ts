import { readWorkbook } from '#electron/excel/read-workbook.ts';
import { AppError } from '#shared/contract/errors.ts';
import { noDecisions } from '#shared/roster/decide.ts';
import { asKind, findTables } from '#shared/roster/find-tables.ts';
import type { RosterKind } from '#shared/roster/kinds.ts';
import { isOwnNoteSheet } from '#shared/roster/template.ts';
import type { Context, GrantedFile, OpenLedger } from '../context.ts';
import { breathe, type JobControl } from '../job-control.ts';
import { compareDraft } from './compare-draft.ts';
import type { DraftFailure, DraftTable, ImportDraft, LeftOutSheet, TableWork } from './draft-store.ts';
import { checkTable, prepareTable } from './prepare-table.ts';
import { rememberedMapping } from './remembered-mapping.ts';
import { findersOf } from './roster-context.ts';

/** What was done to a table in an earlier run, by its position in the draft. */
export type EarlierWork = (table: number) => TableWork | undefined;

/** Reads files, finds their tables, checks and compares every row. Writes nothing. */
export async function readDraft(
  context: Pick<Context, 'open' | 'today' | 'actor'>,
  id: string,
  files: readonly GrantedFile[],
  kind: RosterKind | null,
  earlier: EarlierWork,
  job: JobControl,
): Promise<ImportDraft> {
  const open = context.open();
  const tables: DraftTable[] = [];
  const failures: DraftFailure[] = [];
  const leftOut: LeftOutSheet[] = [];
  for (const [index, file] of files.entries()) {
    job.progress('读取', index, files.length);
    try {
      const read = await readTables(open, file, kind, (table) => earlier(tables.length + table), job);
      tables.push(...read.tables);
      leftOut.push(...read.leftOut);
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
      failures.push({ fileName: file.name, code: error.code, params: error.params });
    }
    await breathe(job.signal);
  }
  return compareDraft(context, { id, tables, failures, leftOut, comparedAt: 0, committed: false }, job);
}

/** Why a sheet of a form that has one for each kind of record is left out. */
const notFilledIn = '报送模板的这一类没有填写';

async function readTables(
  open: OpenLedger,
  file: GrantedFile,
  kind: RosterKind | null,
  earlier: EarlierWork,
  job: JobControl,
): Promise<{ readonly tables: readonly DraftTable[]; readonly leftOut: readonly LeftOutSheet[] }> {
  const { workbook, sha256, size } = await readWorkbook(file.path, file.name, job.signal);
  const tables: DraftTable[] = [];
  const leftOut: LeftOutSheet[] = [];
  for (const sheet of workbook.sheets) {
    const leave = (reason: string) => leftOut.push({ fileName: file.name, sheet: sheet.name, reason });
    if (sheet.hidden) {
      leave('工作表是隐藏的，没有读取；需要时请取消隐藏后重新导入');
      continue;
    }
    if (isOwnNoteSheet(sheet.name)) {
      leave('是说明页，不含数据');
      continue;
    }
    const source = { fileName: file.name, untyped: workbook.format === 'csv' };
    const found = findTables(sheet, source, findersOf(open.pack));
    if (found.length === 0 && sheet.rows.length > 0) leave('没有认出表头，没有读取');
    for (const each of found) {
      if (each.form && each.variant !== null && each.rows.length === 0) {
        leave(notFilledIn);
        continue;
      }
      const table = kind === null ? each : asKind(each, kind, '由经办人指定', findersOf(open.pack));
      const work = earlier(tables.length) ?? firstWork(kind === null ? rememberedMapping(open, table) : null);
      const frame = { fileName: file.name, sha256, size, format: workbook.format, sheet, found: table };
      tables.push(await makeTable(open, frame, work, job));
    }
  }
  if (tables.length === 0) {
    const blank = leftOut.some(({ reason }) => reason === notFilledIn);
    throw new AppError(blank ? 'form-empty' : 'header-not-found', { file: file.name });
  }
  return { tables, leftOut };
}

function firstWork(mapping: TableWork['mapping']): TableWork {
  return { mapping, fixes: new Map(), decisions: noDecisions, confirmed: new Set() };
}

type Frame = Pick<DraftTable, 'fileName' | 'sha256' | 'size' | 'format' | 'sheet' | 'found'>;

/** A table with its rows checked as the work on it asks; they are compared afterwards. */
export async function makeTable(
  open: OpenLedger,
  frame: Frame,
  work: TableWork,
  job: JobControl,
): Promise<DraftTable> {
  const finders = findersOf(open.pack);
  const table = prepareTable(frame.found, work, finders);
  const checked = await checkTable(table, finders, job);
  return { ...frame, work, table, checked, rows: [] };
}
