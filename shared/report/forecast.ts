import { addYears, type Day, daysBetween } from '#shared/domain/day.ts';
import type { TitleCounts } from './figures.ts';
import type { Measure } from './goals.ts';

/** What a forecast starts from: the figure of the day, and how the firms are counted on any other. */
export type ForecastSource = {
  readonly progress: number;
  readonly countOn: (day: Day) => TitleCounts;
  readonly basis: 'stock' | 'cumulative';
};

/** Years looked back on. */
const yearsBack = 3;

/**
 * 预测: where a measure stands at the end of a year when it goes on as it did. The net change of each of the last three
 * spans of twelve months before the day, as it is in the ledger (new titles less those that ended), carried on to the
 * end of the year in proportion to the days: the smallest gives low, the mean middle, the greatest high. Null once the
 * year is over, and while the ledger knows no change in those years.
 */
export function forecastOf(source: ForecastSource, asOf: Day, year: number): Measure['forecast'] {
  const days = daysBetween(asOf, `${year}-12-31`);
  if (days <= 0) return null;
  const countOn = (day: Day) => source.countOn(day)[source.basis];
  const ends = Array.from({ length: yearsBack + 1 }, (_, back) => countOn(addYears(asOf, -back)));
  const changes = ends.slice(0, yearsBack).map((count, back) => count - (ends[back + 1] ?? 0));
  if (changes.every((change) => change === 0)) return null;
  const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length;
  const at = (yearly: number) => Math.max(0, source.progress + Math.round((yearly * days) / 365));
  return { year, low: at(Math.min(...changes)), middle: at(mean), high: at(Math.max(...changes)) };
}
