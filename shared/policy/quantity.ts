import { fenPerWan, fenPerYi, fenPerYuan } from '#shared/domain/money.ts';

/** What a figure of a policy document measures: 金额, 比例, or a count of something (家, 年, 人…). */
export type QuantityKind = 'money' | 'rate' | 'count';

/** A figure read once from the words of a document: 分 for money, parts per million for rates. */
export type Quantity = {
  readonly kind: QuantityKind;
  readonly value: number;
  /** `分`, `ppm`, or the counted unit as written, such as 家. */
  readonly unit: string;
  /** As the document writes it, such as `100万元`. */
  readonly text: string;
};

/** Parts per million in the whole: the scale of every rate. */
export const ppmPerWhole = 1_000_000;

const moneyUnits: Readonly<Record<string, number>> = {
  元: fenPerYuan,
  万元: fenPerWan,
  亿元: fenPerYi,
};
const rateUnits: Readonly<Record<string, number>> = { '%': ppmPerWhole / 100, '‰': ppmPerWhole / 1000 };
const countUnits = ['家', '项', '个', '人', '次', '年', '个月', '日', '天', '工作日'];
const spokenRates: Readonly<Record<string, number>> = {
  百分之: ppmPerWhole / 100,
  千分之: ppmPerWhole / 1000,
  万分之: ppmPerWhole / 10_000,
};

/**
 * Reads a figure as documents write it: `100万元`, `1亿元`, `1.5亿元`, `20%`, `5‰`, `千分之五`, `500家`, `3年`.
 * Exact integer arithmetic; nothing for anything else, also when a fraction of 分 or ppm would remain.
 */
export function parseQuantity(text: string): Quantity | undefined {
  const clean = text.normalize('NFKC').replace(/[\s,]/g, '');
  const spoken = /^(百分之|千分之|万分之)([一二三四五六七八九十]+)$/.exec(clean);
  if (spoken) {
    const value = parseChineseNumber(spoken[2] ?? '');
    const scale = spokenRates[spoken[1] ?? ''];
    if (value === undefined || scale === undefined) return undefined;
    return { kind: 'rate', value: value * scale, unit: 'ppm', text };
  }
  const match = /^(\d+)(?:\.(\d+))?([^\d.]+)$/.exec(clean);
  if (!match) return undefined;
  const [whole, fraction, unit] = [match[1] ?? '', match[2] ?? '', match[3] ?? ''];
  const scaled = (scale: number) => scaleDecimal(whole, fraction, scale);
  if (Object.hasOwn(moneyUnits, unit)) return quantity('money', scaled(moneyUnits[unit] ?? 0), '分', text);
  if (Object.hasOwn(rateUnits, unit)) return quantity('rate', scaled(rateUnits[unit] ?? 0), 'ppm', text);
  if (countUnits.includes(unit)) return quantity('count', scaled(1), unit, text);
  return undefined;
}

/** Reads a Chinese number from 一 to 九十九; nothing for anything else. */
export function parseChineseNumber(text: string): number | undefined {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '' || (match[1] && match[3] && !match[2])) return undefined;
  const digit = (sign: string | undefined) => (sign ? '一二三四五六七八九'.indexOf(sign) + 1 : 0);
  if (!match[2]) return digit(match[1]) + digit(match[3]);
  return (match[1] ? digit(match[1]) : 1) * 10 + digit(match[3]);
}

function quantity(
  kind: QuantityKind,
  value: number | undefined,
  unit: string,
  text: string,
): Quantity | undefined {
  return value === undefined ? undefined : { kind, value, unit, text };
}

/** `whole.fraction × scale` if that is an exact safe integer. */
function scaleDecimal(whole: string, fraction: string, scale: number): number | undefined {
  const digits = BigInt(whole + fraction) * BigInt(scale);
  const divisor = 10n ** BigInt(fraction.length);
  if (digits % divisor !== 0n) return undefined;
  const value = digits / divisor;
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? undefined : Number(value);
}
