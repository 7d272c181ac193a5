/**
 * A measured value that can be held against a threshold exactly: floating point decides what is clearly apart,
 * whole numbers decide at the boundary, because a boundary value takes the higher band.
 */
export type Amount = {
  /** For texts and distances. */
  readonly value: number;
  /** Below zero when smaller than the threshold, zero when equal, above when larger. */
  readonly compare: (threshold: number) => number;
};

const million = 1_000_000n;

/** A whole number, such as 分, a count, hundredths of a point, ppm. */
export function whole(value: number): Amount {
  return { value, compare: (threshold) => value - threshold };
}

/** A ratio, held against thresholds in parts per million; the denominator is above zero. */
export function ratio(numerator: bigint | number, denominator: bigint | number): Amount {
  const value = (Number(numerator) / Number(denominator)) * 1e6;
  return {
    value,
    compare: (threshold) =>
      clearly(value, threshold) ??
      sign(BigInt(numerator) * million - BigInt(threshold) * BigInt(denominator)),
  };
}

/** Compound yearly growth over two years, sqrt(now / then) - 1, held against thresholds in ppm. */
export function compoundGrowth(now: number, then: number): Amount {
  const value = (Math.sqrt(now / then) - 1) * 1e6;
  return {
    value,
    compare: (threshold) => {
      const grown = BigInt(threshold) + million;
      return (
        clearly(value, threshold) ?? sign(BigInt(now) * million * million - BigInt(then) * grown * grown)
      );
    },
  };
}

/** Decides without whole numbers when both lie further apart than rounding could bring them. */
function clearly(value: number, threshold: number): number | undefined {
  const apart = value - threshold;
  return Math.abs(apart) > 1e-6 * Math.max(1, Math.abs(threshold)) ? apart : undefined;
}

function sign(value: bigint): number {
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}
