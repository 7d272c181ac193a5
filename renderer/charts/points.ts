/** One position of a target chart: a year with its target and what was reached; null where there is none. */
export type TargetPoint = {
  readonly label: string;
  readonly target: number | null;
  readonly actual: number | null;
};

/** Top of the axis: zero is always the foot, and labels above the highest point still have room. */
export function axisTop(points: readonly TargetPoint[], atLeast = 0): number {
  const highest = Math.max(atLeast, ...points.flatMap(({ target, actual }) => [target ?? 0, actual ?? 0]));
  return niceAbove(highest * 1.15);
}

/** The next round number at or above a value: 1, 2, 4, 5, 6, 8 or 10 times a power of ten, and at least 4. */
function niceAbove(value: number): number {
  if (value <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 4, 5, 6, 8, 10].find((each) => each * power >= value) ?? 10;
  return factor * power;
}

/** Whether the label of one line goes above its point: the higher of the two at a position goes above. */
export function actualIsAbove(point: TargetPoint): boolean {
  return point.target === null || (point.actual !== null && point.actual >= point.target);
}
