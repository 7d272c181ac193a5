import { describe, expect, it } from 'vitest';
import type { MeasureRule } from '#shared/policy/pack.ts';
import type { TitleHolding } from '#shared/report/figures.ts';
import { computeGoals } from '#shared/report/goals.ts';
import { measureRemarks } from '#shared/report/measure-words.ts';

const rule: MeasureRule = {
  id: 'little-giant',
  label: '小巨人',
  definition: '曾被认定的企业',
  reference: '方案第二部分',
  notes: [],
  counts: 'titles',
  titleIds: ['little-giant'],
  basis: 'cumulative',
  baseline: 29,
  baselineYear: 2023,
  baselineOn: '2023-12-31',
  targets: [
    { year: 2024, value: 35, reference: '目标表' },
    { year: 2026, value: 45, reference: '目标表' },
  ],
};

/** One holder recognised on each of the days. */
function holders(...days: string[]): TitleHolding[] {
  return days.map((on, index) => ({
    firmId: index + 1,
    titleId: 'little-giant',
    firstRecognised: on,
    spans: [{ from: on, until: null }],
  }));
}

const measureOn = (asOf: string, holdings: readonly TitleHolding[], counting?: 'ledger' | 'baseline') => {
  const [measure] = computeGoals([rule], holdings, asOf, counting).measures;
  if (measure === undefined) throw new Error('one rule gives one measure');
  return measure;
};

describe('a target with a baseline', () => {
  // Two of before, three since: the ledger holds 5, the document had 29 at the end of 2023.
  const ledger = holders('2021-01-01', '2023-12-31', '2024-06-01', '2025-03-01', '2025-09-01');

  it('counts the ledger, and says how far it is from the document', () => {
    const measure = measureOn('2025-12-31', ledger);
    expect(measure).toMatchObject({ atBaseline: 2, progress: 5, target: 45, gap: 40 });
    expect(measureRemarks(measure)[0]).toBe('基数核对：文件2023年底29家，台账2家，少27家，可能尚未导入');
  });

  it('or adds what was gained since to the baseline: 29 + 3', () => {
    const measure = measureOn('2025-12-31', ledger, 'baseline');
    expect(measure).toMatchObject({ cumulative: 5, progress: 32, gap: 13 });
    expect(measureRemarks(measure)[0]).toContain('进度按基数加增量计为32家');
  });

  it('says the pace: 13 firms in 12 months are 1.1 a month, rounded up', () => {
    expect(measureOn('2025-12-31', ledger, 'baseline')).toMatchObject({ monthsLeft: 12, perMonth: 1.1 });
    // In December no month is left after this one: all of them are needed now.
    expect(measureOn('2026-12-01', ledger, 'baseline')).toMatchObject({ monthsLeft: 0, perMonth: 13 });
  });

  it('is overdue on the last day of the last target year, not a day before', () => {
    expect(measureOn('2026-12-30', ledger).overdue).toBe(false);
    expect(measureOn('2026-12-31', ledger)).toMatchObject({ overdue: true, perMonth: null });
    expect(measureRemarks(measureOn('2027-05-01', ledger))).toContain('2026年目标已逾期');
  });

  it('forecasts by the net change of the last three spans of twelve months', () => {
    // Up to 2025-12-31: 2 in 2025, 1 in 2024, 1 in 2023 (its last day); mean 4/3; 365 days to the end of 2026.
    expect(measureOn('2025-12-31', ledger, 'baseline').forecast).toEqual({
      year: 2026,
      low: 33,
      middle: 33,
      high: 34,
    });
    expect(measureOn('2026-12-31', ledger).forecast).toBeNull();
    expect(measureOn('2025-12-31', []).forecast).toBeNull();
  });

  it('a target that is reached asks for no pace', () => {
    const measure = measureOn('2024-12-31', holders(...Array.from({ length: 35 }, () => '2024-02-01')));
    expect(measure).toMatchObject({ target: 35, gap: 0, perMonth: null, overdue: false });
  });
});
