import type { Cell } from '../grid.ts';
import type { Parsed } from '../issue.ts';
import { createFinder, parseYesNo } from '../values/choice.ts';
import { parseDay, parseYear } from '../values/day.ts';
import { parseMoney } from '../values/money.ts';
import { cleanText } from '../values/text.ts';
import type { RecordFieldInfo, RecordType, RecordValue } from './record.ts';

/** What a column says of its cells: the unit of its header or table, whether a text may have lost the 0 of 2021.10, whether it is our own form. */
export type ColumnFacts = {
  readonly unit: string | null;
  readonly losesZero: boolean;
  readonly form: boolean;
};

type NumberType = Extract<RecordType, { readonly least: number }>;

/** Decimal digits kept of a share (ppm of a percent) and of a score (hundredths). */
const digitsOf = { count: 0, share: 4, score: 2 } as const;

/** The value of a cell for a field of a record; what cannot be read or cannot be is said and left out. */
export function parseRecordValue(
  cell: Cell,
  { type, label }: RecordFieldInfo,
  column: ColumnFacts,
): Parsed<RecordValue> {
  switch (type.is) {
    case 'text':
      return { value: cleanText(cell.text) };
    case 'day':
      return parseDay(cell, { side: 'start', losesZero: column.losesZero });
    case 'year':
      return parseYear(cell);
    case 'flag':
      return parseYesNo(cell.text);
    case 'choice':
      return parseOneOf(cell.text, type.choices, label);
    case 'money':
      return bounded(parseMoney(cell, column.unit), type, label);
    case 'count':
    case 'share':
    case 'score':
      return parseNumber(cell, { type, label, column });
  }
}

function parseOneOf(
  text: string,
  choices: Extract<RecordType, { readonly is: 'choice' }>['choices'],
  label: string,
): Parsed<RecordValue> {
  const clean = cleanText(text);
  // 无 is a word for nothing, unless it is one of the answers.
  const id = createFinder(choices)(clean ?? text);
  if (id !== undefined) return { value: id };
  if (clean === null) return { value: null };
  const listed = choices.length <= 6 ? `：${choices.map((choice) => choice.label).join('、')}` : '';
  return {
    value: null,
    issue: {
      code: 'choice-unknown',
      severity: 'info',
      message: `${label}“${clean}”认不出，该栏不导入`,
      fix: `请改为可选的${label}${listed}`,
    },
  };
}

function parseNumber(
  cell: Cell,
  {
    type,
    label,
    column,
  }: { readonly type: NumberType; readonly label: string; readonly column: ColumnFacts },
): Parsed<RecordValue> {
  const text = cleanText(cell.text)
    ?.normalize('NFKC')
    .replace(/\s|(?<=^-?\d{1,4}(?:,\d{3,4})*),(?=\d{3})/g, '');
  if (text === undefined) return { value: null };
  const match = /^(\d{1,12})(?:\.(\d+))?(%|人|名|项|件|个|年|位|级|分)?$/u.exec(text);
  if (match === null) return unreadable(text, label);
  const [, whole = '0', fraction = '', sign] = match;
  const digits = digitsOf[type.is === 'money' ? 'count' : type.is];
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  if (type.is === 'count' && /[1-9]/.test(fraction)) return unreadable(text, label);
  const value = Number(`${whole}${kept}`);
  const parsed = bounded({ value }, type, label);
  const doubtful = type.is === 'share' && sign !== '%' && value > 0 && value <= 10_000 && !column.form;
  if (!doubtful || parsed.value === null) return parsed;
  return {
    value,
    issue: {
      code: 'share-doubtful',
      severity: 'warning',
      message: `${label}“${text}”可能是 ${text}%，也可能是比例 ${text}；确认后按 ${text}% 登记`,
      fix: '请写成 3.5% 的样子',
    },
  };
}

function bounded(parsed: Parsed<number>, { least, most }: NumberType, label: string): Parsed<RecordValue> {
  const { value } = parsed;
  if (value === null || (value >= least && value <= most)) return parsed;
  return {
    value: null,
    issue: {
      code: 'value-out-of-range',
      severity: 'info',
      message: value < least ? `${label}不能是这么小的数，该栏不导入` : `${label}大得不可能，该栏不导入`,
      fix: '请核对数字和单位',
    },
  };
}

function unreadable(text: string, label: string): Parsed<never> {
  return {
    value: null,
    issue: {
      code: 'value-unreadable',
      severity: 'info',
      message: `${label}“${text}”认不出，该栏不导入`,
      fix: '请只填数字',
    },
  };
}
