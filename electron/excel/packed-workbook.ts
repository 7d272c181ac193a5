import type { Cell, Sheet, SheetRow, Workbook } from '#shared/roster/grid.ts';

/** The rows of a sheet as flat columns of numbers, which move between threads without being copied. */
type PackedSheet = {
  readonly name: string;
  readonly hidden: boolean;
  /** One entry a row: its number, whether it is hidden, how many cells it has. */
  readonly rowNumbers: Uint32Array<ArrayBuffer>;
  readonly rowHidden: Uint8Array<ArrayBuffer>;
  readonly rowCells: Uint32Array<ArrayBuffer>;
  /** One entry a cell: column, kind with the mark of merged cells, place of its text, number (NaN where there is none). */
  readonly columns: Uint32Array<ArrayBuffer>;
  readonly kinds: Uint8Array<ArrayBuffer>;
  readonly texts: Uint32Array<ArrayBuffer>;
  readonly numbers: Float64Array<ArrayBuffer>;
};

/**
 * A workbook for the way from the worker to the data process. Copied as it is, each of the millions of cells of a large
 * roster would be written, read and kept with a text of its own; packed, every different text exists once.
 */
export type PackedWorkbook = {
  readonly format: Workbook['format'];
  readonly texts: readonly string[];
  readonly sheets: readonly PackedSheet[];
};

const kinds: readonly Cell['kind'][] = ['text', 'number', 'date', 'boolean', 'error'];
/** Marks the kind of a cell whose value comes from a merged block. */
const merged = 8;

/** Packs a workbook; `moved` are the buffers to hand over with it. */
export function packWorkbook({ format, sheets }: Workbook): {
  readonly packed: PackedWorkbook;
  readonly moved: readonly ArrayBuffer[];
} {
  const places = new Map<string, number>();
  const place = (text: string) => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, places.size);
    return places.size - 1;
  };
  const packed = sheets.map((sheet) => packSheet(sheet, place));
  const moved = packed.flatMap(({ rowNumbers, rowHidden, rowCells, columns, kinds, texts, numbers }) =>
    [rowNumbers, rowHidden, rowCells, columns, kinds, texts, numbers].map(({ buffer }) => buffer),
  );
  return { packed: { format, texts: [...places.keys()], sheets: packed }, moved };
}

function packSheet({ name, hidden, rows }: Sheet, place: (text: string) => number): PackedSheet {
  const size = rows.reduce((sum, { cells }) => sum + cells.length, 0);
  const sheet: PackedSheet = {
    name,
    hidden,
    rowNumbers: Uint32Array.from(rows, (row) => row.number),
    rowHidden: Uint8Array.from(rows, (row) => (row.hidden ? 1 : 0)),
    rowCells: Uint32Array.from(rows, ({ cells }) => cells.length),
    columns: new Uint32Array(size),
    kinds: new Uint8Array(size),
    texts: new Uint32Array(size),
    numbers: new Float64Array(size),
  };
  let at = 0;
  for (const { cells } of rows) {
    for (const { column, kind, text, number, fromMerge } of cells) {
      sheet.columns[at] = column;
      sheet.kinds[at] = kinds.indexOf(kind) + (fromMerge === true ? merged : 0);
      sheet.texts[at] = place(text);
      sheet.numbers[at] = number ?? Number.NaN;
      at += 1;
    }
  }
  return sheet;
}

/** The workbook that was packed. */
export function unpackWorkbook({ format, texts, sheets }: PackedWorkbook): Workbook {
  return { format, sheets: sheets.map((sheet) => unpackSheet(sheet, texts)) };
}

function unpackSheet(sheet: PackedSheet, texts: readonly string[]): Sheet {
  let at = 0;
  const rows = Array.from(sheet.rowNumbers, (number, index): SheetRow => {
    const cells = Array.from({ length: sheet.rowCells[index] ?? 0 }, (_, cell) =>
      unpackCell(sheet, texts, at + cell),
    );
    at += cells.length;
    return { number, hidden: sheet.rowHidden[index] === 1, cells };
  });
  return { name: sheet.name, hidden: sheet.hidden, rows };
}

function unpackCell(sheet: PackedSheet, texts: readonly string[], at: number): Cell {
  const mark = sheet.kinds[at] ?? 0;
  const kind = kinds[mark & ~merged];
  const text = texts[sheet.texts[at] ?? -1];
  const value = sheet.numbers[at];
  if (kind === undefined || text === undefined || value === undefined)
    throw new Error('a packed cell is torn');
  const cell = { column: sheet.columns[at] ?? 0, kind, text, number: Number.isNaN(value) ? null : value };
  return (mark & merged) === 0 ? cell : { ...cell, fromMerge: true };
}
