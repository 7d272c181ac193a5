/** How the values of a column are written: text, a whole number, 分 as 万元, ppm as percent, a day, or as they come. */
export type ColumnKind = 'text' | 'count' | 'wan' | 'percent' | 'day' | 'plain';

/** A value of a table: text, a number in the unit of its column (money in 分, rates in ppm), or nothing. */
export type TableValue = string | number | null;

/** How a cell looks: as its column does, bold in the total row, marked as wrong, or grey as an example. */
export type CellLook = 'plain' | 'total' | 'marked' | 'sample';

/** A value that differs from its column in kind or looks. */
export type StyledCell = { readonly value: TableValue; readonly kind?: ColumnKind; readonly look: CellLook };

/** A value as its column writes it, or one with looks of its own. */
export type TableCell = TableValue | StyledCell;

/** A cell with its looks said. */
export function styledCell(cell: TableCell | undefined, look: CellLook = 'plain'): StyledCell {
  return typeof cell === 'object' && cell !== null ? cell : { value: cell ?? null, look };
}

/** One row of cells, in the order of the columns. */
export type TableRow = readonly TableCell[];

/** A column of a sheet. */
export type SheetColumn = {
  readonly label: string;
  readonly kind: ColumnKind;
  /** Width in characters of the sheet's font; a Chinese character takes two. */
  readonly width: number;
  /** Cells that hold what may be chosen here, such as `'填写说明'!$F$4:$F$17`; any text when absent. */
  readonly choices?: string;
};

/** A block of header cells that is one cell, by positions from 0 inside the header. */
export type HeadMerge = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** One sheet of a file that is handed out. Rows come in batches, so that a long table is never in memory as a whole. */
export type TableSheet = {
  readonly name: string;
  /** Lines above the header, each across the whole width. */
  readonly lines: readonly { readonly text: string; readonly look: 'title' | 'subtitle' | 'note' }[];
  /** Header rows above the labels, where a header has two or three levels. */
  readonly upperHeads?: readonly (readonly (string | null)[])[];
  readonly headMerges?: readonly HeadMerge[];
  readonly columns: readonly SheetColumn[];
  readonly batches: Iterable<readonly TableRow[]> | AsyncIterable<readonly TableRow[]>;
  readonly total: TableRow | null;
  readonly footLines: readonly string[];
  /** Columns from the left that stay in view. */
  readonly frozenColumns: number;
  /** Whether the header offers the filter arrows. */
  readonly filter: boolean;
};
