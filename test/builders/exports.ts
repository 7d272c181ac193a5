import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { InputOf, OutputOf } from '#shared/contract/api.ts';
import type { TestCore } from './core.ts';

/** A place in the scratch folder of a test core, with its ticket. */
export function targetIn(
  test: Pick<TestCore, 'folder'>,
  name: string,
): {
  readonly token: string;
  readonly path: string;
  readonly paths: Record<string, { path: string; name: string }>;
} {
  const path = join(test.folder, name);
  const token = `target-${name}`;
  return { token, path, paths: { [token]: { path, name } } };
}

/** All filled cells of a workbook by sheet, row by row, as texts; numbers and days in plain digits. */
export async function readTexts(
  path: string,
): Promise<Readonly<Record<string, readonly (readonly string[])[]>>> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return Object.fromEntries(
    book.worksheets.map((sheet) => {
      const rows: string[][] = [];
      // Counted once: the library walks all rows for it.
      const { columnCount } = sheet;
      sheet.eachRow((row) => {
        const cells: string[] = [];
        for (let column = 1; column <= columnCount; column += 1) {
          const { value } = row.getCell(column);
          cells.push(value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? ''));
        }
        rows.push(cells);
      });
      return [sheet.name, rows];
    }),
  );
}

/** Exports the list of firms to a file of the test and answers where it is. */
export async function exportFirms(
  test: TestCore,
  name: string,
  input: Partial<InputOf<'exports.firms'>> = {},
): Promise<{ readonly path: string; readonly done: OutputOf<'exports.firms'> }> {
  const { token, path, paths } = targetIn(test, name);
  const done = await test.ask(
    'exports.firms',
    {
      target: token,
      scope: 'all',
      filter: { asOf: '2026-06-30' },
      columns: ['code', 'street', 'titles', 'contactName', 'contactPhone'],
      ...input,
    },
    paths,
  );
  return { path, done };
}

/** Opens a file as a roster and answers the draft. */
export function openRoster(test: TestCore, path: string): Promise<OutputOf<'imports.open'>> {
  return test.ask(
    'imports.open',
    { tokens: ['roster-in'], keep: false },
    { 'roster-in': { path, name: path.replace(/^.*\//, '') } },
  );
}
