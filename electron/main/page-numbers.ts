/*
 * Page numbers of a paper, “— 1 —”, odd pages right and even pages left (GB/T 9704): drawn by the style sheet where
 * Chromium knows page margin boxes (131 and later), written into the finished PDF where it does not. The PDF is not
 * rewritten: changed page objects and new streams are appended, with a cross-reference table of their own.
 */

/** First version of Chromium that draws page margin boxes. */
const firstWithMarginBoxes = 131;
/** 4号: height of the figures in points. */
const size = 14;
const pointsPerMm = 72 / 25.4;
/** Margins of the text block in millimetres, as in the style sheet of the papers. */
const margins = {
  portrait: { left: 28, right: 26, bottom: 35 },
  landscape: { left: 37, right: 35, bottom: 26 },
} as const;
/** The dashes stand this far below the text block. */
const dropMm = 7;
/** Widths of the signs of the font Times in thousandths of its size. */
const widths = { dash: 1000, blank: 250, digit: 500 };
/** Height of the dash above the base line, as a share of the size. */
const dashHeight = 0.25;

/** Whether this runtime draws page numbers by itself. */
export function drawsPageNumbers(chromeVersion: string): boolean {
  return Number(chromeVersion.split('.')[0]) >= firstWithMarginBoxes;
}

/** Writes the number of each page into a PDF that Chromium made. Throws when the file is not built as Chromium builds it. */
export function stampPageNumbers(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const end = /trailer\s*<<([\s\S]*?)>>\s*startxref\s*(\d+)\s*%%EOF\s*$/.exec(text);
  const count = Number(/\/Size (\d+)/.exec(end?.[1] ?? '')?.[1]);
  const root = /\/Root (\d+) 0 R/.exec(end?.[1] ?? '')?.[1];
  if (end === null || root === undefined || !(count > 0)) throw new Error('the PDF has no plain trailer');
  const objects = objectsOf(text);
  const added = new Map<number, string>();
  const font = count;
  const save = count + 1;
  added.set(font, '<</Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding>>');
  added.set(save, stream('q'));
  for (const [index, page] of pagesOf(objects, root).entries()) {
    const number = count + 2 + index;
    const body = objects.get(page) ?? '';
    added.set(number, stream(`Q\n${drawing(index + 1, body)}`));
    added.set(page, withDrawing(body, { font, save, number }));
  }
  return Buffer.concat([
    pdf,
    Buffer.from(appendix(text.length, added, end[1] ?? '', Number(end[2])), 'latin1'),
  ]);
}

/** Text of every object by its number. */
function objectsOf(text: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\s*(<<[\s\S]*?)\s*endobj/g)) {
    found.set(Number(match[1]), match[2] ?? '');
  }
  return found;
}

/** Numbers of the page objects in reading order. */
function pagesOf(objects: ReadonlyMap<number, string>, root: string): readonly number[] {
  const tree = /\/Pages (\d+) 0 R/.exec(objects.get(Number(root)) ?? '')?.[1];
  const walk = (number: number): number[] => {
    const body = objects.get(number) ?? '';
    const kids = /\/Kids\s*\[([^\]]*)\]/.exec(body)?.[1];
    if (kids === undefined) return /\/Type \/Page(?!s)/.test(body) ? [number] : [];
    return [...kids.matchAll(/(\d+) 0 R/g)].flatMap((kid) => walk(Number(kid[1])));
  };
  const pages = tree === undefined ? [] : walk(Number(tree));
  if (pages.length === 0) throw new Error('the PDF names no pages');
  return pages;
}

/** The signs “— n —” in their place on the page. */
function drawing(number: number, page: string): string {
  const box = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(page);
  if (box === null) throw new Error('a page of the PDF has no size');
  const [width, height] = [Number(box[1]), Number(box[2])];
  const margin = margins[width > height ? 'landscape' : 'portrait'];
  const digits = String(number);
  const length = ((2 * widths.dash + 2 * widths.blank + digits.length * widths.digit) * size) / 1000;
  const x =
    number % 2 === 1 ? width - margin.right * pointsPerMm - size - length : margin.left * pointsPerMm + size;
  const y = (margin.bottom - dropMm) * pointsPerMm - dashHeight * size;
  return `BT /TiduPage ${size} Tf 0 g ${x.toFixed(2)} ${y.toFixed(2)} Td (\\227 ${digits} \\227) Tj ET`;
}

type Drawing = { readonly font: number; readonly save: number; readonly number: number };

/** A page object that also shows the drawing; what the page showed before is kept apart by q and Q. */
function withDrawing(page: string, { font, save, number }: Drawing): string {
  const shown = page.replace(/\/Contents (\d+) 0 R/, `/Contents [${save} 0 R $1 0 R ${number} 0 R]`);
  const named = /\/Font\s*<</.test(shown)
    ? shown.replace(/\/Font\s*<</, `/Font <</TiduPage ${font} 0 R `)
    : shown.replace(/\/Resources\s*<</, `/Resources <</Font <</TiduPage ${font} 0 R>> `);
  if (shown === page || named === shown) throw new Error('a page of the PDF is not built as expected');
  return named;
}

function stream(content: string): string {
  return `<</Length ${content.length}>> stream\n${content}\nendstream`;
}

/** The appended part: objects, their places, and a trailer that leads on to the part before. */
function appendix(
  start: number,
  objects: ReadonlyMap<number, string>,
  trailer: string,
  previous: number,
): string {
  let body = '\n';
  let table = 'xref\n';
  for (const [number, content] of [...objects].sort(([a], [b]) => a - b)) {
    table += `${number} 1\n${String(start + body.length).padStart(10, '0')} 00000 n \n`;
    body += `${number} 0 obj\n${content}\nendobj\n`;
  }
  const size = Math.max(...objects.keys()) + 1;
  const rest = trailer.replace(/\/Size \d+/, `/Size ${size}`);
  return `${body}${table}trailer\n<<${rest} /Prev ${previous}>>\nstartxref\n${start + body.length}\n%%EOF\n`;
}
