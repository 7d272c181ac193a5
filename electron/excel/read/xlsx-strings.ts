import type { TextPacker } from '../workbook-packer.ts';
import { textValue } from './cell-values.ts';
import type { XmlScan } from './xml-scan.ts';

/** Packs the texts of a workbook that its cells share; answers their places by index, -1 for one without text. */
export function readSharedStrings(scan: XmlScan, texts: TextPacker): Int32Array {
  const places: number[] = [];
  for (let found = scan.next(); found !== 'end'; found = scan.next()) {
    if (found !== 'open' || scan.name !== 'si') continue;
    const value = textValue(readRichText(scan));
    places.push(value === undefined ? -1 : texts.add(value.text));
  }
  return Int32Array.from(places);
}

/** The text of an `si` or `is` just opened: all its runs in order, without the phonetic ones (注音). */
export function readRichText(scan: XmlScan): string {
  if (scan.closesItself) return '';
  const owner = scan.name;
  let text = '';
  for (;;) {
    const found = scan.next();
    if (found === 'end') throw new Error('a text does not end');
    if (found === 'close') {
      if (scan.name === owner) return text;
    } else if (scan.name === 't') text += scan.textInside();
    else if (scan.name === 'rPh' || scan.name === 'rPr' || scan.name === 'phoneticPr') scan.skip();
  }
}
