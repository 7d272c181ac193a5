import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '#test/builders/core.ts';

let test: TestCore;
beforeEach(async () => {
  test = await openTestCore({ pack: 'qiantang-2024' });
});
afterEach(() => test.close());

describe('节假日与调休', () => {
  it('a year that the bureau enters moves the end of a notice, stands in the history in words, and is taken back', async () => {
    const period = { from: '2027-02-04', workingDays: 5 };
    const before = await test.ask('batches.period', period);
    expect(before.until).toBe('2027-02-10');
    expect(before.remarks.join('')).toContain('2027年节假日安排尚未录入');
    const { changeSetId } = await test.ask('holidays.set', {
      year: 2027,
      days: {
        off: [
          '2027-02-05',
          '2027-02-06',
          '2027-02-07',
          '2027-02-08',
          '2027-02-09',
          '2027-02-10',
          '2027-02-11',
        ],
        work: ['2027-02-14'],
      },
      reason: '国办通知',
    });
    // 4日、12日、14日（周日上班）、15日、16日 are the five working days.
    expect(await test.ask('batches.period', period)).toMatchObject({ until: '2027-02-16', remarks: [] });
    const { years } = await test.ask('holidays.list', {});
    expect(years.find(({ year }) => year === 2027)).toMatchObject({ own: true, toConfirm: false });
    const { rows } = await test.ask('changes.get', { id: changeSetId ?? 0 });
    expect(rows[0]?.fields).toEqual([
      { label: '节假日与调休', before: null, after: '2027年放假2月5日至11日，上班2月14日' },
    ]);
    await test.ask('holidays.set', { year: 2027, days: null, reason: '' });
    expect((await test.ask('batches.period', period)).until).toBe('2027-02-10');
  });

  it.each([
    ['a day of another year', { off: ['2026-12-31'], work: [] }],
    ['a make-up workday that is no weekend', { off: [], work: ['2027-02-15'] }],
    ['a day both off and worked', { off: ['2027-02-14'], work: ['2027-02-14'] }],
  ])('refuses %s', async (_what, days) => {
    expect((await test.refused('holidays.set', { year: 2027, days, reason: '' })).code).toBe('bad-request');
    expect((await test.ask('holidays.list', {})).years.some(({ year }) => year === 2027)).toBe(false);
  });
});

describe('settings in the history', () => {
  it('are called by their names, and the texts of a pack do not fill the page', async () => {
    const start = await test.ask('settings.setPolicyStart', { day: '2024-04-18', reason: '印发' });
    const { rows } = await test.ask('changes.get', { id: start.changeSetId ?? 0 });
    expect(rows[0]?.fields).toEqual([{ label: '方案施行起始日', before: null, after: '2024-04-18' }]);
  });
});

describe('服务保障 of a firm', () => {
  it('shows what its titles entitle it to, and why the rest not', async () => {
    await test.ask('demo.load', {});
    const asOf = '2026-06-30';
    const search = { titleIds: ['little-giant'], titleView: 'stock' as const, asOf };
    const { rows } = await test.ask('firms.search', {
      filter: search,
    });
    const giant = await test.ask('firms.get', { id: rows[0]?.id ?? 0, asOf });
    expect(giant.entitlements.find(({ clause }) => clause === 'qiantang-4-6')).toMatchObject({
      outcome: 'entitled',
      noFigure: false,
      project: null,
      evidence: ['企业研发投入情况'],
    });
    const other = await test.ask('firms.search', { filter: { asOf } });
    const held = new Set(rows.map(({ id }) => id));
    const without = other.rows.find(({ id }) => !held.has(id));
    const plain = await test.ask('firms.get', { id: without?.id ?? 0, asOf });
    expect(plain.entitlements.find(({ clause }) => clause === 'qiantang-4-6')).toMatchObject({
      outcome: 'notApplicable',
      explanation: expect.arrayContaining([expect.stringMatching(/^不符合：不是国家级专精特新“小巨人”企业/)]),
    });
  });
});
