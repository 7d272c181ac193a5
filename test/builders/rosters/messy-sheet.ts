import ExcelJS from 'exceljs';
import type { Cell, Sheet } from '#shared/roster/grid.ts';

/** A value as a person typed it: text, a number, or a date `{ day }`. */
export type MessyValue = string | number | { readonly day: string } | null;

/** A block of merged cells, rows and columns from 1. */
export type Merge = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** A sheet as a street office would make it, before any file format. */
export type MessySheet = {
  readonly name: string;
  readonly rows: readonly (readonly MessyValue[])[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
};

/** The sheet as a reader of a typed format yields it. */
export function sheetOf(messy: MessySheet): Sheet {
  const grid = messy.rows.map((row) => row.map(cellValue));
  const merged = new Map<string, Omit<Cell, 'column'>>();
  for (const { top, left, bottom, right } of messy.merges) {
    const value = grid[top - 1]?.[left - 1];
    for (let row = top; row <= bottom && value != null; row += 1) {
      for (let column = left; column <= right; column += 1) {
        if (row !== top || column !== left) merged.set(`${row} ${column}`, { ...value, fromMerge: true });
      }
    }
  }
  const width = Math.max(...messy.rows.map((row) => row.length), ...messy.merges.map(({ right }) => right));
  const rows = messy.rows.flatMap((_, index) => {
    const number = index + 1;
    const cells: Cell[] = [];
    for (let column = 1; column <= width; column += 1) {
      const value = merged.get(`${number} ${column}`) ?? grid[index]?.[column - 1];
      if (value != null) cells.push({ column, ...value });
    }
    return cells.length === 0 ? [] : [{ number, hidden: messy.hiddenRows.has(number), cells }];
  });
  return { name: messy.name, hidden: false, rows };
}

function cellValue(value: MessyValue): Omit<Cell, 'column'> | null {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { kind: 'number', text: plain(value), number: value };
  if (typeof value === 'string') return { kind: 'text', text: value, number: null };
  return { kind: 'date', text: value.day, number: null };
}

function plain(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

/** The sheets as an xlsx file. */
export async function xlsxOf(sheets: readonly MessySheet[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const messy of sheets) {
    const sheet = workbook.addWorksheet(messy.name);
    for (const [index, row] of messy.rows.entries()) {
      const written = sheet.getRow(index + 1);
      for (const [column, value] of row.entries()) {
        if (value === null || value === '') continue;
        const cell = written.getCell(column + 1);
        if (typeof value === 'object') {
          cell.value = new Date(`${value.day}T00:00:00Z`);
          cell.numFmt = 'yyyy-mm-dd';
        } else cell.value = value;
      }
      if (messy.hiddenRows.has(index + 1)) written.hidden = true;
    }
    for (const { top, left, bottom, right } of messy.merges) sheet.mergeCells(top, left, bottom, right);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** One sheet as csv text; merges are lost, as in real life. */
export function csvOf(messy: MessySheet): string {
  const lines = messy.rows.map((row) => row.map((value) => quoted(csvText(value))).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function csvText(value: MessyValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.day : typeof value === 'number' ? plain(value) : value;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
