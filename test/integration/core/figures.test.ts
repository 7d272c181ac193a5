import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '#test/builders/core.ts';

let test: TestCore;
beforeEach(async () => {
  test = await openTestCore({ pack: 'qiantang-2024' });
});
afterEach(() => test.close());

async function firmWithTitle(
  name: string,
  events: readonly (readonly [
    titleId: string,
    kind: 'recognised' | 'reviewPassed' | 'announced',
    on: string,
  ])[],
) {
  const { id } = await test.ask('firms.save', { id: null, patch: { name, streetId: 'xiasha' }, reason: '' });
  for (const [titleId, kind, on] of events) {
    await test.ask('titles.record', {
      firmId: id,
      titleId,
      kind,
      on,
      validUntil: null,
      batch: null,
      document: null,
      reason: '',
    });
  }
  return id;
}

describe('awards of a year', () => {
  it('pays each first recognition once: 20万 and 100万, reviews and notices nothing', async () => {
    await firmWithTitle('甲公司', [
      ['provincial-srdi', 'recognised', '2024-05-18'],
      ['little-giant', 'announced', '2024-06-01'],
      ['little-giant', 'recognised', '2024-07-18'],
    ]);
    await firmWithTitle('乙公司', [
      ['provincial-srdi', 'recognised', '2021-05-18'],
      ['provincial-srdi', 'reviewPassed', '2024-05-18'],
    ]);
    const list = await test.ask('awards.list', { year: 2024 });
    expect(list.totalFen).toBe(120_000_000);
    expect(list.awardedCount).toBe(2);
    const refused = list.items.filter((item) => item.outcome !== 'awarded');
    expect(refused.map((item) => item.firm).sort()).toEqual(['乙公司', '甲公司']);
    expect(refused.every((item) => item.amountFen === 0 && item.notes.length > 0)).toBe(true);
    expect(list.items[0]?.explanation.join()).toMatch(/第四部分第2条/);
  });

  it('says 起始日待定 until the bureau fills it in', async () => {
    await firmWithTitle('甲公司', [['provincial-srdi', 'recognised', '2024-05-18']]);
    const notes = async () =>
      (await test.ask('awards.list', { year: 2024 })).items.flatMap((item) => item.notes).join();
    expect(await notes()).toContain('待定');
    await test.ask('settings.setPolicyStart', { day: '2024-04-18', reason: '按印发稿' });
    expect(await notes()).not.toContain('待定');
    expect((await test.refused('settings.setPolicyStart', { day: '2020-01-01', reason: '' })).code).toBe(
      'bad-request',
    );
  });

  it('says which awards have become claims, and which of those would differ now', async () => {
    const firmId = await firmWithTitle('甲公司', [['provincial-srdi', 'recognised', '2024-05-18']]);
    const items = async () => (await test.ask('awards.list', { year: 2024 })).items;
    expect((await items()).map(({ stored, claimId }) => [stored, claimId])).toEqual([['no', null]]);
    const grounds = (await items()).map(({ clause, groundKey }) => ({ firmId, clause, groundKey }));
    await test.ask('claims.open', { grounds, on: '2024-06-30', person: '测试员' });
    expect((await items()).map(({ stored, claimState }) => [stored, claimState])).toEqual([
      ['same', 'computed'],
    ]);
    expect((await test.refused('claims.open', { grounds, on: '2024-06-30', person: '测试员' })).code).toBe(
      'claim-twice',
    );
  });
});

describe('the 131 targets', () => {
  it('shows the document’s figures beside stock, cumulative and flow', async () => {
    await firmWithTitle('甲公司', [
      ['provincial-srdi', 'recognised', '2024-05-18'],
      ['little-giant', 'recognised', '2025-07-18'],
    ]);
    await firmWithTitle('乙公司', [['provincial-srdi', 'recognised', '2021-05-18']]);
    const { measures } = await test.ask('goals.get', { asOf: '2025-12-31' });
    expect(
      measures.map(({ id, baseline, target, stock, cumulative, newThisYear, gap }) => ({
        id,
        baseline,
        target,
        stock,
        cumulative,
        newThisYear,
        gap,
      })),
    ).toEqual([
      {
        id: 'provincial-srdi-or-above',
        baseline: 200,
        target: 350,
        stock: 1,
        cumulative: 2,
        newThisYear: 0,
        gap: 348,
      },
      { id: 'hidden-champion', baseline: 4, target: 6, stock: 0, cumulative: 0, newThisYear: 0, gap: 6 },
      { id: 'little-giant', baseline: 29, target: 40, stock: 1, cumulative: 1, newThisYear: 1, gap: 39 },
      {
        id: 'srdi-seedlings',
        baseline: null,
        target: 500,
        stock: 0,
        cumulative: 0,
        newThisYear: 0,
        gap: 500,
      },
      {
        id: 'little-giant-seeds',
        baseline: null,
        target: 100,
        stock: 0,
        cumulative: 0,
        newThisYear: 0,
        gap: 100,
      },
    ]);
    expect(measures[0]?.notes.join()).toMatch(/100/);
  });

  it('links every figure to the same firms in the list', async () => {
    await test.ask('demo.load', {});
    const asOf = '2026-06-30';
    const { measures } = await test.ask('goals.get', { asOf });
    for (const measure of measures) {
      for (const titleView of ['stock', 'cumulative', 'newInYear'] as const) {
        const page = await test.ask('firms.search', {
          filter: { titleIds: measure.titleIds, titleView, asOf },
        });
        const figure = {
          stock: measure.stock,
          cumulative: measure.cumulative,
          newInYear: measure.newThisYear,
        }[titleView];
        expect(page.total, `${measure.id} ${titleView}`).toBe(figure);
      }
    }
  });
});

describe('papers', () => {
  it('carry exactly the figures of the screen', async () => {
    await test.ask('demo.load', {});
    const spec = { kind: 'awards', asOf: '2026-06-30', year: 2024 } as const;
    const list = await test.ask('awards.list', { year: 2024 });
    const report = await test.ask('reports.get', spec);
    const table = report.blocks.find((block) => block.type === 'table');
    expect(table?.type === 'table' && table.total?.[7]).toBe(list.totalFen);
    expect(table?.type === 'table' && table.rows.length).toBe(list.awardedCount);
    expect(report.sample).toBe(true);

    const dashboard = await test.ask('dashboard.get', { asOf: '2026-06-30' });
    const progress = await test.ask('reports.get', { ...spec, kind: 'progress' });
    const goals = progress.blocks.find((block) => block.type === 'table');
    expect(goals?.type === 'table' && goals.rows.map((row) => row.slice(-4))).toEqual(
      dashboard.goals.measures.map((each) => [each.stock, each.cumulative, each.newThisYear, each.gap]),
    );
  });
});
