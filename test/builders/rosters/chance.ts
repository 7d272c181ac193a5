/** Draws that depend on nothing but the seed. */
export type Chance = {
  /** A whole number from 0 to `below` − 1. */
  readonly below: (below: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** True in so many of a hundred draws. */
  readonly percent: (share: number) => boolean;
  readonly shuffle: <T>(list: readonly T[]) => T[];
};

export function createChance(seed: number): Chance {
  let state = seed * 2_654_435_761 + 1;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: (list) => {
      const drawn = list[below(list.length)];
      if (drawn === undefined) throw new Error('nothing to draw from');
      return drawn;
    },
    percent: (share) => next() * 100 < share,
    shuffle: (list) => {
      const rest = [...list];
      for (let at = rest.length - 1; at > 0; at -= 1) {
        const other = below(at + 1);
        const [a, b] = [rest[at], rest[other]];
        if (a === undefined || b === undefined) throw new Error('out of the list');
        rest[at] = b;
        rest[other] = a;
      }
      return rest;
    },
  };
}
