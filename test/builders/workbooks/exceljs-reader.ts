import ExcelJS from 'exceljs';
import type { Cell, Sheet, SheetRow } from '#shared/roster/grid.ts';

/** Parts of a sheet that hold no values; drop-downs over whole columns alone would cost seconds and hundreds of MB. */
const ignoreNodes = [
  'dataValidations',
  'conditionalFormatting',
  'extLst',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'hyperlinks',
  'pageSetup',
  'printOptions',
  'headerFooter',
  'rowBreaks',
  'sheetProtection',
];

/** Reads an xlsx with exceljs: one of the two libraries that our own reader is compared with. */
export async function readWithExceljs(bytes: Buffer): Promise<readonly Sheet[]> {
  const workbook = new ExcelJS.Workbook();
  // The library types its own Buffer; a Node Buffer is what it takes.
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer, { ignoreNodes });
  return workbook.worksheets.map(readSheet);
}

function readSheet(sheet: ExcelJS.Worksheet): Sheet {
  const rows: SheetRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const cells: Cell[] = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      const read = readCell(cell, column);
      if (read !== undefined) cells.push(read);
    });
    if (cells.length > 0) rows.push({ number, hidden: row.hidden === true, cells });
  });
  return { name: sheet.name, hidden: sheet.state !== 'visible', rows };
}

function readCell(cell: ExcelJS.Cell, column: number): Cell | undefined {
  const value = scalarOf(cell.value);
  if (value === undefined) return undefined;
  if (value.kind === 'number' && value.number !== null && cell.numFmt?.includes('%') === true) {
    value.text = `${plainNumber(Number((value.number * 100).toPrecision(15)))}%`;
  }
  const merged = cell.isMerged && cell.master.address !== cell.address;
  return { column, ...value, ...(merged ? { fromMerge: true as const } : {}) };
}

type Scalar = { kind: Cell['kind']; text: string; number: number | null };

/** The ten shapes of a cell value in the library, brought to one. Nothing for an empty cell. */
function scalarOf(value: ExcelJS.CellValue): Scalar | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string')
    return value === '' ? undefined : { kind: 'text', text: value, number: null };
  if (typeof value === 'number') return { kind: 'number', text: plainNumber(value), number: value };
  if (typeof value === 'boolean') return { kind: 'boolean', text: value ? '是' : '否', number: null };
  if (value instanceof Date) return { kind: 'date', text: dateText(value), number: null };
  if ('error' in value) return { kind: 'error', text: value.error, number: null };
  if ('richText' in value) return scalarOf(value.richText.map((run) => run.text).join(''));
  if ('hyperlink' in value) return scalarOf(hyperlinkText(value.text));
  // What is left is a formula: its kept result counts, a formula never calculated is empty.
  return scalarOf(('result' in value ? value.result : undefined) ?? null);
}

/** The text of a link may itself be rich text, against what the library's types say. */
function hyperlinkText(text: unknown): ExcelJS.CellValue {
  if (typeof text === 'string') return text;
  // Checked by the condition; the library leaves rich text of a link untyped.
  return typeof text === 'object' && text !== null && 'richText' in text
    ? (text as ExcelJS.CellRichTextValue)
    : null;
}

/** A number in plain digits, never as 9.14E+17. */
function plainNumber(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
}

/** The library counts days in UTC; a cell without a day part is a time of day and stays as it is. */
function dateText(value: Date): string {
  return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
}
