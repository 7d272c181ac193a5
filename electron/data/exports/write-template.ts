import type { ColumnKind, SheetColumn, TableRow, TableSheet } from '#electron/excel/write/table-sheet.ts';
import { writeTableFile } from '#electron/excel/write/write-table-file.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Day } from '#shared/domain/day.ts';
import { rosterKindLabels } from '#shared/roster/kinds.ts';
import {
  guideSheetName,
  type TemplateColumn,
  templateColumns,
  templateMark,
} from '#shared/roster/template.ts';
import type { Context, OpenLedger } from '../context.ts';
import { findersOf } from '../imports/compare-draft.ts';
import type { JobControl } from '../job-control.ts';
import { placeLabels } from '../labels.ts';
import { recordClearCopy, targetFile } from './target-file.ts';
import { type ChoiceLists, choiceLists, choicesOf } from './template-choices.ts';
import { filledRows } from './template-rows.ts';

type Request = ParsedInputOf<'exports.template'>;

/**
 * Writes a form for a street to the chosen place: text-format codes, drop-downs from the pack, a guide, a sample row, the
 * mark by which it is known when it comes back; filled with what the ledger knows when asked.
 */
export async function writeTemplate(
  context: Context,
  request: Request,
  job: JobControl,
): Promise<OutputOf<'exports.template'>> {
  const open = context.open();
  const file = targetFile(context, request.target);
  const { streetId } = request;
  const street = streetId === null ? null : (placeLabels(open.pack).streets.get(streetId) ?? null);
  if (streetId !== null && street === null)
    throw new AppError('bad-request', { problem: `本区没有街道“${streetId}”。` });
  let changeSetId: number | null = null;
  const { rows } = await writeTableFile(file.path, templateSheets(open, request, street, context.today()), {
    signal: job.signal,
    onRows: (done) => job.progress('写出', done, 0),
    beforePlacing: (written) => {
      if (!request.unmasked || !request.filled || request.kind !== 'firms') return;
      const what = `预填的${rosterKindLabels[request.kind]}报送模板，${street ?? '全部街道'}，${written.rows - sampleRows} 家`;
      changeSetId = recordClearCopy(
        context,
        { what, fileName: file.name, purpose: request.purpose },
        written,
      );
    },
  });
  if (changeSetId !== null) context.emit('data.changed', { changeSetId });
  return { fileName: file.name, rows: rows - sampleRows, changeSetId };
}

/** Rows that show how to fill in the form and are skipped when it comes back. */
const sampleRows = 1;
/** Columns of the guide before the lists of choices. */
const guideColumns: readonly SheetColumn[] = [
  { label: '栏目', kind: 'text', width: 22 },
  { label: '必填', kind: 'text', width: 6 },
  { label: '填写要求', kind: 'text', width: 56 },
];
const guideLines = (what: string): TableSheet['lines'] => [
  { text: `${what}报送模板填写说明`, look: 'title' },
  {
    text: '1. 在“填报”工作表中填写，一家企业（或一项称号）一行；灰色的示例行不用删除，导入时会跳过。',
    look: 'note',
  },
  { text: '2. 已预填的内容只改有变化的单元格；空白表示不改，要清空台账里的内容请写“清空”。', look: 'note' },
  { text: '3. 不要改动表头和“模板版本”一行；可以增加行，不要合并单元格。', look: 'note' },
];

function templateSheets(
  open: OpenLedger,
  request: Request,
  street: string | null,
  today: Day,
): readonly TableSheet[] {
  const columns = templateColumns(request.kind, findersOf(open.pack));
  const lines = guideLines(rosterKindLabels[request.kind]);
  const lists = choiceLists(open.pack, columns, {
    firstColumn: guideColumns.length + 1,
    firstRow: lines.length + 2,
  });
  const sender = street === null ? '填报单位（盖章）：' : `填报单位（盖章）：${street}`;
  const form: TableSheet = {
    name: '填报',
    lines: [
      { text: `${open.pack.district.name}${titleWords[request.kind]}`, look: 'title' },
      { text: sender, look: 'note' },
      { text: `${templateMark(request.kind)}　　带 * 的必填；怎么填见“${guideSheetName}”。`, look: 'note' },
    ],
    columns: [{ label: '序号', kind: 'count', width: 7 }, ...columns.map((each) => formColumn(each, lists))],
    batches: formRows(open, request, columns, today),
    total: null,
    footLines: [],
    frozenColumns: 2,
    filter: false,
  };
  return [form, guideSheet(lines, columns, lists)];
}

const titleWords = {
  firms: '企业信息报送表',
  titles: '企业称号报送表',
  years: '企业年度经营数据报送表',
} as const;

function formColumn(
  { header, width, required, cells, choices }: TemplateColumn,
  lists: ChoiceLists,
): SheetColumn {
  const range = choices === null ? undefined : lists.rangeOf(choices);
  const kind: ColumnKind = cells === 'money' ? 'wan' : cells;
  const label = required ? `${header}*` : header;
  return { label, kind, width, ...(range === undefined ? {} : { choices: range }) };
}

function* formRows(
  open: OpenLedger,
  request: Request,
  columns: readonly TemplateColumn[],
  today: Day,
): Generator<readonly TableRow[]> {
  yield [sampleRow(open, columns)];
  if (request.filled) yield* filledRows(open, request, columns, today);
}

function sampleRow({ pack }: OpenLedger, columns: readonly TemplateColumn[]): TableRow {
  const cells = columns.map(({ choices, sample }) => {
    const value = choices === null ? sample : (choicesOf(pack, choices)[0] ?? '');
    return typeof value === 'number'
      ? { value, kind: 'plain' as const, look: 'sample' as const }
      : { value, look: 'sample' as const };
  });
  return [{ value: '示例', kind: 'text', look: 'sample' }, ...cells];
}

function guideSheet(
  lines: TableSheet['lines'],
  columns: readonly TemplateColumn[],
  lists: ChoiceLists,
): TableSheet {
  const rows = Array.from({ length: Math.max(columns.length, lists.length) }, (_, index): TableRow => {
    const column = columns[index];
    const rule =
      column === undefined
        ? [null, null, null]
        : [column.header, column.required ? '必填' : null, column.rule];
    return [...rule, ...lists.row(index)];
  });
  return {
    name: guideSheetName,
    lines,
    columns: [...guideColumns, ...lists.columns],
    batches: [rows],
    total: null,
    footLines: [],
    frozenColumns: 0,
    filter: false,
  };
}
