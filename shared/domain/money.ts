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
  const negative = amount < 0;
  const rounded = (BigInt(Math.abs(amount)) * BigInt(scale) * 2n + BigInt(unit)) / (BigInt(unit) * 2n);
  const whole = (rounded / BigInt(scale)).toString().replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const rest = (rounded % BigInt(scale)).toString().padStart(digits, '0');
  return `${negative && rounded !== 0n ? '-' : ''}${whole}.${rest}`;
}

function trimZeros(text: string): string {
  return text.replace(/\.?0+$/, '');
}
