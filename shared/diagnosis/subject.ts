import { type Day, yearOf } from '#shared/domain/day.ts';
import type { FirmScale } from '#shared/domain/firm.ts';
import {
  type FirmYear,
  type NumberFigure,
  type YearFigure,
  yearFigureInfo,
} from '#shared/domain/firm-year.ts';

/** The firm that is diagnosed, as far as standards ask about it. */
export type Subject = {
  /** Day of the application (申报日期); 上年 is the year before it. */
  readonly day: Day;
  readonly registeredOn: Day | null;
  readonly scale: FirmScale | null;
  /** Titles validly held on the day. */
  readonly titleIds: ReadonlySet<string>;
  readonly years: ReadonlyMap<number, FirmYear>;
};

/** What a condition asks for, or the figures that are missing (未填) to say it. */
export type Reading<T> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly missing: readonly string[] };

/** 上年: the last completed year before the application. */
export function lastYear(subject: Subject): number {
  return yearOf(subject.day) - 1;
}

/** A number figure `back` years before the application; 1 is 上年, 0 the running year. */
export function numberOf(subject: Subject, figure: NumberFigure, back: number): Reading<number> {
  const year = yearOf(subject.day) - back;
  const value = subject.years.get(year)?.[figure] ?? null;
  return value === null ? lacks(year, figure) : { known: true, value };
}

/** The newest statement of a figure that describes a state: of the running year, else of 上年. */
export function latest<F extends YearFigure>(subject: Subject, figure: F): Reading<NonNullable<FirmYear[F]>> {
  const last = lastYear(subject);
  const value = subject.years.get(last + 1)?.[figure] ?? subject.years.get(last)?.[figure] ?? null;
  return value === null ? lacks(last, figure) : { known: true, value };
}

/** Several numbers at once; every missing one is named. */
export function together(readings: readonly Reading<number>[]): Reading<readonly number[]> {
  const missing = readings.flatMap((reading) => (reading.known ? [] : reading.missing));
  if (missing.length > 0) return { known: false, missing };
  return { known: true, value: readings.flatMap((reading) => (reading.known ? [reading.value] : [])) };
}

/** The answer for a figure that nobody has filled in. */
export function lacks(
  year: number,
  figure: YearFigure,
): { readonly known: false; readonly missing: string[] } {
  return { known: false, missing: [`${year}年${yearFigureInfo[figure].label}`] };
}
