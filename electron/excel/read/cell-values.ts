import { addDays } from '#shared/domain/day.ts';
import type { Cell } from '#shared/roster/grid.ts';

/** A cell without its place. */
export type CellValue = Pick<Cell, 'kind' | 'text' | 'number'>;

/** What a number format makes of a number: nothing special, a share of a hundred, a day, or a time of day. */
export type NumberMeaning = 'plain' | 'percent' | 'day' | 'time';

/** Last day that spreadsheets know, 9999-12-31. */
const lastSerial = 2_958_465;
const millisecondsADay = 86_400_000;

/** A text cell; nothing when the text is empty. */
export function textValue(text: string): CellValue | undefined {
  return text === '' ? undefined : { kind: 'text', text: decodeEscapes(text), number: null };
}

/** A number as its format means it. */
export function numberValue(value: number, meaning: NumberMeaning, from1904: boolean): CellValue {
  const number = Object.is(value, -0) ? 0 : value;
  if (meaning === 'time') return { kind: 'text', text: timeText(number), number: null };
  if (meaning === 'percent') return { kind: 'number', text: percentText(number), number };
  const day = meaning === 'day' ? serialDay(number, from1904) : undefined;
  if (day !== undefined) return { kind: 'date', text: day, number: null };
  return { kind: 'number', text: plainNumber(number), number };
}

/** 是 or 否. */
export function booleanValue(value: boolean): CellValue {
  return { kind: 'boolean', text: value ? '是' : '否', number: null };
}

/** An error of the spreadsheet, such as #N/A. */
export function errorValue(text: string): CellValue {
  return { kind: 'error', text: text === '' ? '#ERROR!' : text, number: null };
}

/** 0.035 as 3.5%, as the sender sees it: without its sign nobody could tell 0.035 from 3.5. */
export function percentText(value: number): string {
  return `${plainNumber(Number((value * 100).toPrecision(15)))}%`;
}

/** A number in plain digits, never as 9.14E+17. */
export function plainNumber(value: number): string {
  const rounded = Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value) < 1e21;
  return rounded ? BigInt(value).toString() : String(value);
}

/**
 * The day behind a serial number. The usual count holds a 1900-02-29 that never was, so numbers below 61 count from one
 * day later; the count from 1904 has no such day.
 */
function serialDay(serial: number, from1904: boolean): string | undefined {
  const days = Math.floor(serial);
  if (days < (from1904 ? 0 : 1) || days > lastSerial) return undefined;
  if (from1904) return addDays('1904-01-01', days);
  return addDays(days < 61 ? '1899-12-31' : '1899-12-30', days);
}

function timeText(serial: number): string {
  const seconds = Math.round(((serial % 1) * millisecondsADay) / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${two(hours)}:${two(minutes)}${rest === 0 ? '' : `:${two(rest)}`}`;
}

/** Signs that XML cannot hold are written as `_x000D_`, and an underscore before such a form as `_x005F_`. */
function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
