/** A calendar day as `YYYY-MM-DD`: no clock, no time zone, compared as text. */
export type Day = string;

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a real calendar day (`2024-02-30` is not). */
export function isDay(text: string): boolean {
  const match = dayPattern.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Number of days of a month; `month` counts from 1. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Builds a day from numbers, or nothing if there is no such day; `month` counts from 1. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

/** Calendar year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** Moves a day by days (negative goes back). */
export function addDays(day: Day, days: number): Day {
  const [year, month, date] = partsOf(day);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

/** Days from one day to another; negative when the second lies before. */
export function daysBetween(from: Day, to: Day): number {
  const at = (day: Day) => {
    const [year, month, date] = partsOf(day);
    return Date.UTC(year, month - 1, date);
  };
  return (at(to) - at(from)) / 86_400_000;
}

/** Moves a day by whole years; 29 February becomes 28 February in a common year. */
export function addYears(day: Day, years: number): Day {
  const [year, month, date] = partsOf(day);
  const last = daysInMonth(year + years, month);
  return `${String(year + years).padStart(4, '0')}-${day.slice(5, 7)}-${String(Math.min(date, last)).padStart(2, '0')}`;
}

/** The local calendar day of a moment; the only place where a clock becomes a day. */
export function localDay(moment: Date): Day {
  const text = dayOf(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
  if (text === undefined) throw new Error('the clock shows no valid day');
  return text;
}

function partsOf(day: Day): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}
