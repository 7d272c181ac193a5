import { addDays, type Day } from './day.ts';

/** Holidays and make-up workdays (节假日与调休) of one year, as the State Council's notice gives them. */
export type HolidayYear = {
  readonly year: number;
  /** Days off, weekends inside a holiday included. */
  readonly off: readonly Day[];
  /** Saturdays and Sundays worked in exchange (调休上班). */
  readonly work: readonly Day[];
  /** 待核实: entered from memory, to be checked against the notice. */
  readonly toConfirm: boolean;
};

/** Days off and days worked of all known years; a year that is not known has only its weekends off. */
export type HolidayTable = readonly HolidayYear[];

/** A public notice (公示) in days: first and last day, and what to check about the table. */
export type NoticePeriod = {
  readonly from: Day;
  readonly until: Day;
  readonly workingDays: number;
  /** Years touched that the table lacks or marks 待核实, each a sentence. */
  readonly remarks: readonly string[];
};

/** Whether people are at work on the day. */
export function isWorkingDay(day: Day, table: HolidayTable): boolean {
  const year = table.find((each) => String(each.year) === day.slice(0, 4));
  if (year?.off.includes(day)) return false;
  if (year?.work.includes(day)) return true;
  return !isWeekend(day);
}

/** Whether the day is a Saturday or Sunday. */
export function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** The period of so many working days (工作日) that begins on the day; the day itself counts when it is one. */
export function noticePeriod(from: Day, workingDays: number, table: HolidayTable): NoticePeriod {
  if (!Number.isInteger(workingDays) || workingDays < 1) throw new RangeError('公示期至少一个工作日');
  let until = from;
  let left = workingDays - (isWorkingDay(from, table) ? 1 : 0);
  while (left > 0) {
    until = addDays(until, 1);
    if (isWorkingDay(until, table)) left -= 1;
  }
  return { from, until, workingDays, remarks: remarksOn(from, until, table) };
}

function remarksOn(from: Day, until: Day, table: HolidayTable): readonly string[] {
  const remarks: string[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year += 1) {
    const known = table.find((each) => each.year === year);
    if (known === undefined) remarks.push(`${year}年节假日安排尚未录入，只按周末推算。`);
    else if (known.toConfirm) remarks.push(`${year}年节假日安排待核实，请对照国务院办公厅通知。`);
  }
  return remarks;
}
