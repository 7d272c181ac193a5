import { type Fen, fenPerYuan } from '#shared/domain/money.ts';

/** How a clause rounds the one product it makes; the name stands in the pack and in the trace. */
export const roundingNames = ['四舍五入到分', '舍去到分', '四舍五入到元', '舍去到元'] as const;

/** One named rounding. */
export type RoundingName = (typeof roundingNames)[number];

const rules: Readonly<Record<RoundingName, { readonly unit: bigint; readonly half: boolean }>> = {
  四舍五入到分: { unit: 1n, half: true },
  舍去到分: { unit: 1n, half: false },
  四舍五入到元: { unit: BigInt(fenPerYuan), half: true },
  舍去到元: { unit: BigInt(fenPerYuan), half: false },
};

/** `amount × numerator ÷ denominator` for amounts of at least 0, exact up to the one named rounding. */
export function scaleAmount(
  amount: Fen,
  numerator: number,
  denominator: number,
  rounding: RoundingName,
): Fen {
  const product = amount * numerator;
  if (rounding === '四舍五入到分' && Number.isSafeInteger(product) && product % denominator === 0) {
    return product / denominator;
  }
  return scaleByAll(amount, [numerator], [denominator], rounding);
}

/** `amount` times all numerators, divided by all denominators, with one rounding at the end. */
export function scaleByAll(
  amount: Fen,
  numerators: readonly number[],
  denominators: readonly number[],
  rounding: RoundingName,
): Fen {
  const { unit, half } = rules[rounding];
  const product = (start: bigint, factors: readonly number[]) =>
    factors.reduce((result, factor) => result * BigInt(factor), start);
  const divisor = product(unit, denominators);
  const exact = product(BigInt(amount), numerators);
  const steps = half ? (exact * 2n + divisor) / (divisor * 2n) : exact / divisor;
  return Number(steps * unit);
}
