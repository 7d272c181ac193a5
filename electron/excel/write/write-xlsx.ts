import { columnLetters } from '#shared/roster/grid.ts';
import { escapeXml } from './cells.ts';
import { headRow, sheetXml, type WrittenSheet } from './sheet-part.ts';
import { stylesXml } from './styles.ts';
import type { TableSheet } from './table-sheet.ts';
import { type Sink, ZipFile } from './zip-file.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const longestName = 31;

/** Writes sheets as a workbook, part by part, and answers the number of rows of the first; `onRows` follows that one. */
export async function writeXlsx(
  sink: Sink,
  sheets: readonly TableSheet[],
  { signal, onRows }: { readonly signal: AbortSignal; readonly onRows: (rows: number) => void },
): Promise<number> {
  const zip = new ZipFile(sink, signal);
  const names = sheetNames(sheets);
  await zip.add('[Content_Types].xml', [contentTypes(sheets.length)]);
  await zip.add('_rels/.rels', [packageRelations]);
  const written: WrittenSheet[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const follow = index === 0 ? onRows : () => undefined;
    const pieces = sheetXml(sheet, follow, (done) => written.push(done));
    await zip.add(`xl/worksheets/sheet${index + 1}.xml`, pieces);
  }
  await zip.add('xl/workbook.xml', [workbookXml(sheets, names, written)]);
  await zip.add('xl/_rels/workbook.xml.rels', [workbookRelations(sheets.length)]);
  await zip.add('xl/styles.xml', [stylesXml()]);
  await zip.end();
  return written[0]?.rows ?? 0;
}

/** Names without the signs that Excel refuses, none twice. */
function sheetNames(sheets: readonly TableSheet[]): readonly string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }) => {
    const plain = name.replace(/[\\/*?:[\]“”"'\p{Cc}]/gu, '').trim() || '表';
    for (let count = 1; ; count += 1) {
      const suffix = count === 1 ? '' : `（${count}）`;
      const tried = plain.slice(0, longestName - suffix.length) + suffix;
      if (taken.has(tried.toLowerCase())) continue;
      taken.add(tried.toLowerCase());
      return tried;
    }
  });
}

function contentTypes(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = numbered(
    sheets,
    (index) => `<Override PartName="/xl/worksheets/sheet${index}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return (
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${parts}` +
    `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`
  );
}

const packageRelations =
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
  `<Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

function workbookRelations(sheets: number): string {
  const parts = numbered(
    sheets,
    (index) =>
      `<Relationship Id="rId${index}" Type="${relations}/worksheet" Target="worksheets/sheet${index}.xml"/>`,
  );
  return (
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${parts}` +
    `<Relationship Id="rId${sheets + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`
  );
}

function workbookXml(
  sheets: readonly TableSheet[],
  names: readonly string[],
  written: readonly WrittenSheet[],
): string {
  const list = names.map(
    (name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const defined = sheets.flatMap((sheet, index) => {
    const quoted = `'${names[index]}'`;
    const head = headRow(sheet);
    const first = sheet.lines.length + 1;
    const filtered = `${quoted}!$A$${head}:$${columnLetters(sheet.columns.length)}$${written[index]?.lastRow ?? head}`;
    return [
      ...(sheet.filter ? [definedName('_xlnm._FilterDatabase', index, ' hidden="1"', filtered)] : []),
      definedName('_xlnm.Print_Titles', index, '', `${quoted}!$${first}:$${head}`),
    ];
  });
  return (
    `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView activeTab="0"/></bookViews>` +
    `<sheets>${list.join('')}</sheets><definedNames>${defined.join('')}</definedNames></workbook>`
  );
}

function definedName(name: string, sheet: number, marks: string, range: string): string {
  return `<definedName name="${name}" localSheetId="${sheet}"${marks}>${escapeXml(range)}</definedName>`;
}

function numbered(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index + 1)).join('');
}
