import { XmlScan } from './xml-scan.ts';

/** The texts of a workbook that its cells share, by index. An item without text keeps its place. */
export function readSharedStrings(xml: string): readonly string[] {
  const scan = new XmlScan(xml);
  const texts: string[] = [];
  for (let found = scan.next(); found !== 'end'; found = scan.next()) {
    if (found === 'open' && scan.name === 'si') texts.push(readRichText(scan));
  }
  return texts;
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
