import { expect, it } from 'vitest';
import { XmlScan } from '#electron/excel/read/xml-scan.ts';

/** Everything a scan finds: tags with an attribute, and the texts of `t`. */
function walk(xml: string): string[] {
  const scan = new XmlScan(Buffer.from(xml, 'utf8'));
  const found: string[] = [];
  for (let token = scan.next(); token !== 'end'; token = scan.next()) {
    if (token === 'close') found.push(`/${scan.name}`);
    else if (scan.name === 't') found.push(`t=${scan.textInside()}`);
    else if (scan.name === 'skipped') {
      scan.skip();
      found.push('skipped');
    } else found.push(`${scan.name} ${scan.attribute('r') ?? ''}`.trim());
  }
  return found;
}

const row =
  '<x:row r="甲&amp;乙">\n<!-- a <b> in a comment --><c r=\'1>0\' /><t>中文&#x4e2d;</t><t><![CDATA[a<b>]]>后<i>x</i></t><skipped><c r="2"/><t>no</t></skipped><?pi <t> ?></x:row>';
const ofRow = ['row 甲&乙', 'c 1>0', 't=中文中', 't=a<b>后x', 'skipped', '/row'];

it('finds the same wherever the pieces that it takes in end', () => {
  const piece = 256 * 1024;
  const length = Buffer.byteLength(row);
  // The end of the first piece falls on every byte of the row in turn.
  for (let shift = 0; shift <= length + 12; shift += 1) {
    const blank = ' '.repeat(piece - length - 6 + shift);
    expect(walk(`<rows>${blank}${row}${row}</rows>`), `shift ${shift}`).toEqual([
      'rows',
      ...ofRow,
      ...ofRow,
      '/rows',
    ]);
  }
});

it('takes in as much as a single text, comment or tag needs', () => {
  const long = '砺'.repeat(400_000);
  expect(walk(`<!--${long}--><t>${long}</t><c r="${long}"/>`)).toEqual([`t=${long}`, `c ${long}`]);
});

it('says of a text that breaks off that it does', () => {
  const long = 'x'.repeat(600_000);
  for (const broken of [`<t>${long}`, `<c r="${long}`, `<!--${long}`, `<skipped>${long}`, '<', '<t'])
    expect(() => walk(broken), broken.slice(0, 12)).toThrow(/not end/);
});
