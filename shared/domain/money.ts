/** Money in integer 分 (fen); never a fraction, never a float of 元. */
export type Fen = number;

/** 分 in one 元. */
export const fenPerYuan = 100;
/** 分 in one 万元. */
export const fenPerWan = 1_000_000;
/** 分 in one 亿元. */
export const fenPerYi = 10_000_000_000;

/** Amount in 万元 with two decimals and thousands separators, as tables print it; `—` when absent. */
export function wanText(amount: Fen | null | undefined): string {
  if (amount === null || amount === undefined) return '—';
  return `${decimalText(amount, fenPerWan, 2)}`;
}

/** Amount in full 元 with two decimals and thousands separators, as the hover shows it. */
export function yuanText(amount: Fen): string {
  return decimalText(amount, fenPerYuan, 2);
}

/** Amount in the largest unit that keeps it exact and short: `20万元`, `1.5亿元`, `300元`. */
export function amountText(amount: Fen): string {
  if (amount !== 0 && amount % (fenPerYi / 100) === 0 && Math.abs(amount) >= fenPerYi) {
    return `${trimZeros(decimalText(amount, fenPerYi, 2))}亿元`;
  }
  if (amount !== 0 && amount % (fenPerWan / 100) === 0 && Math.abs(amount) >= fenPerWan) {
    return `${trimZeros(decimalText(amount, fenPerWan, 2))}万元`;
  }
  return `${trimZeros(yuanText(amount))}元`;
}

/** Divides by `unit` to `digits` decimals, rounding half away from zero, in integer arithmetic. */
function decimalText(amount: Fen, unit: number, digits: number): string {
  const scale = 10 ** digits;
  const size = Math.abs(amount);
  const rest = size % unit;
  // The whole part is divided off first, so that every step stays an exact integer.
  const rounded = ((size - rest) / unit) * scale + Math.floor((rest * scale * 2 + unit) / (unit * 2));
  const cents = rounded % scale;
  const whole = String((rounded - cents) / scale);
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : whole;
  return `${amount < 0 && rounded !== 0 ? '-' : ''}${grouped}.${String(cents).padStart(digits, '0')}`;
}

function trimZeros(text: string): string {
  return text.replace(/\.?0+$/, '');
}
