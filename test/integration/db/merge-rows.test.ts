import { expect, test } from 'vitest';
import { mergeRows, rowsOfFirm } from '#electron/db/merge-rows.ts';
import { getFirm } from '#electron/db/tables/firms.ts';
import { undoChangeSet } from '#electron/db/undo.ts';
import { clerk, dump, fillEveryTable, memoryLedger, write } from '#test/builders/ledger.ts';

test('everything that hangs on a record moves, and the undo puts every row back as it was', () => {
  const ledger = memoryLedger();
  fillEveryTable(ledger);
  const tables = ledger.read
    .query<{ name: string }>(
      `SELECT tables.name FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys
       WHERE tables.type = 'table' AND keys."table" = 'firm'`,
    )
    .all()
    .map(({ name }) => name);
  expect(tables.length).toBeGreaterThan(10);
  const before = dump(ledger, ['firm', ...tables]);
  const moved = rowsOfFirm(ledger.read, 1);
  expect(moved.map(({ label }) => label)).toContain('拨付记录');
  const gone = getFirm(ledger.read, 1);
  if (gone === undefined) throw new Error('firm 1 is there');
  const id = write(ledger, (tx) => mergeRows(tx, 2, gone, '2024-08-01'), 'firm-merge');
  expect(getFirm(ledger.read, 1)).toBeUndefined();
  expect(rowsOfFirm(ledger.read, 1)).toEqual([]);
  const now = new Map(rowsOfFirm(ledger.read, 2).map(({ label, count }) => [label, count]));
  for (const { label, count } of moved) expect(now.get(label), label).toBeGreaterThanOrEqual(count);
  undoChangeSet(ledger, id, { actor: clerk, reason: '合错了' });
  expect(dump(ledger, ['firm', ...tables])).toEqual(before);
});
