/** How a target stands in one street or platform. */
export type SplitLine = {
  /** Null for firms of which the place is not known: they count for no place. */
  readonly placeId: string | null;
  readonly label: string;
  /** 分解目标; null while none was set. */
  readonly target: number | null;
  readonly progress: number;
  /** Target less progress, never below 0; null without a target. */
  readonly gap: number | null;
  /** Place by share of the target reached, best is 1, equal shares share a rank; null without a target. */
  readonly rank: number | null;
};

/** Sets what was reached against what each place was given (目标分解), in the order of the places. */
export function splitLines(
  places: readonly { readonly id: string; readonly label: string }[],
  targets: ReadonlyMap<string, number>,
  reached: ReadonlyMap<string | null, number>,
  unknownLabel: string,
): readonly SplitLine[] {
  const shareOf = (id: string) => {
    const target = targets.get(id);
    if (target === undefined) return undefined;
    return target === 0 ? 1 : (reached.get(id) ?? 0) / target;
  };
  const shares = places.flatMap(({ id }) => shareOf(id) ?? []);
  const lines = places.map(({ id, label }): SplitLine => {
    const target = targets.get(id) ?? null;
    const progress = reached.get(id) ?? 0;
    const share = shareOf(id);
    return {
      placeId: id,
      label,
      target,
      progress,
      gap: target === null ? null : Math.max(0, target - progress),
      rank: share === undefined ? null : 1 + shares.filter((each) => each > share).length,
    };
  });
  const rest = reached.get(null) ?? 0;
  if (rest === 0) return lines;
  return [
    ...lines,
    { placeId: null, label: unknownLabel, target: null, progress: rest, gap: null, rank: null },
  ];
}
