import { createFinder, type Named, type NameFinder } from './values/choice.ts';

/** What the district knows, for reading cells that name it. */
export type RosterContext = {
  readonly streets: readonly Named[];
  readonly platforms: readonly Named[];
  readonly chains: readonly Named[];
  readonly titles: readonly Named[];
};

/** Finders over what the district knows; made once for a reading. */
export type Finders = {
  readonly street: NameFinder;
  readonly platform: NameFinder;
  readonly chain: NameFinder;
  /** Titles that a text names: the one it equals, else every one it contains, longest spelling first. */
  readonly titles: (text: string) => readonly string[];
  /** The one street whose full name (…街道) a longer text contains. */
  readonly streetWithin: (text: string) => string | undefined;
};

/** Makes the finders of a district. */
export function createFinders(context: RosterContext): Finders {
  return {
    street: createFinder(context.streets),
    platform: createFinder(context.platforms),
    chain: createFinder(context.chains),
    titles: titleFinder(context.titles),
    streetWithin: (text) => {
      const found = context.streets.filter((street) => text.includes(street.label));
      return found.length === 1 ? found[0]?.id : undefined;
    },
  };
}

function titleFinder(titles: readonly Named[]): Finders['titles'] {
  const spellings = titles
    .flatMap(({ id, label, aliases }) =>
      [label, ...aliases].map((spelling) => ({ id, key: titleKey(spelling) })),
    )
    .sort((a, b) => b.key.length - a.key.length);
  const exact = new Map([...spellings].reverse().map(({ id, key }) => [key, id]));
  return (text) => {
    let rest = titleKey(text);
    const whole = exact.get(rest);
    if (whole !== undefined) return [whole];
    const found: string[] = [];
    for (const { id, key } of spellings) {
      if (!rest.includes(key)) continue;
      rest = rest.replaceAll(key, ' ');
      if (!found.includes(id)) found.push(id);
    }
    return found;
  };
}

function titleKey(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}\p{Cf}]/gu, '');
}
