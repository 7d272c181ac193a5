import { AppError } from '#shared/contract/errors.ts';
import { columnLetters } from '#shared/roster/grid.ts';
import { columnNames, escapeXml, frameRowXml, rowXml } from './cells.ts';
import { columnStyle } from './styles.ts';
import { styledCell, type TableSheet } from './table-sheet.ts';

/** Rows that a sheet of a workbook can hold. */
const mostRows = 1_048_576;
/** Rows that a drop-down reaches; one over the whole column makes readers slow (Excel itself included). */
const choiceRows = 5000;
/** Height of a title and of a header row in points. */
const heights = { title: 30, head: 32 };

/** Number of the last header row, which is also the last row that stays in view. */
export function headRow(sheet: TableSheet): number {
  return sheet.lines.length + (sheet.upperHeads?.length ?? 0) + 1;
}

/** What is known of a sheet when it is written. */
export type WrittenSheet = { readonly rows: number; readonly lastRow: number };

/**
 * The part of one sheet, piece by piece. `onRows` hears the number of rows written so far.
 * Throws `file-too-long` when a sheet cannot hold them all.
 */
export async function* sheetXml(
  sheet: TableSheet,
  onRows: (rows: number) => void,
  done: (written: WrittenSheet) => void,
): AsyncGenerator<string> {
  const names = columnNames(sheet.columns);
  yield opening(sheet);
  yield headXml(sheet);
  let number = headRow(sheet);
  let rows = 0;
  for await (const batch of sheet.batches) {
    if (number + batch.length + 1 + sheet.footLines.length > mostRows) throw new AppError('file-too-long');
    let xml = '';
    for (const row of batch) {
      number += 1;
      xml += rowXml(row, number, sheet.columns, names);
    }
    rows += batch.length;
    yield xml;
    onRows(rows);
  }
  const lastRow = number;
  if (sheet.total !== null) {
    number += 1;
    const total = sheet.total.map((cell) => styledCell(cell, 'total'));
    yield rowXml(total, number, sheet.columns, names);
  }
  yield sheet.footLines.map((line, index) => frameRowXml([line], number + index + 1, 'foot')).join('');
  yield closing(sheet, lastRow);
  done({ rows, lastRow });
}

function opening(sheet: TableSheet): string {
  const bottom = headRow(sheet);
  const across = sheet.frozenColumns > 0 ? ` xSplit="${sheet.frozenColumns}"` : '';
  const pane = sheet.frozenColumns > 0 ? 'bottomRight' : 'bottomLeft';
  const corner = `${columnLetters(sheet.frozenColumns + 1)}${bottom + 1}`;
  const columns = sheet.columns.map(
    ({ width, kind }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${Math.max(4, width).toFixed(1)}" style="${columnStyle(kind)}" customWidth="1"/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews><sheetView workbookViewId="0"><pane${across} ySplit="${bottom}" topLeftCell="${corner}" activePane="${pane}" state="frozen"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="16"/><cols>${columns.join('')}</cols><sheetData>`
  );
}

function headXml({ lines, upperHeads = [], columns }: TableSheet): string {
  const blanks = columns.map(() => null);
  const above = lines.map(({ text, look }, index) =>
    frameRowXml([text, ...blanks.slice(1)], index + 1, look, look === 'title' ? heights.title : undefined),
  );
  const heads = [...upperHeads, columns.map(({ label }) => label)].map((texts, index) =>
    frameRowXml(texts, lines.length + index + 1, 'head', heights.head),
  );
  return [...above, ...heads].join('');
}

function closing(sheet: TableSheet, lastRow: number): string {
  const last = columnLetters(sheet.columns.length);
  const head = headRow(sheet);
  const filter = sheet.filter ? `<autoFilter ref="A${head}:${last}${lastRow}"/>` : '';
  const landscape = sheet.columns.reduce((sum, { width }) => sum + width, 0) > 90;
  return (
    `</sheetData>${filter}${mergesXml(sheet, last)}${choicesXml(sheet, head)}` +
    '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.6" right="0.6" top="0.75" bottom="0.75" header="0.3" footer="0.4"/>' +
    `<pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>` +
    '<headerFooter differentOddEven="1"><oddFooter>&amp;R— &amp;P —</oddFooter><evenFooter>&amp;L— &amp;P —</evenFooter></headerFooter>' +
    '</worksheet>'
  );
}

function mergesXml({ lines, headMerges = [], columns }: TableSheet, last: string): string {
  const wide = columns.length > 1 ? lines.map((_, index) => `A${index + 1}:${last}${index + 1}`) : [];
  const heads = headMerges.map(
    ({ top, left, bottom, right }) =>
      `${columnLetters(left + 1)}${lines.length + top + 1}:${columnLetters(right + 1)}${lines.length + bottom + 1}`,
  );
  const merges = [...wide, ...heads].map((ref) => `<mergeCell ref="${ref}"/>`);
  return merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`;
}

function choicesXml({ columns }: TableSheet, head: number): string {
  const lists = columns.flatMap(({ choices }, index) => {
    if (choices === undefined) return [];
    const letter = columnLetters(index + 1);
    const ref = `${letter}${head + 1}:${letter}${head + choiceRows}`;
    const message =
      'errorStyle="warning" errorTitle="不在可选项中" error="请从下拉列表中选择；确需填写其他内容时可选“是”。"';
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" ${message} sqref="${ref}"><formula1>${escapeXml(choices)}</formula1></dataValidation>`,
    ];
  });
  return lists.length === 0
    ? ''
    : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}
