import type { Subject } from '#shared/diagnosis/subject.ts';
import { type FirmYear, isYearFigure, type YearFigure } from '#shared/domain/firm-year.ts';

/** One yearly figure that was looked at. */
export type Seen = { readonly year: FirmYear; readonly figure: YearFigure };

/** The same firm, noting every yearly figure that is read of it: so the trace names exactly what was used. */
export function watched(subject: Subject): { readonly subject: Subject; readonly seen: readonly Seen[] } {
  const seen: Seen[] = [];
  const watch = (year: FirmYear): FirmYear =>
    new Proxy(year, {
      get: (_target, key) => {
        if (typeof key !== 'string' || !isYearFigure(key)) return Reflect.get(year, key);
        if (!seen.some((each) => each.year === year && each.figure === key)) seen.push({ year, figure: key });
        return year[key];
      },
    });
  return {
    subject: { ...subject, years: new Map([...subject.years].map(([key, year]) => [key, watch(year)])) },
    seen,
  };
}
