import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changeSet } from '#electron/db/change-set.ts';
import { openLedger, type WriteTx } from '#electron/db/open.ts';
import type { TestCore } from './core.ts';
import { openRoster } from './exports.ts';
import { csvOf, type MessyValue, xlsxOf } from './rosters/messy-sheet.ts';

/** Rows of a sheet as a person typed them. */
export type TypedRows = readonly (readonly MessyValue[])[];

/** Writes to the ledger beside the core. */
export function prepareLedger(test: TestCore, write: (tx: WriteTx) => void): void {
  const ledger = openLedger(test.databasePath);
  changeSet(ledger, { actor: '测试员', kind: 'edit', reason: '准备' }, write);
  ledger.close();
}

/** Saves rows as a file of the test and opens it as a draft. */
export async function openTyped(test: TestCore, rows: TypedRows, name = '报送.xlsx') {
  const sheet = { name: '表1', rows, merges: [], hiddenRows: new Set<number>() };
  const path = join(test.folder, name);
  writeFileSync(path, name.endsWith('.csv') ? `\uFEFF${csvOf(sheet)}` : await xlsxOf([sheet]));
  const draft = await openRoster(test, path);
  const { rows: compared } = await test.ask('imports.rows', { draftId: draft.draftId, limit: 200 });
  return { draft, draftId: draft.draftId, table: draft.tables[0], rows: compared };
}
