import { describe, expect, it } from 'vitest';
import { loadPack, packIds } from '#shared/policy/packs/index.ts';
import type { TitleHolding } from '#shared/report/figures.ts';
import { openUpdates, updateDueDay } from '#shared/report/yearly-updates.ts';

const { titles } = loadPack('qiantang-2024');
const title = (id: string) => {
  const found = titles.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no title ${id}`);
  return found;
};
const holding = (firmId: number, titleId: string, from: string, until: string | null): TitleHolding => ({
  firmId,
  titleId,
  firstRecognised: from,
  spans: [{ from, until }],
});
const open = (holdings: readonly TitleHolding[], asOf: string, done: readonly number[] = []) =>
  openUpdates(new Map(holdings.map((each) => [each.firmId, [each]])), titles, new Set(done), asOf);

describe('年度更新', () => {
  it('is due by 4月30日 under the rules of 2022, by 5月31日 from 2026 on, by 3月31日 for 科技型, never for others', () => {
    expect(updateDueDay(title('provincial-srdi'), 2025)).toBe('2025-04-30');
    expect(updateDueDay(title('provincial-srdi'), 2026)).toBe('2026-05-31');
    expect(updateDueDay(title('little-giant'), 2027)).toBe('2027-05-31');
    expect(updateDueDay(title('sci-tech-sme'), 2026)).toBe('2026-03-31');
    expect(updateDueDay(title('high-tech'), 2026)).toBeUndefined();
  });

  it('is owed by who held the title before the year and holds it still, and is not on record as done', () => {
    const before = holding(1, 'provincial-srdi', '2024-04-18', '2027-04-17');
    const thisYear = holding(2, 'provincial-srdi', '2026-01-05', '2029-01-04');
    const over = holding(3, 'provincial-srdi', '2023-04-18', '2026-04-17');
    const other = holding(4, 'high-tech', '2024-04-18', '2027-04-17');
    const all = [before, thisYear, over, other];
    expect(open(all, '2026-05-01')).toEqual([{ firmId: 1, titleId: 'provincial-srdi', by: '2026-05-31' }]);
    expect(open(all, '2026-05-01', [1])).toEqual([]);
    expect(open(all, '2026-04-17').map(({ firmId }) => firmId)).toEqual([1, 3]);
    expect(open(all, '2027-01-01').map(({ firmId }) => firmId)).toEqual([1, 2]);
  });

  it('names for a firm with several titles the one that is due first', () => {
    const both = [
      holding(1, 'little-giant', '2024-07-01', null),
      holding(1, 'sci-tech-sme', '2025-06-01', null),
    ];
    expect(openUpdates(new Map([[1, both]]), titles, new Set(), '2026-02-01')).toEqual([
      { firmId: 1, titleId: 'sci-tech-sme', by: '2026-03-31' },
    ]);
  });
});

describe('互斥', () => {
  it('小巨人 and 国家单项冠军 bar a new 隐形冠军, not the other way round, in every pack', () => {
    for (const pack of packIds.map((id) => loadPack(id))) {
      const barredBy = Object.fromEntries(pack.titles.map(({ id, barredBy: by }) => [id, by]));
      expect(barredBy['hidden-champion']).toEqual(['little-giant', 'national-single-champion']);
      expect(barredBy['little-giant']).toEqual([]);
    }
  });
});
