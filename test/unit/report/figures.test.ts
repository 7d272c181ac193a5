import { describe, expect, it } from 'vitest';
import {
  expiringHoldings,
  firmsHolding,
  gapTo,
  type TitleHolding,
  targetOn,
  titleCounts,
} from '#shared/report/figures.ts';

const holdings: readonly TitleHolding[] = [
  // Recognised in 2021, not reviewed: lapsed in 2024.
  {
    firmId: 1,
    titleId: 'provincial-srdi',
    firstRecognised: '2021-05-18',
    spans: [{ from: '2021-05-18', until: '2024-05-17' }],
  },
  // Climbed in 2024: not a new firm of 省级以上.
  {
    firmId: 2,
    titleId: 'provincial-srdi',
    firstRecognised: '2023-05-18',
    spans: [{ from: '2023-05-18', until: '2026-05-17' }],
  },
  {
    firmId: 2,
    titleId: 'little-giant',
    firstRecognised: '2024-07-18',
    spans: [{ from: '2024-07-18', until: null }],
  },
  // Only announced.
  { firmId: 3, titleId: 'little-giant', firstRecognised: null, spans: [] },
  {
    firmId: 4,
    titleId: 'provincial-srdi',
    firstRecognised: '2024-05-18',
    spans: [{ from: '2024-05-18', until: '2027-05-17' }],
  },
];

describe('counting titles', () => {
  it('keeps 当前有效, 累计认定 and 当年新增 apart', () => {
    expect(titleCounts(holdings, ['provincial-srdi'], '2024-12-31')).toEqual({
      stock: 2,
      cumulative: 3,
      newThisYear: 1,
    });
    expect(titleCounts(holdings, ['little-giant'], '2024-12-31')).toEqual({
      stock: 1,
      cumulative: 1,
      newThisYear: 1,
    });
  });

  it('counts a firm once, and a climb within 省级以上 is not a new firm', () => {
    const titles = ['provincial-srdi', 'little-giant'];
    expect(titleCounts(holdings, titles, '2024-12-31')).toEqual({ stock: 2, cumulative: 3, newThisYear: 1 });
    expect([...firmsHolding(holdings, titles, 'newInYear', '2024-12-31')]).toEqual([4]);
  });

  it('counts the last valid day and not the day after', () => {
    expect(firmsHolding(holdings, ['provincial-srdi'], 'stock', '2024-05-17').has(1)).toBe(true);
    expect(firmsHolding(holdings, ['provincial-srdi'], 'stock', '2024-05-18').has(1)).toBe(false);
  });

  it('takes the target of the year, else the next to come, else the last', () => {
    const targets = [
      { year: 2026, value: 400 },
      { year: 2024, value: 270 },
    ];
    expect(targetOn(targets, '2023-06-01')?.value).toBe(270);
    expect(targetOn(targets, '2025-06-01')?.value).toBe(400);
    expect(targetOn(targets, '2030-01-01')?.value).toBe(400);
    expect(gapTo(5, 7)).toBe(0);
  });

  it('lists what expires soon, first to end first', () => {
    expect(expiringHoldings(holdings, '2026-03-01', 180).map(({ until }) => until)).toEqual(['2026-05-17']);
    expect(expiringHoldings(holdings, '2024-05-17', 0).map(({ holding }) => holding.firmId)).toEqual([1]);
  });
});
