import type ExcelJS from 'exceljs';
import { fenPerWan } from '#shared/domain/money.ts';

/** A value of a table: text, a number in the unit of its column (money in 分), or nothing. */
export type TableValue = string | number | null;

/** One sheet of a workbook that is handed out. */
export type TableSheet = {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly {
    readonly label: string;
    readonly kind: 'text' | 'count' | 'wan' | 'percent' | 'day';
    /** Share of the width, any unit. */
    readonly width: number;
  }[];
  readonly rows: readonly (readonly TableValue[])[];
  readonly total: readonly TableValue[] | null;
  readonly footLines: readonly string[];
};

type Column = TableSheet['columns'][number];

const numberFormats: Readonly<Record<Column['kind'], string>> = {
  text: '@',
  day: '@',
  count: '#,##0',
  wan: '#,##0.00',
  percent: '0.0%',
};
const ppm = 1_000_000;
const widestName = 31;
/** Text columns of a paper are this much wider in characters than their share of the page. */
const widthFactor = 1.3;

/**
 * Writes tables as a workbook: title, header that stays in view, total row, foot lines. Numbers are numbers, codes and
 * days are text, and no text can act as a formula because every text cell is stored as a string.
 */
export async function tableWorkbook(book: { readonly sheets: readonly TableSheet[] }): Promise<Uint8Array> {
  // Read only here: the data process starts faster without the library.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  for (const sheet of book.sheets) writeSheet(workbook, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeSheet(workbook: ExcelJS.Workbook, table: TableSheet): void {
  const sheet = workbook.addWorksheet(sheetName(table.name), { views: [{ state: 'frozen', ySplit: 3 }] });
  sheet.columns = table.columns.map(({ width }) => ({ width: Math.max(8, width * widthFactor) }));
  for (const [index, text] of [table.title, table.subtitle].entries()) {
    sheet.mergeCells(index + 1, 1, index + 1, table.columns.length);
    const cell = sheet.getCell(index + 1, 1);
    cell.value = text;
    cell.alignment = { horizontal: 'center', vertical: 'middle' };
    cell.font = { bold: index === 0, size: index === 0 ? 16 : 11 };
  }
  styleHeader(sheet.addRow(table.columns.map(({ label }) => label)));
  for (const row of table.rows) styleRow(sheet.addRow(values(row, table.columns)), table.columns);
  if (table.total !== null) {
    const row = sheet.addRow(values(table.total, table.columns));
    styleRow(row, table.columns);
    row.font = { bold: true };
  }
  for (const line of table.footLines) sheet.addRow([line]).font = { size: 9, color: { argb: 'FF5A6472' } };
}

function values(row: readonly TableValue[], columns: readonly Column[]): (string | number | null)[] {
  return columns.map(({ kind }, index) => {
    const value = row[index] ?? null;
    if (typeof value !== 'number') return value;
    if (kind === 'wan') return value / fenPerWan;
    return kind === 'percent' ? value / ppm : value;
  });
}

function styleHeader(row: ExcelJS.Row): void {
  row.eachCell((cell) => {
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F4E9E' } };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
}

function styleRow(row: ExcelJS.Row, columns: readonly Column[]): void {
  for (const [index, { kind }] of columns.entries()) {
    const cell = row.getCell(index + 1);
    cell.numFmt = numberFormats[kind];
    cell.alignment = {
      horizontal: kind === 'text' || kind === 'day' ? 'left' : 'right',
      vertical: 'middle',
      wrapText: kind === 'text',
    };
    cell.border = { bottom: { style: 'hair' }, right: { style: 'hair' } };
  }
}

/** A sheet name without the signs that Excel refuses. */
function sheetName(name: string): string {
  return name.replace(/[\\/*?:[\]“”"']/g, '').slice(0, widestName) || '表';
}
