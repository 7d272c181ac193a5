import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Subject } from '#shared/diagnosis/subject.ts';
import { emptyYearFigures, type FirmYear, type YearFigures } from '#shared/domain/firm-year.ts';
import { gradeOf, rankFirms } from '#shared/evaluation/rank.ts';
import type { EvaluationGrade, EvaluationIndicator } from '#shared/evaluation/rule.ts';
import { evaluateFirm } from '#shared/evaluation/score.ts';
import { needWeights } from '#shared/evaluation/weights.ts';

const share = (least: number) => ({
  kind: 'measure' as const,
  measure: 'rdShare' as const,
  least,
  most: null,
  below: null,
});
const rd: EvaluationIndicator = {
  id: 'rd',
  label: '研发费用占比',
  weight: 60,
  bands: [
    { points: 100, test: share(60_000) },
    { points: 50, test: share(30_000) },
  ],
  reference: null,
};
const titled: EvaluationIndicator = {
  id: 'title',
  label: '称号',
  weight: 40,
  bands: [{ points: 100, test: { kind: 'title', titleIds: ['provincial-srdi'], held: true } }],
  reference: null,
};
const grades: readonly EvaluationGrade[] = [
  { label: '优秀', least: 85, passes: true },
  { label: '合格', least: 60, passes: true },
  { label: '不合格', least: 0, passes: false },
];

function subject(figures: Partial<YearFigures>, titleIds: readonly string[] = []): Subject {
  const year: FirmYear = {
    ...emptyYearFigures,
    ...figures,
    firmId: 1,
    year: 2025,
    source: '审计报告',
    remark: null,
  };
  return {
    day: '2026-01-01',
    registeredOn: null,
    scale: null,
    titleIds: new Set(titleIds),
    years: new Map([[2025, year]]),
  };
}
const score = (figures: Partial<YearFigures>, titleIds: readonly string[] = []) =>
  evaluateFirm([rd, titled], subject(figures, titleIds), () => '省级专精特新');

describe('年度评价得分', () => {
  it('adds the points of the bands by their weights; a boundary takes the higher band', () => {
    expect(score({ revenue: 1_000_000, rdSpend: 60_000 }, ['provincial-srdi'])).toMatchObject({
      low: 10_000,
      high: 10_000,
    });
    expect(score({ revenue: 1_000_000, rdSpend: 59_999 }, ['provincial-srdi'])).toMatchObject({
      low: 7000,
      high: 7000,
    });
    expect(score({ revenue: 1_000_000, rdSpend: 29_999 })).toMatchObject({ low: 0, high: 0, missing: [] });
  });

  it('names the band, every figure it read and where that comes from', () => {
    const [first, second] = score({ revenue: 20_000_000_000, rdSpend: 800_000_000 }).items;
    expect(first).toMatchObject({
      band: 50,
      bandText: '不低于 3%',
      low: 3000,
      actual: '4%',
      inputs: [
        { label: '2025年研发费用（万元）', value: '800.00', origin: '经营数据，来源：审计报告' },
        { label: '2025年营业收入（万元）', value: '20,000.00', origin: '经营数据，来源：审计报告' },
      ],
    });
    expect(second).toMatchObject({
      band: 0,
      bandText: null,
      inputs: [{ label: '2025年末省级专精特新', value: '未持有', origin: '称号登记' }],
    });
  });

  it('never takes a missing figure for zero: the score is open and the figure named', () => {
    const result = score({ revenue: 1_000_000 }, ['provincial-srdi']);
    expect(result).toMatchObject({ low: 4000, high: 10_000, missing: ['2025年研发费用'] });
    expect(result.items[0]).toMatchObject({ band: null, bandText: null });
    expect(rankFirms([{ ...result, decision: null }], grades)).toEqual([
      { standing: 'missing', points: null, grade: null, passes: null, rank: null },
    ]);
  });

  it('stays between 0 and 100 whatever the figures', () => {
    const figure = fc.option(fc.integer({ min: 0, max: 10 ** 12 }), { nil: null });
    fc.assert(
      fc.property(figure, figure, fc.boolean(), (revenue, rdSpend, held) => {
        const { low, high, missing } = score({ revenue, rdSpend }, held ? ['provincial-srdi'] : []);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(10_000);
        expect(low <= high && low < high === missing.length > 0).toBe(true);
      }),
    );
  });
});

describe('等次和名次', () => {
  const firm = (points: number) => ({ low: points, high: points, decision: null });

  it('gives the higher grade at the boundary', () => {
    expect([8500, 8499, 6000, 5999, 0].map((points) => gradeOf(grades, points)?.label)).toEqual([
      '优秀',
      '合格',
      '合格',
      '不合格',
      '不合格',
    ]);
  });

  it('ranks by points, equal points share a rank and the next one is skipped', () => {
    const ranks = rankFirms([firm(7000), firm(9000), firm(7000), firm(1000)], grades);
    expect(ranks.map(({ rank }) => rank)).toEqual([2, 1, 2, 4]);
    expect(ranks.map(({ passes }) => passes)).toEqual([true, true, true, false]);
  });

  it('takes the points that the bureau set, and leaves out who takes no part', () => {
    const [set, out, other] = rankFirms(
      [
        { low: 0, high: 9000, decision: { points: 6000, exempt: false } },
        { low: 9000, high: 9000, decision: { points: null, exempt: true } },
        firm(5000),
      ],
      grades,
    );
    expect(set).toMatchObject({ standing: 'adjusted', points: 6000, rank: 1, grade: '合格' });
    expect(out).toEqual({ standing: 'exempt', points: null, grade: null, passes: null, rank: null });
    expect(other).toMatchObject({ standing: 'scored', rank: 2, passes: false });
  });
});

describe('权重', () => {
  it('must be there for every indicator and add up to 100', () => {
    const both = [{ id: 'rd' }, { id: 'title' }];
    expect(needWeights({ rd: 30, title: 70 }, both)?.get('title')).toBe(70);
    for (const bad of [
      { rd: 30, title: 60 },
      { rd: 100 },
      { rd: 30.5, title: 69.5 },
      { rd: -10, title: 110 },
      { rd: 30, other: 70 },
      '30',
      null,
    ])
      expect(needWeights(bad, both)).toBeUndefined();
  });
});
