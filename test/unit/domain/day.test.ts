import { describe, expect, it } from 'vitest';
import { addDays, addYears, dayOf, isDay, localDay } from '#shared/domain/day.ts';

describe('days', () => {
  it('knows real days from impossible ones', () => {
    expect(['2024-02-29', '2023-02-29', '2024-13-01', '2024-1-1', '2024-04-31'].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(dayOf(2024, 2, 30)).toBeUndefined();
  });

  it('moves across month and year ends', () => {
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2023-05-12', 3)).toBe('2026-05-12');
  });

  it('takes the local calendar day of a moment, also in the summer-time years of China', () => {
    expect(localDay(new Date(1988, 6, 1, 0, 30))).toBe('1988-07-01');
  });
});
