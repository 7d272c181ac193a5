import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '#shared/contract/api.ts';
import { claimsOf } from '#test/builders/claims.ts';
import { openTestCore, type TestCore } from '#test/builders/core.ts';

type Query = NonNullable<InputOf<'firms.search'>['filter']['query']>;
type Rule = Query['groups'][number]['rules'][number];

const wan = 1_000_000;
let test: TestCore;
beforeEach(async () => {
  test = await openTestCore({ pack: 'qiantang-2024', today: '2026-03-31' });
  await fill();
});
afterEach(() => test.close());

const { open, step } = claimsOf(() => test);

/** Four firms: 甲 下沙 小型 省级专精特新 2024; 乙 下沙 with revenue; 丙 白杨 in the pool; 丁 with nothing known. */
async function fill() {
  const year = { source: null, remark: null, reason: '' };
  const save = async (patch: InputOf<'firms.save'>['patch']) =>
    (await test.ask('firms.save', { id: null, patch, reason: '' })).id;
  const first = await save({
    name: '甲公司',
    streetId: 'xiasha',
    scale: 'small',
    aboveScale: true,
    registeredOn: '2015-05-01',
    mainProduct: '100%纯水_设备',
  });
  const second = await save({
    name: '乙公司',
    streetId: 'xiasha',
    scale: 'medium',
    registeredCapital: 500 * wan,
  });
  const third = await save({
    name: '丙公司',
    streetId: 'baiyang',
    aboveScale: false,
    registeredOn: '2020-01-01',
  });
  await save({ name: '丁公司' });
  await test.ask('titles.record', {
    firmId: first,
    titleId: 'provincial-srdi',
    kind: 'recognised',
    on: '2024-05-18',
    validUntil: null,
    batch: null,
    document: null,
    reason: '',
  });
  await test.ask('years.save', { firmId: second, year: 2024, figures: { revenue: 6000 * wan }, ...year });
  await test.ask('years.save', {
    firmId: second,
    year: 2025,
    figures: { revenue: 4000 * wan, ownBrand: true },
    ...year,
  });
  const [pool] = (await test.ask('pools.list', { asOf: '2026-03-31' })).pools;
  await test.ask('pools.enter', {
    poolId: pool?.poolId ?? '',
    firmIds: [third],
    stage: pool?.stages[0] ?? '',
    on: '2025-03-01',
    reason: '遴选',
  });
}

async function found(query: Query): Promise<string> {
  const filter = { asOf: '2026-03-31', query };
  const { rows } = await test.ask('firms.search', { filter, sort: { field: 'id', direction: 'asc' } });
  return rows.map(({ name }) => name.slice(0, 1)).join('');
}

const one = (rule: Rule): Query => ({ join: 'all', groups: [{ join: 'all', rules: [rule] }] });

describe('高级筛选', () => {
  it.each<[words: string, rule: Rule, firms: string]>([
    ['a place', { field: 'streetId', test: 'anyOf', list: ['xiasha'] }, '甲乙'],
    ['not a place, unknown ones too', { field: 'streetId', test: 'noneOf', list: ['xiasha'] }, '丙丁'],
    ['nothing filled in', { field: 'streetId', test: 'empty' }, '丁'],
    ['something filled in', { field: 'scale', test: 'filled' }, '甲乙'],
    ['words that are signs of the search', { field: 'mainProduct', test: 'contains', text: '0%纯水_' }, '甲'],
    ['words not there', { field: 'name', test: 'lacks', text: '丙' }, '甲乙丁'],
    ['yes', { field: 'aboveScale', test: 'yes' }, '甲'],
    ['no, which is not unknown', { field: 'aboveScale', test: 'no' }, '丙'],
    ['a day, the day itself included', { field: 'registeredOn', test: 'atLeast', day: '2020-01-01' }, '丙'],
    ['up to a day', { field: 'registeredOn', test: 'atMost', day: '2019-12-31' }, '甲'],
    [
      'money, the sum itself included',
      { field: 'registeredCapital', test: 'atLeast', number: 500 * wan },
      '乙',
    ],
    ['a figure of its newest year', { field: 'year.revenue', test: 'atLeast', number: 5000 * wan }, ''],
    [
      'a figure of a named year',
      { field: 'year.revenue', test: 'atLeast', number: 5000 * wan, year: 2024 },
      '乙',
    ],
    ['a figure nobody gave', { field: 'year.revenue', test: 'empty' }, '甲丙丁'],
    ['a yes of a year', { field: 'year.ownBrand', test: 'yes' }, '乙'],
    ['a title', { field: 'title', test: 'holds', list: ['provincial-srdi'] }, '甲'],
    [
      'a title on another day',
      { field: 'title', test: 'holds', list: ['provincial-srdi'], day: '2024-05-17' },
      '',
    ],
    [
      'no title of the year',
      { field: 'title', test: 'holdsNot', list: ['provincial-srdi'], view: 'newInYear' },
      '甲乙丙丁',
    ],
    ['standing', { field: 'status', test: 'anyOf', list: ['closed'] }, ''],
  ])('finds firms by %s', async (_words, rule, firms) => {
    expect(await found(one(rule))).toBe(firms);
  });

  it('finds firms by pool and by money decided for them', async () => {
    const [pool] = (await test.ask('pools.list', { asOf: '2026-03-31' })).pools;
    expect(await found(one({ field: 'pool', test: 'holds', list: [pool?.poolId ?? ''] }))).toBe('丙');
    const { items } = await test.ask('awards.list', { year: 2024, withRefused: false });
    const [claim = 0] = await open(items[0]?.firmId ?? 0);
    expect(await found(one({ field: 'decided', test: 'filled' }))).toBe('');
    await step(claim, 'decide', '2025-02-10');
    expect(await found(one({ field: 'decided', test: 'atLeast', number: 20 * wan }))).toBe('甲');
    expect(await found(one({ field: 'decided', test: 'atLeast', number: 20 * wan, year: 2023 }))).toBe('');
    expect(await found(one({ field: 'paid', test: 'empty' }))).toBe('甲乙丙丁');
  });

  it('joins conditions by 且 and 或, in groups, and with the ordinary conditions', async () => {
    const inXiasha: Rule = { field: 'streetId', test: 'anyOf', list: ['xiasha'] };
    const small: Rule = { field: 'scale', test: 'anyOf', list: ['small'] };
    const unknown: Rule = { field: 'streetId', test: 'empty' };
    const group = (join: 'all' | 'any', ...rules: Rule[]) => ({ join, rules });
    expect(await found({ join: 'all', groups: [group('all', inXiasha, small)] })).toBe('甲');
    expect(await found({ join: 'all', groups: [group('any', small, unknown)] })).toBe('甲丁');
    expect(await found({ join: 'any', groups: [group('all', inXiasha, small), group('all', unknown)] })).toBe(
      '甲丁',
    );
    const filter = { asOf: '2026-03-31', text: '乙', query: one(inXiasha) };
    expect((await test.ask('firms.search', { filter })).total).toBe(1);
  });

  it.each<[string, Rule]>([
    ['an unknown field', { field: 'nothing', test: 'filled' }],
    ['a question that the field does not know', { field: 'name', test: 'atLeast', number: 1 }],
    [
      'a telephone number, which would be guessed sign by sign',
      { field: 'contactPhone', test: 'contains', text: '1' },
    ],
    ['a condition without its value', { field: 'streetId', test: 'anyOf' }],
  ])('refuses %s', async (_words, rule) => {
    const filter = { asOf: '2026-03-31', query: one(rule) };
    expect((await test.refused('firms.search', { filter })).code).toBe('bad-request');
  });
});

describe('批量修改', () => {
  it('shows what differs, writes it in one change set, and undo brings every firm back', async () => {
    const { ids } = await test.ask('firms.ids', { filter: { asOf: '2026-03-31' } });
    const patch = { streetId: 'xiasha' };
    const preview = await test.ask('firms.previewBatch', { ids, patch });
    expect(preview).toMatchObject({ changed: 2, same: 2 });
    expect(preview.rows.map(({ name, changes }) => [name, changes])).toEqual([
      ['丙公司', [{ label: '所属街道', before: '白杨街道', after: '下沙街道' }]],
      ['丁公司', [{ label: '所属街道', before: null, after: '下沙街道' }]],
    ]);
    const done = await test.ask('firms.saveBatch', { ids, patch, reason: '' });
    expect(done.changed).toBe(2);
    expect(await found(one({ field: 'streetId', test: 'anyOf', list: ['xiasha'] }))).toBe('甲乙丙丁');
    await test.ask('changes.undo', { id: done.changeSetId ?? 0, reason: '' });
    expect(await found(one({ field: 'streetId', test: 'anyOf', list: ['xiasha'] }))).toBe('甲乙');
    const again = await test.ask('firms.saveBatch', { ids: ids.slice(0, 2), patch, reason: '' });
    expect(again).toEqual({ changeSetId: null, changed: 0 });
  });

  it('refuses a place of another district, a firm that is gone, and an empty change; nothing is written', async () => {
    const { ids } = await test.ask('firms.ids', { filter: { asOf: '2026-03-31' } });
    const refused = async (input: object) =>
      (await test.refused('firms.saveBatch', { reason: '', ...input })).code;
    expect(await refused({ ids, patch: { streetId: 'nowhere' } })).toBe('bad-request');
    expect(await refused({ ids: [...ids, 999], patch: { streetId: 'xiasha' } })).toBe('bad-request');
    expect(await refused({ ids, patch: {} })).toBe('bad-request');
    expect(await refused({ ids, patch: { name: '同名' } })).toBe('bad-request');
    expect(await found(one({ field: 'streetId', test: 'empty' }))).toBe('丁');
  });
});

describe('常用筛选', () => {
  it('are kept in the ledger by name, replaced, removed, and stand in the history in words', async () => {
    const save = (name: string, conditions: string) => test.ask('views.save', { name, conditions });
    await save('下沙', 'street=xiasha');
    const { changeSetId } = await save(' 白杨 ', 'street=baiyang');
    await save('下沙', 'street=xiasha&sort=name');
    test.restart();
    expect((await test.ask('views.list', {})).views).toEqual([
      { name: '下沙', conditions: 'street=xiasha&sort=name' },
      { name: '白杨', conditions: 'street=baiyang' },
    ]);
    const { rows } = await test.ask('changes.get', { id: changeSetId ?? 0 });
    expect(rows[0]?.fields).toEqual([{ label: '常用筛选', before: '下沙', after: '下沙、白杨' }]);
    await test.ask('views.remove', { name: '白杨' });
    expect((await test.ask('views.list', {})).views).toHaveLength(1);
    expect((await test.refused('views.remove', { name: '白杨' })).code).toBe('not-found');
    for (let i = 1; i < 20; i += 1) await save(`第${i}个`, 'street=xiasha');
    expect((await test.refused('views.save', { name: '多一个', conditions: 'text=甲' })).code).toBe(
      'bad-request',
    );
  });
});
