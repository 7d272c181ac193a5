import type { Cell, Sheet, SheetRow, Workbook } from '#shared/roster/grid.ts';

/** Texts one behind the other as UTF-8, with the end of each. */
export type PackedTexts = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
};

/** The rows of a sheet as flat columns of numbers, which move between threads without being copied. */
export type PackedSheet = {
  readonly name: string;
  readonly hidden: boolean;
  /** One entry a row: its number, whether it is hidden, where its cells end. */
  readonly rowNumbers: Uint32Array<ArrayBuffer>;
  readonly rowHidden: Uint8Array<ArrayBuffer>;
  readonly rowEnds: Uint32Array<ArrayBuffer>;
  /** One entry a cell: column, kind with the mark of merged cells, place of its text, number (NaN where there is none). */
  readonly columns: Uint16Array<ArrayBuffer>;
  readonly kinds: Uint8Array<ArrayBuffer>;
  readonly texts: Uint32Array<ArrayBuffer>;
  readonly numbers: Float64Array<ArrayBuffer>;
};

/**
 * A workbook as the readers make it and as it stays in memory: a roster of 100,000 rows has millions of cells, and as
 * objects with a text each they would take ten times the place.
 */
export type PackedWorkbook = {
  readonly format: Workbook['format'];
  readonly texts: PackedTexts;
  readonly sheets: readonly PackedSheet[];
};

/** Kinds of cells by the number that stands for them. */
export const cellKinds: readonly Cell['kind'][] = ['text', 'number', 'date', 'boolean', 'error'];
/** Marks the kind of a cell whose value comes from a merged block. */
export const mergedMark = 8;

/** The buffers of a packed workbook, to hand over with it. */
export function buffersOf({ texts, sheets }: PackedWorkbook): readonly ArrayBuffer[] {
  return [
    texts.bytes.buffer,
    texts.ends.buffer,
    ...sheets.flatMap(({ rowNumbers, rowHidden, rowEnds, columns, kinds, texts, numbers }) =>
      [rowNumbers, rowHidden, rowEnds, columns, kinds, texts, numbers].map(({ buffer }) => buffer),
    ),
  ];
}

/** The workbook behind its packed form. The cells of a row are made when they are asked for. */
export function unpackWorkbook({ format, texts, sheets }: PackedWorkbook): Workbook {
  const textAt = createTextReader(texts);
  return { format, sheets: sheets.map((sheet) => unpackSheet(sheet, textAt)) };
}

type TextReader = (place: number) => string;

/** Texts remembered, by the end of their place: the words of a drop-down stand in every row. */
const textsKept = 4096;

function createTextReader({ bytes, ends }: PackedTexts): TextReader {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places = new Uint32Array(textsKept).fill(0xffffffff);
  const kept: string[] = new Array(textsKept).fill('');
  return (place) => {
    const slot = place % textsKept;
    const known = kept[slot];
    if (places[slot] === place && known !== undefined) return known;
    const end = ends[place];
    if (end === undefined) throw new Error('a packed text is missing');
    const text = buffer.toString('utf8', place === 0 ? 0 : ends[place - 1], end);
    places[slot] = place;
    kept[slot] = text;
    return text;
  };
}

/** Rows whose cells are kept: whoever reads a row asks for its cells more than once, and looks at those above. */
const rowsKept = 8;

function unpackSheet(sheet: PackedSheet, textAt: TextReader): Sheet {
  const kept: { row: number; cells: readonly Cell[] }[] = Array.from({ length: rowsKept }, () => ({
    row: -1,
    cells: [],
  }));
  const cellsAt = (row: number): readonly Cell[] => {
    const slot = kept[row % rowsKept];
    if (slot?.row === row) return slot.cells;
    const cells = unpackCells(sheet, row, textAt);
    kept[row % rowsKept] = { row, cells };
    return cells;
  };
  const rows = Array.from(
    sheet.rowNumbers,
    (number, row): SheetRow => ({
      number,
      hidden: sheet.rowHidden[row] === 1,
      get cells() {
        return cellsAt(row);
      },
    }),
  );
  return { name: sheet.name, hidden: sheet.hidden, rows };
}

function unpackCells(sheet: PackedSheet, row: number, textAt: TextReader): readonly Cell[] {
  const cells: Cell[] = [];
  const end = sheet.rowEnds[row] ?? 0;
  for (let at = row === 0 ? 0 : (sheet.rowEnds[row - 1] ?? 0); at < end; at += 1) {
    cells.push(unpackCell(sheet, at, textAt));
  }
  return cells;
}

function unpackCell(sheet: PackedSheet, at: number, textAt: TextReader): Cell {
  const mark = sheet.kinds[at] ?? 0;
  const kind = cellKinds[mark & ~mergedMark];
  const value = sheet.numbers[at];
  if (kind === undefined || value === undefined) throw new Error('a packed cell is torn');
  const text = textAt(sheet.texts[at] ?? 0);
  const cell = { column: sheet.columns[at] ?? 0, kind, text, number: Number.isNaN(value) ? null : value };
  return (mark & mergedMark) === 0 ? cell : { ...cell, fromMerge: true };
}
