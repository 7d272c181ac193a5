/** One filled cell of a sheet, whatever file format it came from. Empty cells are left out. */
export type Cell = {
  /** Column number from 1. */
  readonly column: number;
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  /** What a person sees: dates as `YYYY-MM-DD`, numbers in plain digits. */
  readonly text: string;
  /** The number behind a numeric cell; null otherwise. */
  readonly number: number | null;
  /** Set when the value comes from the first cell of a merged block (由合并单元格填充). */
  readonly fromMerge?: true;
};

/** One row with at least one filled cell. */
export type SheetRow = { readonly number: number; readonly hidden: boolean; readonly cells: readonly Cell[] };

/** One sheet; blank rows are left out, numbers keep their place. */
export type Sheet = { readonly name: string; readonly hidden: boolean; readonly rows: readonly SheetRow[] };

/** A workbook as every reader yields it. `html` is a page or an XML workbook saved under an Excel ending. */
export type Workbook = {
  readonly format: 'xlsx' | 'xls' | 'ods' | 'html' | 'csv';
  readonly sheets: readonly Sheet[];
};

/** Letters of a column number: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Address of a cell, such as `C7`. */
export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}
