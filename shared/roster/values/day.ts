import { addDays, type Day, dayOf } from '#shared/domain/day.ts';
import type { Cell } from '../grid.ts';
import type { Parsed } from '../issue.ts';
import { cleanText } from './text.ts';

/** How the cells of a column are to be read as days. */
export type DayReading = {
  /** Where a month or a year alone is meant: `start` for what began then, `end` for a last day (有效期至). */
  readonly side: 'start' | 'end';
  /** Whether 2021.1 may have lost the 0 of 2021.10: in number cells always, in text cells of a csv unless the column shows that it keeps them. */
  readonly losesZero: boolean;
};

/** Serial numbers that stand for days of a firm's life: 1900 to 2100. */
const serials = { first: 367, last: 73_050 };
const serialZero = '1899-12-30';
const chineseDigits = '〇一二三四五六七八九';

/**
 * A day in any form that rosters use: a date cell, a serial number, 19991110, 2021.3.5, 2021/3/5, 2021年3月5日,
 * 2021年3月, 二〇二一年三月五日, for a last day also the end of a stretch (2021.5.1-2024.4.30).
 * A number 2021.1 may have been 2021.10, so it is asked, not guessed.
 */
export function parseDay(cell: Cell, reading: DayReading): Parsed<Day> {
  if (cell.kind === 'date') return known(cell.text.slice(0, 10), cell.text);
  const clean = cleanText(cell.text);
  if (clean === null) return { value: null };
  const text = arabic(bareDay(clean));
  const losesZero = cell.kind === 'number' || reading.losesZero;
  if (losesZero && /^(19|20)\d{2}\.1$/.test(text)) return ambiguous(text);
  const serial = serialOf(text);
  if (serial !== undefined) return known(addDays(serialZero, serial), text);
  return parseWritten(text.replace(/ (?=\d{1,2}:)/, 'T').replace(/ /g, ''), reading);
}

/** A day number of a spreadsheet; four digits that look like a year are a year. */
function serialOf(text: string): number | undefined {
  if (!/^\d{3,5}(\.\d+)?$/.test(text)) return undefined;
  const number = Math.floor(Number(text));
  if (number < serials.first || number > serials.last || /^(19|20)\d{2}(\.\d+)?$/.test(text))
    return undefined;
  return number;
}

function parseWritten(text: string, reading: DayReading): Parsed<Day> {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return known(dayFrom(compact), text);
  const whole = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?(?:T?\d{1,2}:.*|Z|T.*)?$/.exec(text);
  if (whole) return known(dayFrom(whole), text);
  const foreign = foreignDay(text);
  if (foreign !== undefined) return foreign;
  const month =
    /^(\d{4})[-./年](\d{1,2})月?(?:份)?$/.exec(text) ?? /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/.exec(text);
  if (month) return partial(Number(month[1]), Number(month[2]), text, reading);
  const year = /^((?:19|20)\d{2})年?度?$/.exec(text);
  if (year) return partial(Number(year[1]), null, text, reading);
  if (/^(长期|永久|无固定期限|\d年|[一二三四五]年)$/.test(text)) return { value: null };
  const stretch = reading.side === 'end' ? /^(.{4,11}?)(?:至|到|~|—+|–|-+)(.{4,11})$/.exec(text) : null;
  const end = stretch?.[2];
  if (end !== undefined && parseWritten(stretch?.[1] ?? '', reading).value !== null)
    return parseWritten(end, reading);
  return known(undefined, text);
}

/** Without an apostrophe before it, a weekday or a full stop behind it, and with one kind of mark between its parts. */
function bareDay(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^['‘’`]/u, '')
    .replace(/\s/g, ' ')
    .replace(/[(]?(?:星期|周)[一二三四五六日天][)]?/u, '')
    .replace(/(?:上午|下午|凌晨)$/u, '')
    .replace(/(?<=\d)[、。・](?=\d)/gu, '.')
    .replace(/[.。]+$/u, '')
    .trim();
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** 5/18/2018, 18/5/2018, 18-May-2018, May 18, 2018; where both orders are days it is asked, not guessed. */
function foreignDay(text: string): Parsed<Day> | undefined {
  const worded =
    /^(?:[a-z]{3,9},?)?(\d{1,2})-?([a-z]{3})[a-z]*-?,?(\d{4})$/i.exec(text) ??
    /^(?:[a-z]{3},?)?([a-z]{3})[a-z]*?(\d{1,2}),?(\d{4})(?:T.*)?$/i.exec(text);
  if (worded !== null) {
    const [, one = '', two = '', year = ''] = worded;
    const [word, date] = /^\d/.test(one) ? [two, one] : [one, two];
    return known(dayOf(Number(year), months.indexOf(word.toLowerCase()) + 1, Number(date)), text);
  }
  const [, first, second, year] = /^(\d{1,2})[-./](\d{1,2})[-./]((?:19|20)\d{2})$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const readings = [
    dayOf(Number(year), Number(first), Number(second)),
    dayOf(Number(year), Number(second), Number(first)),
  ];
  const days = new Set(readings.filter((day) => day !== undefined));
  const [only, other] = days;
  return other === undefined ? known(only, text) : eitherOrder(text, only ?? '', other);
}

function eitherOrder(text: string, first: Day, second: Day): Parsed<Day> {
  return {
    value: null,
    issue: {
      code: 'day-ambiguous',
      severity: 'warning',
      message: `“${text}”可能是 ${first}，也可能是 ${second}，确认后该栏留空`,
      fix: '请写成 2021-10-05 的样子',
    },
  };
}

function dayFrom(match: RegExpExecArray): Day | undefined {
  return dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** 二〇二一年三月十五日 in Arabic digits; other texts as they are. */
function arabic(text: string): string {
  if (!/^[〇零○一二三四五六七八九]{4}年|年[一二三四五六七八九十]/.test(text)) return text;
  return text
    .replace(/[零○]/g, '〇')
    .replace(/([一二三]?)十([一二三四五六七八九]?)/g, (_, tens: string, ones: string) =>
      String(
        (tens === '' ? 1 : chineseDigits.indexOf(tens)) * 10 +
          (ones === '' ? 0 : chineseDigits.indexOf(ones)),
      ),
    )
    .replace(/[〇一二三四五六七八九]/g, (sign) => String(chineseDigits.indexOf(sign)));
}

/** A year in a cell of its own: 2024, 2024年, 2024年度, 第五批（2023）; other words are said. */
export function parseYear(cell: Cell): Parsed<number> {
  const clean = cleanText(cell.text);
  if (clean === null) return { value: null };
  const found = /(?:19|20)\d{2}/.exec(clean.normalize('NFKC'))?.[0];
  if (found !== undefined) return { value: Number(found) };
  return {
    value: null,
    issue: {
      code: 'value-unreadable',
      severity: 'info',
      message: `年度“${clean}”认不出，该栏不导入`,
      fix: '请写成 2024',
    },
  };
}

function known(day: Day | undefined, text: string): Parsed<Day> {
  if (day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day)) return { value: day };
  return {
    value: null,
    issue: {
      code: 'day-unreadable',
      severity: 'info',
      message: `日期“${text}”认不出，该栏不导入`,
      fix: '请写成 2024-03-15 的样子',
    },
  };
}

function partial(year: number, month: number | null, text: string, { side }: DayReading): Parsed<Day> {
  const first = dayOf(year, month ?? 1, 1);
  const after = month === null || month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  if (first === undefined || after === undefined) return known(undefined, text);
  const day = side === 'start' ? first : addDays(after, -1);
  return {
    value: day,
    issue: {
      code: 'day-partial',
      severity: 'info',
      message: `日期“${text}”不完整，按 ${day} 登记`,
      fix: '请补全年月日',
    },
  };
}

function ambiguous(text: string): Parsed<Day> {
  return {
    value: null,
    issue: {
      code: 'day-ambiguous',
      severity: 'warning',
      message: `“${text}”可能是 1 月也可能是 10 月（数字格式会丢掉末尾的 0），确认后该栏留空`,
      fix: '请把该列改为文本格式，写成 2021-10',
    },
  };
}
