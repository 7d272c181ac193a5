import { addDays, type Day, dayOf } from '#shared/domain/day.ts';
import type { Cell } from '../grid.ts';
import type { Parsed } from '../issue.ts';
import { cleanText } from './text.ts';

/** Serial numbers that stand for days of a firm's life: 1900 to 2100. */
const serials = { first: 367, last: 73_050 };
const serialZero = '1899-12-30';

/**
 * A day in any form that rosters use: a date cell, a serial number, 19991110, 2021.3.5, 2021/3/5, 2021年3月5日, 2021年3月.
 * A number 2021.1 may have been 2021.10, so it is asked, not guessed.
 */
export function parseDay(cell: Cell): Parsed<Day> {
  if (cell.kind === 'date') return known(cell.text.slice(0, 10), cell.text);
  const text = cleanText(cell.text)?.normalize('NFKC').replace(/\s/g, '');
  if (text === undefined) return { value: null };
  if (cell.kind === 'number' && /^(19|20)\d{2}\.\d$/.test(text)) return ambiguous(text);
  if (/^\d{8}$/.test(text))
    return known(dayOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))), text);
  if (
    cell.number !== null &&
    Number.isInteger(cell.number) &&
    cell.number >= serials.first &&
    cell.number <= serials.last
  ) {
    if (cell.number >= 1900 && cell.number <= 2100) return partial(cell.number, 1, text);
    return known(addDays(serialZero, cell.number), text);
  }
  const whole = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(?:\d{1,2}:.*)?$/.exec(text);
  if (whole) return known(dayOf(Number(whole[1]), Number(whole[2]), Number(whole[3])), text);
  const month = /^(\d{4})[-./年](\d{1,2})月?$/.exec(text);
  if (month) return partial(Number(month[1]), Number(month[2]), text);
  const year = /^(\d{4})年?$/.exec(text);
  if (year) return partial(Number(year[1]), 1, text);
  return known(undefined, text);
}

/** A year in a cell of its own: 2024, 2024年, 2024年度, 第五批（2023）. */
export function parseYear(cell: Cell): number | null {
  const found = /(?:19|20)\d{2}/.exec(cell.text.normalize('NFKC'))?.[0];
  return found === undefined ? null : Number(found);
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

function partial(year: number, month: number, text: string): Parsed<Day> {
  const day = dayOf(year, month, 1);
  if (day === undefined) return known(undefined, text);
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
