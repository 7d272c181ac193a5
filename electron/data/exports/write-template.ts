import type { SheetColumn, TableRow, TableSheet } from '#electron/excel/write/table-sheet.ts';
import { writeTableFile } from '#electron/excel/write/write-table-file.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { rosterKindLabels } from '#shared/roster/kinds.ts';
import {
  guideSheetName,
  type TemplateColumn,
  type TemplateForm,
  type TemplateKind,
  templateForms,
  templateMark,
} from '#shared/roster/template.ts';
import type { Context, OpenLedger } from '../context.ts';
import type { StoreContext } from '../imports/records/store.ts';
import { findersOf } from '../imports/roster-context.ts';
import type { JobControl } from '../job-control.ts';
import { placeLabels } from '../labels.ts';
import { formColumn, sheetName } from './form-column.ts';
import { recordCopy, targetFile } from './target-file.ts';
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
  let filled = 0;
  const sheets = templateSheets({
    context: { open, today: context.today(), actor: context.actor },
    request,
    street,
    onFilled: (rows) => {
      filled += rows;
    },
  });
  await writeTableFile(file.path, sheets, {
    signal: job.signal,
    onRows: (done) => job.progress('写出', done, 0),
    beforePlacing: (written) => {
      // An empty form tells nothing of the ledger.
      if (!request.filled) return;
      const what = `预填的${rosterKindLabels[request.kind]}报送模板，${street ?? '全部街道'}，${filled} 行`;
      const clearFor = request.unmasked && request.kind === 'firms' ? request.purpose : null;
      changeSetId = recordCopy(context, { what, fileName: file.name, clearFor }, written);
    },
  });
  return { fileName: file.name, rows: filled, changeSetId };
}

/** Columns of the guide before the lists of choices. */
const guideColumns = (forms: number): readonly SheetColumn[] => [
  ...(forms === 1 ? [] : [{ label: '工作表', kind: 'text', width: 22 } as const]),
  { label: '栏目', kind: 'text', width: 22 },
  { label: '必填', kind: 'text', width: 6 },
  { label: '填写要求', kind: 'text', width: 56 },
];
const guideLines = (what: string, forms: number): TableSheet['lines'] => [
  { text: `${what}报送模板填写说明`, look: 'title' },
  {
    text: `1. ${forms === 1 ? '在“填报”工作表中填写' : '每类一张工作表，只填用得到的'}，一家企业（一项称号、一条记录）一行；灰色的示例行不用删除，导入时会跳过。`,
    look: 'note',
  },
  { text: '2. 已预填的内容只改有变化的单元格；空白表示不改，要清空台账里的内容请写“清空”。', look: 'note' },
  { text: '3. 不要改动表头和“模板版本”一行；可以增加行，不要合并单元格。', look: 'note' },
];

/** What the sheets of a form are made from. */
type Writing = {
  readonly context: StoreContext;
  readonly request: Request;
  readonly street: string | null;
  /** Hears how many rows of what the ledger knows were written. */
  readonly onFilled: (rows: number) => void;
};

function templateSheets(writing: Writing): readonly TableSheet[] {
  const { request, context } = writing;
  const { pack } = context.open;
  const forms = templateForms(request.kind, findersOf(pack));
  const lines = guideLines(rosterKindLabels[request.kind], forms.length);
  const heads = guideColumns(forms.length);
  const lists = choiceLists(
    pack,
    forms.flatMap(({ columns }) => columns),
    { firstColumn: heads.length + 1, firstRow: lines.length + 2 },
  );
  return [...forms.map((form) => formSheet(form, lists, writing)), guideSheet(forms, lines, lists)];
}

function formSheet(form: TemplateForm, lists: ChoiceLists, writing: Writing): TableSheet {
  const { kind } = writing.request;
  const { street, context } = writing;
  const sender = street === null ? '填报单位（盖章）：' : `填报单位（盖章）：${street}`;
  const title = form.label === null ? titleWords[kind] : `${form.label}${titleWords[kind]}`;
  return {
    name: form.label === null ? '填报' : sheetName(form.label),
    lines: [
      { text: `${context.open.pack.district.name}${title}`, look: 'title' },
      { text: sender, look: 'note' },
      {
        text: `${templateMark(kind, form.label)}　　带 * 的必填；怎么填见“${guideSheetName}”。`,
        look: 'note',
      },
    ],
    columns: [
      { label: '序号', kind: 'count', width: 7 },
      ...form.columns.map((each) => formColumn(each, lists.rangeOf)),
    ],
    batches: formRows(form, writing),
    total: null,
    footLines: [],
    frozenColumns: 2,
    filter: false,
  };
}

const titleWords = {
  firms: '企业信息报送表',
  titles: '企业称号报送表',
  payments: '奖补资金拨付登记表',
  decisions: '奖补资金会审表',
  pools: '培育库企业报送表',
  projects: '申报汇总表',
  years: '企业年度经营数据报送表',
  visits: '企业走访登记表',
  assessments: '培育库企业年度自评表',
} as const satisfies Readonly<Record<TemplateKind, string>>;

function* formRows(form: TemplateForm, writing: Writing): Generator<readonly TableRow[]> {
  const { context, request, onFilled } = writing;
  yield [sampleRow(context.open, form.columns)];
  if (!request.filled) return;
  for (const rows of filledRows(context, request, form)) {
    onFilled(rows.length);
    yield rows;
  }
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
  forms: readonly TemplateForm[],
  lines: TableSheet['lines'],
  lists: ChoiceLists,
): TableSheet {
  const heads = guideColumns(forms.length);
  const rules = forms.flatMap(({ label, columns }) =>
    columns.map(({ header, required, rule }) => [
      ...(forms.length === 1 ? [] : [label]),
      header,
      required ? '必填' : null,
      rule,
    ]),
  );
  const rows = Array.from(
    { length: Math.max(rules.length, lists.length) },
    (_, index): TableRow => [...(rules[index] ?? heads.map(() => null)), ...lists.row(index)],
  );
  return {
    name: guideSheetName,
    lines,
    columns: [...heads, ...lists.columns],
    batches: [rows],
    total: null,
    footLines: [],
    frozenColumns: 0,
    filter: false,
  };
}
