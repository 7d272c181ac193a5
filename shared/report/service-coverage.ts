/** How many of the titled firms of a street have a 服务专员. */
export type StreetCoverage = {
  /** Null for firms whose street is not known. */
  readonly streetId: string | null;
  readonly titled: number;
  readonly covered: number;
};

/** A firm that holds a title, its street, and whether it is served. */
export type CoveredFirm = { readonly streetId: string | null; readonly served: boolean };

/**
 * 服务专员覆盖 by street, in the order of the streets handed in, streets without titled firms left out, unknown ones
 * last. Each firm counts once. Binjiang 2023, part 二 15.
 */
export function serviceCoverage(
  firms: readonly CoveredFirm[],
  streetIds: readonly string[],
): readonly StreetCoverage[] {
  const known = new Set(streetIds);
  const counts = new Map<string | null, { titled: number; covered: number }>();
  for (const { streetId, served } of firms) {
    const key = streetId !== null && known.has(streetId) ? streetId : null;
    const count = counts.get(key) ?? { titled: 0, covered: 0 };
    count.titled += 1;
    if (served) count.covered += 1;
    counts.set(key, count);
  }
  return [...streetIds, null].flatMap((streetId) => {
    const count = counts.get(streetId);
    return count === undefined ? [] : [{ streetId, ...count }];
  });
}
