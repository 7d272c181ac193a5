import { isYearFigure, type YearFigure, type YearFigures, yearFigureInfo } from '#shared/domain/firm-year.ts';
import { fenPerWan, wanText } from '#shared/domain/money.ts';

/** The value of a yearly figure: 分, a count, ppm, hundredths of a point, yes or no, one of a list; null is 未填. */
export type FigureValue = YearFigures[YearFigure];

/** Label with its unit, as heads of forms and tables print it: `营业收入（万元）`. */
export function figureLabel(figure: YearFigure): string {
  const { label, kind } = yearFigureInfo[figure];
  const unit = { money: '（万元）', share: '（%）', score: '（分）', count: '', flag: '', choice: '' }[kind];
  return `${label}${unit}`;
}

/** A figure as tables show it, without its unit; 未填 is `—`. */
export function figureText(figure: YearFigure, value: FigureValue): string {
  if (value === null) return '—';
  const { kind, choices } = yearFigureInfo[figure];
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return choices?.[value] ?? value;
  switch (kind) {
    case 'money':
      return wanText(value);
    case 'share':
      return (value / 10_000).toFixed(1);
    case 'score':
      return (value / 100).toFixed(2);
    default:
      return String(value);
  }
}

/** Decimal digits that each kind of number is typed with: 万元, %, points. */
const typedDigits = { money: 6, share: 4, score: 2, count: 0 } as const;
type NumberKind = keyof typeof typedDigits;

/** A number figure as its field shows it: exact, without needless zeros; 未填 is empty. */
export function figureFieldText(figure: YearFigure, value: FigureValue): string {
  if (value === null) return '';
  if (typeof value !== 'number') return String(value);
  const digits = typedDigits[numberKind(figure)];
  const scale = 10 ** digits;
  const size = Math.abs(value);
  const rest = String(size % scale)
    .padStart(digits, '0')
    .replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${Math.floor(size / scale)}${digits === 0 || rest === '' ? '' : `.${rest}`}`;
}

/**
 * Reads what a person typed for a number figure: 万元 for money, % for shares, points for scores.
 * Empty is 未填 (null); undefined is anything that is no such number, negative where none can be, or too exact.
 */
export function parseFigureField(figure: YearFigure, text: string): number | null | undefined {
  const clean = text.normalize('NFKC').replace(/[\s,]/g, '');
  if (clean === '') return null;
  const kind = numberKind(figure);
  const digits = typedDigits[kind];
  const match = /^(-?)(\d{1,9})(?:\.(\d+))?%?$/.exec(clean);
  if (!match || (clean.endsWith('%') && kind !== 'share')) return undefined;
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > digits) return undefined;
  const size = Number(match[2]) * 10 ** digits + Number(fraction.padEnd(digits, '0') || '0');
  const value = match[1] === '-' && size > 0 ? -size : size;
  return withinBounds(figure, value) ? value : undefined;
}

/** Whether a number may stand for a figure, by the same bounds as the ledger's own checks. */
function withinBounds(figure: YearFigure, value: number): boolean {
  const { least, most } = figureBounds(figure);
  return Number.isSafeInteger(value) && value >= least && value <= most;
}

/** Least and most a number figure can be, in its stored unit. */
export function figureBounds(figure: YearFigure): { readonly least: number; readonly most: number } {
  const { kind } = yearFigureInfo[figure];
  const atLeastOne = figure === 'nationalRank' || figure === 'globalRank' || figure === 'mainProducts';
  const least = figure === 'netProfit' ? -most.money * fenPerWan : atLeastOne ? 1 : 0;
  if (figure === 'digitalLevel') return { least, most: 4 };
  if (figure === 'featurePoints') return { least, most: 15_00 };
  if (kind === 'share') return { least, most: 1_000_000 };
  if (kind === 'score') return { least, most: 100_00 };
  return { least, most: kind === 'money' ? most.money * fenPerWan : most.count };
}

/** No firm of a district comes near: 1亿万元 of money, a hundred million of anything counted. */
const most = { money: 100_000_000, count: 100_000_000 } as const;

function numberKind(figure: YearFigure): NumberKind {
  const { kind } = yearFigureInfo[figure];
  if (kind === 'flag' || kind === 'choice') throw new Error(`${figure} is no number`);
  return kind;
}

/** Label of a yearly figure from its column, such as `rd_spend`; nothing for other columns. */
export function figureOfColumn(column: string): YearFigure | undefined {
  const camel = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return isYearFigure(camel) ? camel : undefined;
}
