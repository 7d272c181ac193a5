import type { Pack } from '#shared/policy/pack.ts';
import type { PlaceLabels } from '#shared/text/firm-text.ts';

const known = new WeakMap<Pack, PlaceLabels>();

/** Labels of streets, platforms and chains by id; made once for each pack. */
export function placeLabels(pack: Pack): PlaceLabels {
  const ready = known.get(pack);
  if (ready !== undefined) return ready;
  const labels: PlaceLabels = {
    streets: new Map(pack.streets.map(({ id, label }) => [id, label])),
    platforms: new Map(pack.platforms.map(({ id, label }) => [id, label])),
    chains: new Map(pack.chains.map(({ id, label }) => [id, label])),
  };
  known.set(pack, labels);
  return labels;
}

/** Label of a title; its id when the pack does not know it (a ledger moved between packs). */
export function titleLabel(pack: Pack, titleId: string): string {
  return pack.titles.find((title) => title.id === titleId)?.short ?? titleId;
}
