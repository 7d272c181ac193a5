import { expect, it, vi } from 'vitest';
import { type Ledger, ReadDb } from '#electron/db/handles.ts';
import { searchFirms } from '#electron/db/tables/firm-list.ts';
import {
  findFirmsByCodes,
  findFirmsByFormerNameKeys,
  findFirmsByNameKeys,
} from '#electron/db/tables/firm-match.ts';
import { findByCode, getFirm } from '#electron/db/tables/firms.ts';
import { bareConnection, fillEveryTable, memoryLedger } from '#test/builders/ledger.ts';

/** How SQLite carries out every statement that the work prepares. */
function plansOf(ledger: Ledger, work: () => void): string[] {
  const query = vi.spyOn(ReadDb.prototype, 'query');
  work();
  const statements = [...new Set(query.mock.calls.map(([sql]) => sql))];
  query.mockRestore();
  return statements.flatMap((sql) => {
    const plan = bareConnection(ledger).prepare(`EXPLAIN QUERY PLAN ${sql}`);
    const places = Array.from({ length: sql.split('?').length - 1 }, () => null);
    // EXPLAIN QUERY PLAN answers with the columns id, parent, notused, detail.
    return (plan.all(...places) as { detail: string }[]).map(({ detail }) => detail);
  });
}

it('a keystroke in the search box reads one covering index, and whole rows only for the page', () => {
  const ledger = memoryLedger();
  fillEveryTable(ledger);
  const search = {
    text: '测试',
    streetIds: ['baiyang'],
    statuses: ['active'] as const,
    offset: 0,
    limit: 50,
  };
  const sort = { field: 'id', direction: 'asc' } as const;
  expect(plansOf(ledger, () => searchFirms(ledger.read, { ...search, sort }))).toEqual([
    'SCAN change_set',
    expect.stringMatching(/^SCAN firm USING COVERING INDEX/),
    'SCAN firm USING COVERING INDEX firm_list',
    'LIST SUBQUERY 1',
    'SCAN json_each VIRTUAL TABLE INDEX 1:',
    'CREATE BLOOM FILTER',
    'LIST SUBQUERY 2',
    'SCAN json_each VIRTUAL TABLE INDEX 1:',
    'CREATE BLOOM FILTER',
    'SEARCH firm USING INTEGER PRIMARY KEY (rowid=?)',
    'LIST SUBQUERY 1',
    'SCAN json_each VIRTUAL TABLE INDEX 1:',
  ]);
});

it.each(['name', 'code', 'streetId', 'platformId', 'chainId', 'scale', 'registeredOn'] as const)(
  'sorting all firms by %s walks an index and never sorts rows',
  (field) => {
    const ledger = memoryLedger();
    const sort = { field, direction: 'desc' } as const;
    const plans = plansOf(ledger, () => searchFirms(ledger.read, { sort, offset: 0, limit: 50 }));
    const orders = plans.filter((plan) => plan.includes(' firm ') && plan.includes('INDEX'));
    expect(orders.length).toBeGreaterThan(0);
    for (const plan of orders) expect(plan).toMatch(/COVERING INDEX/);
    expect(plans.join()).not.toContain('TEMP B-TREE FOR ORDER BY');
  },
);

it('finding the firms of roster rows is one look into an index for each', () => {
  const ledger = memoryLedger();
  fillEveryTable(ledger);
  const { read } = ledger;
  const plans = plansOf(ledger, () => {
    findByCode(read, '');
    findFirmsByCodes(read, ['91330100MA00000001']);
    findFirmsByNameKeys(read, ['甲']);
    findFirmsByFormerNameKeys(read, ['甲']);
    getFirm(read, 1);
  });
  const looks = plans.filter((plan) => /\b(firm|firm_name)\b/.test(plan));
  expect(looks.length).toBeGreaterThan(4);
  for (const look of looks) expect(look).toMatch(/^SEARCH /);
  expect(looks.join()).toContain('firm_by_name_key (name_key=?)');
  expect(looks.join()).toContain('firm_name_by_key (name_key=?)');
  expect(looks.join()).toContain('sqlite_autoindex_firm_1 (code=?)');
});
