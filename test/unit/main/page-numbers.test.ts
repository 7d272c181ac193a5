import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { drawsPageNumbers, stampPageNumbers } from '#electron/main/page-numbers.ts';

const millimetre = 72 / 25.4;

/** A PDF as Chromium writes it: plain objects, one content stream a page that leaves its scaling in force. */
function plainPdf(pages: number, [width, height]: readonly [number, number]): Uint8Array {
  const objects = [
    '<</Type /Catalog /Pages 2 0 R>>',
    `<</Type /Pages /Count ${pages} /Kids [${Array.from({ length: pages }, (_, i) => `${3 + 2 * i} 0 R`).join(' ')}]>>`,
  ];
  for (let index = 0; index < pages; index += 1) {
    objects.push(
      `<</Type /Page /Resources <</ProcSet [/PDF]>> /MediaBox [0 0 ${width} ${height}] /Contents ${4 + 2 * index} 0 R /Parent 2 0 R>>`,
      '<</Length 20>> stream\n.24 0 0 -.24 0 842 cm\nendstream',
    );
  }
  let text = '%PDF-1.4\n';
  const places = objects.map((body, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<</Size ${size}\n/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

async function numbersOf(pdf: Uint8Array) {
  const document = await getDocument({ data: new Uint8Array(pdf) }).promise;
  const found = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      found.push({ text: item.str, left: item.transform[4], base: item.transform[5], width: item.width });
    }
  }
  return found;
}

describe('页码', () => {
  it('is “— n —”, odd pages right and even pages left, one sign in from the text block, 7 mm below it', async () => {
    const numbers = await numbersOf(stampPageNumbers(plainPdf(12, [595, 842])));
    expect(numbers.map((each) => each.text)).toEqual(Array.from({ length: 12 }, (_, i) => `— ${i + 1} —`));
    for (const [index, { left, base, width }] of numbers.entries()) {
      if (index % 2 === 0) expect(left + width).toBeCloseTo(595 - 26 * millimetre - 14, 0);
      else expect(left).toBeCloseTo(28 * millimetre + 14, 0);
      expect(base + 0.25 * 14).toBeCloseTo((35 - 7) * millimetre, 0);
    }
  });

  it('keeps to the margins of a turned page', async () => {
    const [first, second] = await numbersOf(stampPageNumbers(plainPdf(2, [842, 595])));
    expect((first?.left ?? 0) + (first?.width ?? 0)).toBeCloseTo(842 - 35 * millimetre - 14, 0);
    expect(second?.left).toBeCloseTo(37 * millimetre + 14, 0);
  });

  it('is left to the style sheet where the runtime draws page margin boxes', () => {
    expect(drawsPageNumbers('130.0.6723.137')).toBe(false);
    expect(drawsPageNumbers('131.0.0.0')).toBe(true);
    expect(drawsPageNumbers('156.0.8078.73')).toBe(true);
  });

  it('refuses a file that is not built as expected instead of spoiling it', () => {
    expect(() => stampPageNumbers(Buffer.from('%PDF-1.7\nno trailer'))).toThrow();
  });
});
