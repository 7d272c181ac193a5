import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimsOf } from '#test/builders/claims.ts';
import { openTestCore, type TestCore } from '#test/builders/core.ts';

let core: TestCore;
const { firm } = claimsOf(() => core);
beforeEach(async () => {
  core = await openTestCore({ pack: 'qiantang-2024' });
});
afterEach(() => core.close());

const move = (firmId: number, kind: 'movedIn' | 'movedOut' | 'closed', on: string) =>
  core.ask('firms.move', { firmId, kind, on, document: null, note: null });
const refusedMove = async (firmId: number, kind: string, on: string) =>
  (await core.refused('firms.move', { firmId, kind, on, document: null, note: null })).code;
const holders = async (asOf: string, titleView: 'stock' | 'cumulative' = 'stock') =>
  (await core.ask('firms.search', { filter: { titleIds: ['little-giant'], titleView, asOf } })).total;
const status = async (id: number) => (await core.ask('firms.get', { id, asOf: '2026-06-30' })).row.status;

test('a firm that moves out takes its titles along, and brings back what still runs', async () => {
  const id = await firm('杭州迁移有限公司', 'little-giant', '2024-09-01');
  const effects = await core.ask('firms.moveEffects', { firmId: id, kind: 'movedOut', on: '2025-03-01' });
  expect(effects).toEqual({
    titles: [{ label: '小巨人', eventLabel: '迁出' }],
    pools: [],
    closesPlan: false,
  });
  await move(id, 'movedOut', '2025-03-01');
  expect(await status(id)).toBe('movedOut');
  expect([await holders('2025-02-28'), await holders('2025-03-01')]).toEqual([1, 0]);
  expect(await holders('2025-03-01', 'cumulative')).toBe(1);
  expect(await refusedMove(id, 'movedOut', '2025-04-01')).toBe('move-refused');
  expect(await refusedMove(id, 'movedIn', '2025-02-01')).toBe('move-refused');
  await move(id, 'movedIn', '2026-01-10');
  expect(await status(id)).toBe('active');
  expect([await holders('2026-01-09'), await holders('2026-01-10')]).toEqual([0, 1]);
  expect([await holders('2027-08-31'), await holders('2027-09-01')]).toEqual([1, 0]);
  expect(await refusedMove(id, 'movedIn', '2026-02-01')).toBe('move-refused');
  const { moves } = await core.ask('firms.get', { id, asOf: '2026-06-30' });
  expect(moves.map(({ label, on }) => [label, on])).toEqual([
    ['迁出本区', '2025-03-01'],
    ['迁入本区', '2026-01-10'],
  ]);
});

test('a title that ran out elsewhere does not come back', async () => {
  const id = await firm('杭州过期有限公司', 'little-giant', '2022-09-01');
  await move(id, 'movedOut', '2023-03-01');
  const effects = await core.ask('firms.moveEffects', { firmId: id, kind: 'movedIn', on: '2026-01-10' });
  expect(effects.titles).toEqual([]);
  await move(id, 'movedIn', '2026-01-10');
  expect(await holders('2026-01-10')).toBe(0);
});

test('a firm that is closed leaves pools, titles and its running file, and the undo takes all of it back', async () => {
  const id = await firm('杭州注销有限公司', 'provincial-srdi', '2025-05-01');
  await core.ask('pools.enter', {
    poolId: 'little-giant-seeds',
    firmIds: [id],
    stage: '储备',
    on: '2025-06-01',
    reason: '',
  });
  await core.ask('plans.open', {
    firmId: id,
    titleId: 'little-giant',
    application: 'new',
    openedOn: '2026-02-01',
    contact: null,
    contactUnit: null,
    note: null,
  });
  const asOf = '2026-06-30';
  const state = async () => ({
    status: await status(id),
    valid: (await core.ask('firms.search', { filter: { titleIds: ['provincial-srdi'], asOf } })).total,
    members: (await core.ask('pools.members', { poolId: 'little-giant-seeds', asOf })).rows.length,
    closed: (await core.ask('plans.get', { firmId: id, asOf })).plans[0]?.closedOn,
  });
  const before = { status: 'active', valid: 1, members: 1, closed: null };
  expect(await state()).toEqual(before);
  const done = await move(id, 'closed', '2026-05-20');
  expect(await state()).toEqual({ status: 'closed', valid: 0, members: 0, closed: '2026-05-20' });
  const { exits } = await core.ask('pools.members', { poolId: 'little-giant-seeds', asOf });
  expect(exits).toMatchObject([{ firmId: id, exit: 'closed', leftOn: '2026-05-20' }]);
  expect(await refusedMove(id, 'movedIn', '2026-06-01')).toBe('move-refused');
  await core.ask('changes.undo', { id: done.changeSetId ?? 0, reason: '登记错' });
  expect(await state()).toEqual(before);
});
