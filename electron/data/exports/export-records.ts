import { extname } from 'node:path';
import { searchFirmIds } from '#electron/db/tables/firm-list.ts';
import type { TableRow, TableSheet } from '#electron/excel/write/table-sheet.ts';
import { writeTableFile } from '#electron/excel/write/write-table-file.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { rosterKindLabels } from '#shared/roster/kinds.ts';
import { type TemplateForm, templateForms } from '#shared/roster/template.ts';
import type { Context, OpenLedger } from '../context.ts';
import { findersOf } from '../imports/roster-context.ts';
import type { JobControl } from '../job-control.ts';
import { formColumn, sheetName } from './form-column.ts';
import { recordCopy, targetFile } from './target-file.ts';
import { recordRows } from './template-records.ts';

/**
 * Writes the records of one kind (项目, 年度经营数据 …) of all firms in the columns of their form, a sheet for each form
 * of the kind; what comes back unchanged is 无变化 in every row. Throws `export-empty`, and `bad-request` for a csv that
 * would need several sheets.
 */
export async function exportRecords(
  context: Context,
  request: ParsedInputOf<'exports.records'>,
  job: JobControl,
): Promise<OutputOf<'exports.records'>> {
  const open = context.open();
  const file = targetFile(context, request.target);
  const ids = searchFirmIds(open.ledger.read, { sort: { field: 'name', direction: 'asc' } });
  const store = { open, today: context.today(), actor: context.actor };
  const filled = templateForms(request.kind, findersOf(open.pack))
    .map((form) => ({ form, rows: [...recordRows(store, request.kind, { ids, form, due: false })].flat() }))
    .filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) throw new AppError('export-empty');
  if (filled.length > 1 && extname(file.path).toLowerCase() === '.csv')
    throw new AppError('bad-request', { problem: '记录分属几类，一张 csv 放不下，请存为 xlsx 文件。' });
  const sheets = filled.map(({ form, rows }) => recordSheet(open, request.kind, form, rows));
  const count = filled.reduce((sum, { rows }) => sum + rows.length, 0);
  let changeSetId: number | null = null;
  await writeTableFile(file.path, sheets, {
    signal: job.signal,
    onRows: (done) => job.progress('写出', done, 0),
    beforePlacing: (written) => {
      const what = `${rosterKindLabels[request.kind]} ${count} 条`;
      changeSetId = recordCopy(context, { what, fileName: file.name, clearFor: null }, written);
    },
  });
  return { fileName: file.name, rows: count, changeSetId };
}

function recordSheet(
  { pack }: OpenLedger,
  kind: ParsedInputOf<'exports.records'>['kind'],
  { label, columns }: TemplateForm,
  rows: readonly TableRow[],
): TableSheet {
  const title = `${pack.district.name}${rosterKindLabels[kind]}${label === null ? '' : `（${label}）`}`;
  return {
    name: sheetName(label ?? rosterKindLabels[kind]),
    lines: [{ text: title, look: 'title' }],
    columns: [{ label: '序号', kind: 'count', width: 7 }, ...columns.map((each) => formColumn(each))],
    batches: [rows],
    total: null,
    footLines: [],
    frozenColumns: 2,
    filter: true,
  };
}
