import { describe, expect, it } from 'vitest';
import { meaningOfCode } from '#electron/excel/read/xlsx-styles.ts';
import { type RawParts, rawParts, relations, zipOf } from '#test/builders/workbooks/raw-xlsx.ts';
import { readBytes } from '#test/builders/workbooks/read-bytes.ts';

/** Reads a hand-made workbook; cells as `A1=text` by row. */
async function read(sheetXml: string, parts: RawParts = {}): Promise<string[]> {
  const { sheets } = await readBytes(zipOf(rawParts(sheetXml, parts)), '名册.xlsx');
  return sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row) =>
      row.cells.map(
        (cell) =>
          `${row.number}.${cell.column} ${cell.kind} ${cell.text}${cell.fromMerge === true ? ' (merged)' : ''}`,
      ),
    ),
  );
}

async function refusal(sheetXml: string, parts: RawParts = {}): Promise<unknown> {
  return read(sheetXml, parts).then(
    () => 'read',
    (error: { readonly code?: unknown }) => error.code,
  );
}

const strings = (items: string) => ({
  'xl/sharedStrings.xml': `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${items}</sst>`,
});

describe('cells of a hand-made xlsx', () => {
  it('without a place follow the one before, whatever the sheet says of its size', async () => {
    const sheet =
      '<dimension ref="A1"/><sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row></sheetData>';
    expect(await read(sheet)).toEqual([
      '1.1 number 1',
      '1.2 number 2',
      '5.3 number 3',
      '5.4 number 4',
      '6.1 number 5',
    ]);
  });

  it('are read with prefixes, in the strict namespace, with absolute targets and names in capitals', async () => {
    const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const parts = rawParts(
      '<?xml version="1.0"?><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="d"><x:v>2024-03-15T00:00:00</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      {
        ...strings('<si><t>企业名称</t></si>'),
        '_rels/.rels': relations([['rId1', 'officeDocument', '/xl/workbook.xml']], strict),
        'xl/_rels/workbook.xml.rels': relations(
          [
            ['rId1', 'worksheet', '/xl/worksheets/sheet1.xml'],
            ['rId2', 'sharedStrings', '/xl/SharedStrings.xml'],
          ],
          strict,
        ),
      },
    );
    const { sheets } = await readBytes(zipOf(parts), '严格.xlsx');
    expect(sheets[0]?.rows[0]?.cells).toEqual([
      { column: 1, kind: 'text', text: '企业名称', number: null },
      { column: 2, kind: 'date', text: '2024-03-15', number: null },
    ]);
  });

  it('share texts: rich ones whole, phonetic ones left out, empty ones keep their place', async () => {
    const items =
      '<si><t/></si><si/><si><r><rPr><b/></rPr><t>杭州</t></r><r><t xml:space="preserve"> 砺锋 </t></r><rPh sb="0" eb="1"><t>ハン</t></rPh><phoneticPr/></si><si><t>A&amp;B&#x4e2d;&#25991;_x000D_</t></si><si><t><![CDATA[a<b]]></t></si>';
    const cells = [0, 1, 2, 3, 4].map((index) => `<c t="s"><v>${index}</v></c>`).join('');
    expect(await read(`<sheetData><row r="2">${cells}</row></sheetData>`, strings(items))).toEqual([
      '2.3 text 杭州 砺锋 ',
      '2.4 text A&B中文\r',
      '2.5 text a<b',
    ]);
  });

  it('hold inline texts, results of formulas, errors, truth', async () => {
    const cells =
      '<c t="inlineStr"><is><r><t>内</t></r><r><t>联</t></r></is></c><c t="str"><f>A1&amp;"x"</f><v>结果</v></c><c><f>1+1</f><v>2</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="b"><v>1</v></c><c><f>B1</f></c><c t="b"><v>0</v></c>';
    expect(await read(`<sheetData><row r="1">${cells}</row></sheetData>`)).toEqual([
      '1.1 text 内联',
      '1.2 text 结果',
      '1.3 number 2',
      '1.4 error #DIV/0!',
      '1.5 boolean 是',
      '1.7 boolean 否',
    ]);
  });

  it('are days by their format, counted from 1900 or 1904', async () => {
    const sheet =
      '<sheetData><row r="1"><c s="1"><v>44256</v></c><c s="1"><v>45000.75</v></c><c><v>44256</v></c></row></sheetData>';
    expect(await read(sheet)).toEqual(['1.1 date 2021-03-01', '1.2 date 2023-03-15', '1.3 number 44256']);
    const from1904 = {
      'xl/workbook.xml':
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>',
    };
    expect((await read(sheet, from1904))[0]).toBe('1.1 date 2025-03-02');
  });

  it('of a merged block take the value of its first, but not beyond what is filled', async () => {
    const sheet =
      '<sheetData><row r="1"><c><v>7</v></c></row><row r="3"><c r="B3"><v>8</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>';
    expect(await read(sheet)).toEqual([
      '1.1 number 7',
      '2.1 number 7 (merged)',
      '3.1 number 7 (merged)',
      '3.2 number 8',
    ]);
  });

  it('out of order come in order, and a place written twice holds the later value', async () => {
    const sheet =
      '<sheetData><row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c><c r="B1"><v>9</v></c></row></sheetData>';
    expect(await read(sheet)).toEqual(['1.1 number 1', '1.2 number 9', '3.1 number 3']);
  });

  it.each([
    ['yyyy"年"m"月"d"日"', 'day'],
    ['[$-804]yyyy/m/d;@', 'day'],
    ['mmm\\-yy', 'day'],
    ['m/d', 'day'],
    ['h:mm AM/PM', 'time'],
    ['[h]:mm:ss', 'plain'],
    ['mm:ss', 'time'],
    ['0.00%', 'percent'],
    ['0.0"%"', 'plain'],
    ['#,##0.00_);[Red](#,##0.00)', 'plain'],
    ['0"day"', 'plain'],
    ['General', 'plain'],
    ['G/通用格式"万元"', 'plain'],
  ])('the format %s means %s', (code, meaning) => {
    expect(meaningOfCode(code)).toBe(meaning);
  });
});

describe('what other programs write differently', () => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const one = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
  const without = (...paths: readonly string[]): RawParts =>
    Object.fromEntries(Object.entries(rawParts(one)).filter(([path]) => !paths.includes(path)));
  const readParts = async (parts: RawParts) =>
    (await readBytes(zipOf(parts), '名册.xlsx')).sheets.map((sheet) =>
      sheet.rows.map((row) => row.cells.map((cell) => `${cell.kind} ${cell.text}`)),
    );

  it.each([
    ['no part of texts or styles, though they are named', without('xl/sharedStrings.xml', 'xl/styles.xml')],
    ['no relations of the file', without('_rels/.rels')],
    ['no relations of the workbook', without('xl/_rels/workbook.xml.rels')],
    ['no types', without('[Content_Types].xml')],
    [
      'names with backslashes',
      Object.fromEntries(
        Object.entries(rawParts(one)).map(([path, content]) => [path.replaceAll('/', '\\'), content]),
      ),
    ],
    [
      'targets with backslashes',
      rawParts(one, {
        'xl/_rels/workbook.xml.rels': relations([['rId1', 'worksheet', '\\xl\\worksheets\\sheet1.xml']]),
      }),
    ],
    [
      'targets from the root without a slash',
      rawParts(one, {
        'xl/_rels/workbook.xml.rels': relations([['rId1', 'worksheet', 'xl/worksheets/sheet1.xml']]),
      }),
    ],
    [
      'targets with %20',
      {
        ...without('xl/worksheets/sheet1.xml'),
        'xl/worksheets/sheet 1.xml': rawParts(one)['xl/worksheets/sheet1.xml'] ?? '',
        'xl/_rels/workbook.xml.rels': relations([['rId1', 'worksheet', 'worksheets/sheet%201.xml']]),
      },
    ],
    [
      'another name of the workbook',
      {
        ...without('xl/workbook.xml', 'xl/_rels/workbook.xml.rels'),
        '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook2.xml']]),
        'xl/workbook2.xml': rawParts(one)['xl/workbook.xml'] ?? '',
        'xl/_rels/workbook2.xml.rels': rawParts(one)['xl/_rels/workbook.xml.rels'] ?? '',
      },
    ],
  ])('%s', async (_, parts) => {
    expect(await readParts(parts)).toEqual([[['number 1']]]);
  });

  it('parts in UTF-16 or GB2312', async () => {
    const sheet = (encoding: string) =>
      `<?xml version="1.0" encoding="${encoding}"?><worksheet xmlns="${main}"><sheetData><row r="1"><c t="inlineStr"><is><t>杭州</t></is></c></row></sheetData></worksheet>`;
    const little = Buffer.from(`\uFEFF${sheet('UTF-16')}`, 'utf16le');
    const [head, tail] = sheet('GB2312').split('杭州');
    const chinese = Buffer.concat([
      Buffer.from(head ?? ''),
      Buffer.of(0xba, 0xbc, 0xd6, 0xdd),
      Buffer.from(tail ?? ''),
    ]);
    for (const part of [little, Buffer.from(little).swap16(), chinese]) {
      expect(await readParts({ ...rawParts(one), 'xl/worksheets/sheet1.xml': part })).toEqual([
        [['text 杭州']],
      ]);
    }
  });

  it('a reference to a text that is empty is an empty cell, never the first text', async () => {
    const cells = '<c t="s"><v></v></c><c t="s"><v/></c><c t="s"/><c t="e"/><c s=""><v>7</v></c>';
    expect(
      await read(`<sheetData><row r="1">${cells}</row></sheetData>`, strings('<si><t>首</t></si>')),
    ).toEqual(['1.5 number 7']);
  });

  it('the count from 1904 holds though an extension says nothing of it', async () => {
    const book = `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="1"/><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets><extLst><ext><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst></workbook>`;
    const sheet = '<sheetData><row r="1"><c s="1"><v>44256</v></c></row></sheetData>';
    expect(await read(sheet, { 'xl/workbook.xml': book })).toEqual(['1.1 date 2025-03-02']);
  });

  it('anchors of pictures and controls are no rows', async () => {
    const anchor =
      '<controls><mc:AlternateContent><mc:Choice><control><controlPr><anchor><from><xdr:col>0</xdr:col><xdr:row>9</xdr:row></from></anchor></controlPr></control></mc:Choice></mc:AlternateContent></controls>';
    expect(await read(`<sheetData><row r="1048576"><c><v>1</v></c></row></sheetData>${anchor}`)).toEqual([
      '1048576.1 number 1',
    ]);
  });

  it('formats that stand behind the cell formats count, those of 条件格式 do not', async () => {
    const styles = `<styleSheet xmlns="${main}"><cellXfs><xf/><xf numFmtId="164"/></cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="0.0"/></dxf></dxfs><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts></styleSheet>`;
    const sheet = '<sheetData><row r="1"><c s="1"><v>44256</v></c></row></sheetData>';
    expect(await read(sheet, { 'xl/styles.xml': styles })).toEqual(['1.1 date 2021-03-01']);
  });

  it('sheets of charts, macros and dialogs hold no rows and stop nothing', async () => {
    const book = `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="图" sheetId="2" r:id="rId9"/><sheet name="宏" sheetId="3" state="veryHidden" r:id="rId8"/><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>`;
    const parts = rawParts(one, {
      'xl/workbook.xml': book,
      'xl/_rels/workbook.xml.rels': relations([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId8', 'xlMacrosheet', 'macrosheets/sheet1.xml'],
        ['rId9', 'chartsheet', 'chartsheets/sheet1.xml'],
        ['rId7', 'externalLink', 'externalLinks/externalLink1.xml'],
      ]),
      'xl/chartsheets/sheet1.xml': '<chartsheet/>',
      'xl/macrosheets/sheet1.xml': '<macrosheet/>',
      'xl/vbaProject.bin': Buffer.alloc(100),
    });
    expect(await readParts(parts)).toEqual([[['number 1']]]);
  });
});

describe('a workbook that is not whole', () => {
  const sheet = '<sheetData><row r="1"><c><v>1</v></c></row></sheetData>';

  it('is refused rather than read in part', async () => {
    expect(await refusal('<sheetData><row r="1"><c t="s"><v>5</v></c></row></sheetData>')).toBe(
      'file-damaged',
    );
    expect(await refusal('<sheetData><row r="1"><c><v>1</v></c>')).toBe('file-damaged');
    const two = {
      'xl/workbook.xml':
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="一" sheetId="1" r:id="rId1"/><sheet name="二" sheetId="2" r:id="rId9"/></sheets></workbook>',
    };
    expect(await refusal(sheet, two)).toBe('file-damaged');
    expect(await refusal('<sheetData/>')).toBe('sheet-empty');
  });

  it('with a DOCTYPE is refused', async () => {
    const evil =
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>';
    expect(await refusal(evil)).toBe('file-doctype');
  });
});
