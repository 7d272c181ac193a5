import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** One page of a PDF as it was printed. */
type PrintedPage = {
  /** Size in points. */
  readonly width: number;
  readonly height: number;
  /** All words without blanks, in the order of the page. */
  readonly text: string;
  /** Every piece of text with its place in points, from the lower left corner. */
  readonly pieces: readonly {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly size: number;
  }[];
};

/**
 * Signs of the radical block that Chromium names in place of the ordinary ones, because both share a glyph in the
 * Noto fonts, and that normalising does not know.
 */
const radicals: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻚': '页',
  '⻛': '风',
  '⻝': '食',
  '⻢': '马',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻩': '黄',
  '⻬': '齐',
  '⻰': '龙',
};

/** Text as it is read: ordinary signs instead of radicals, Chinese marks as they were, no blanks. */
function plainWords(text: string): string {
  return [...text.replace(/\s/g, '')]
    .map((sign) => radicals[sign] ?? (/[\u2F00-\u2FDF]/.test(sign) ? sign.normalize('NFKC') : sign))
    .join('');
}

/** Reads a saved PDF page by page. */
export async function readPdf(path: string): Promise<readonly PrintedPage[]> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), useSystemFonts: true }).promise;
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str, x: item.transform[4], y: item.transform[5], size: Math.abs(item.transform[3]) }]
        : [],
    );
    const text = plainWords(pieces.map((piece) => piece.text).join(''));
    pages.push({ width, height, text, pieces });
  }
  return pages;
}

/** Bookmarks of a saved PDF, in order, without their levels. */
export async function readBookmarks(path: string): Promise<readonly string[]> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)) }).promise;
  const outline = (await pdf.getOutline()) ?? [];
  type Entry = (typeof outline)[number];
  const titlesOf = (entries: readonly Entry[]): string[] =>
    entries.flatMap(({ title, items }) => [title, ...titlesOf(items)]);
  return titlesOf(outline).map(plainWords);
}

/** A sheet of a saved workbook: its header, then each row by the text of its first cell. */
type SavedSheet = {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: ReadonlyMap<string, readonly (string | number | null)[]>;
};

/** Row in which the sheets of a paper have their header. */
const headerRow = 3;

/** Reads a saved workbook of a paper. */
export async function readWorkbook(path: string): Promise<readonly SavedSheet[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book.worksheets.map((sheet) => {
    const cellsOf = (number: number) =>
      Array.from({ length: sheet.columnCount }, (_, index) => {
        const { value } = sheet.getRow(number).getCell(index + 1);
        return typeof value === 'string' || typeof value === 'number' ? value : null;
      });
    const rows = new Map<string, readonly (string | number | null)[]>();
    for (let number = headerRow + 1; number <= sheet.rowCount; number += 1) {
      const cells = cellsOf(number);
      rows.set(String(cells[0] ?? ''), cells);
    }
    return { name: sheet.name, header: cellsOf(headerRow).map(String), rows };
  });
}
