import { fenPerWan } from '#shared/domain/money.ts';
import { cellText, startsFormula } from './safe-text.ts';
import { type ColumnKind, styledCell, type TableCell, type TableSheet } from './table-sheet.ts';
import type { Sink } from './zip-file.ts';

/** With this mark Excel reads the file as UTF-8. */
const byteOrderMark = '\ufeff';
const ppmPerPercent = 10_000;

/** Writes the header and the rows of one sheet as csv (RFC 4180, UTF-8 with mark) and answers the number of rows. */
export async function writeCsv(
  sink: Sink,
  sheet: TableSheet,
  { signal, onRows }: { readonly signal: AbortSignal; readonly onRows: (rows: number) => void },
): Promise<number> {
  const head = sheet.columns.map(({ label }) => quoted(guarded(label)));
  await sink(Buffer.from(`${byteOrderMark}${head.join(',')}\r\n`));
  let rows = 0;
  for await (const batch of sheet.batches) {
    signal.throwIfAborted();
    const lines = batch.map((row) =>
      sheet.columns.map(({ kind }, index) => csvField(row[index], kind)).join(','),
    );
    await sink(Buffer.from(lines.length === 0 ? '' : `${lines.join('\r\n')}\r\n`));
    rows += batch.length;
    onRows(rows);
  }
  return rows;
}

function csvField(cell: TableCell | undefined, columnKind: ColumnKind): string {
  const { value, kind = columnKind } = styledCell(cell);
  if (value === null) return '';
  if (typeof value === 'number') {
    if (kind === 'wan') return String(value / fenPerWan);
    return kind === 'percent' ? `${value / ppmPerPercent}%` : String(value);
  }
  return quoted(guarded(value));
}

/**
 * A csv has no types: a text that would act as a formula gets an apostrophe before it, and a row of digits that a
 * spreadsheet would shorten (a code, a number with leading zeros) gets a tab behind it. The import drops both.
 */
function guarded(text: string): string {
  if (startsFormula(text)) return `'${cellText(text)}`;
  const shortened = /^(?:\d{12,}|0\d+|\d+[Ee]\d+)$/.test(text);
  return shortened ? `${text}\t` : cellText(text);
}

function quoted(text: string): string {
  return /[",\r\n\t;|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
