import { checkCode, normaliseCode } from '#shared/domain/uscc.ts';
import type { Finders } from './context.ts';
import { columnLetters, type SheetRow } from './grid.ts';

/** A list without a header: its first row of data, and words for its columns as far as their content tells. */
export type Headless = { readonly first: number; readonly texts: ReadonlyMap<number, string> };

/** Rows with a firm that such a list has at least, and rows looked at. */
const rowsAtLeast = 3;
const rowsLookedAt = 200;
/** Share of the rows that hold a name in the column of names, and of these rows that hold a code or a street in theirs. */
const nameShare = 0.75;
const otherShare = 0.5;
const mark = '（按内容认出）';

/**
 * Finds a list on a sheet without any header: one column of names of firms from some row on. Codes and streets are known
 * by their content as well; every other column waits for a person.
 */
export function findHeadless(rows: readonly SheetRow[], finders: Finders): Headless | undefined {
  const start = rows.findIndex((row) => row.cells.some(({ text }) => isFirmName(text)));
  const body = rows.slice(start, start + rowsLookedAt).filter((row) => row.cells.length > 0);
  const first = body[0];
  if (start < 0 || first === undefined) return undefined;
  const columns = [...new Set(body.flatMap((row) => row.cells.map(({ column }) => column)))].sort(
    (a, b) => a - b,
  );
  const name = columns.find((column) => fitting(body, column, isFirmName).length >= nameShare * body.length);
  const firms = name === undefined ? [] : fitting(body, name, isFirmName);
  if (firms.length < rowsAtLeast) return undefined;
  const find = (fits: (text: string) => boolean) =>
    columns.find((column) => fitting(firms, column, fits).length >= otherShare * firms.length);
  const code = find(isCode);
  const street = find((text) => finders.street(text) !== undefined);
  const word = (column: number) => {
    if (column === name) return `企业名称${mark}`;
    if (column === code) return `统一社会信用代码${mark}`;
    return column === street ? `所属街道${mark}` : `${columnLetters(column)} 列`;
  };
  return { first: first.number, texts: new Map(columns.map((column) => [column, word(column)])) };
}

function fitting(
  rows: readonly SheetRow[],
  column: number,
  fits: (text: string) => boolean,
): readonly SheetRow[] {
  return rows.filter((row) => row.cells.some((cell) => cell.column === column && fits(cell.text)));
}

function isFirmName(text: string): boolean {
  return (
    text.length <= 60 &&
    /.{3}(?:公司|厂|合作社|研究院|研究所|[(（](?:有限合伙|普通合伙)[)）])\s*$/u.test(text)
  );
}

function isCode(text: string): boolean {
  return text.length <= 40 && checkCode(normaliseCode(text)).state === 'valid';
}
