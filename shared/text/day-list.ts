import { addDays, type Day, dayOf } from '#shared/domain/day.ts';

/** Days that a person typed, or what could not be read. */
export type DayList =
  | { readonly ok: true; readonly days: readonly Day[] }
  | { readonly ok: false; readonly problem: string };

/** No holiday is longer; a longer range is a slip of the pen. */
const longestRange = 40;

/**
 * Reads days as notices write them: `1月1日至3日`, `2月14日（周六）、2月28日`, `2027-02-05 至 2027-02-11`,
 * one a line or with 、between them. Days without a year are of the year given.
 */
export function readDayList(text: string, year: number): DayList {
  const days = new Set<Day>();
  const parts = text
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, '')
    .replace(/放假|上班|调休|共\d+天/g, '')
    .split(/[、,;。\n]/u)
    .map((part) => part.replace(/\s/g, ''))
    .filter((part) => part !== '');
  for (const part of parts) {
    const [first, last, ...rest] = part.split(/至|~|—+|到/u);
    const from = readDay(first ?? '', year, null);
    const until = last === undefined ? from : readDay(last, year, from);
    if (from === undefined || until === undefined || rest.length > 0 || until < from)
      return { ok: false, problem: `“${part}”看不懂，请写成“1月1日至3日”。` };
    if (!from.startsWith(String(year)) || !until.startsWith(String(year)))
      return { ok: false, problem: `“${part}”不在${year}年。` };
    let day = from;
    for (let count = 1; day <= until; count += 1) {
      if (count > longestRange) return { ok: false, problem: `“${part}”超过${longestRange}天，请核对。` };
      days.add(day);
      day = addDays(day, 1);
    }
  }
  return { ok: true, days: [...days].sort() };
}

/** The days in the words that `readDayList` reads, days in a row joined: `1月1日至3日、2月14日`. */
export function dayListText(days: readonly Day[]): string {
  const runs: { from: Day; until: Day }[] = [];
  for (const day of [...days].sort()) {
    const run = runs.at(-1);
    if (run !== undefined && addDays(run.until, 1) === day) run.until = day;
    else runs.push({ from: day, until: day });
  }
  return runs
    .map(({ from, until }) => {
      if (from === until) return dayWords(from);
      const sameMonth = from.slice(0, 7) === until.slice(0, 7);
      return `${dayWords(from)}至${sameMonth ? `${Number(until.slice(8))}日` : dayWords(until)}`;
    })
    .join('、');
}

function dayWords(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}

/** One day; without a month it takes the month of the day before it. */
function readDay(text: string, year: number, before: Day | null | undefined): Day | undefined {
  const found =
    /^(?:(\d{4})[年\-/.])?(\d{1,2})[月\-/.](\d{1,2})日?$/.exec(text) ?? /^()()(\d{1,2})日$/.exec(text);
  if (found === null) return undefined;
  const [, writtenYear, writtenMonth, date] = found;
  const month = writtenMonth === '' ? before?.slice(5, 7) : writtenMonth;
  if (month === undefined) return undefined;
  return dayOf(writtenYear ? Number(writtenYear) : year, Number(month), Number(date));
}
