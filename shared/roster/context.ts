import { createFinder, type Named, type NameFinder } from './values/choice.ts';

/** What the district knows, for reading cells that name it. */
export type RosterContext = {
  readonly streets: readonly Named[];
  readonly platforms: readonly Named[];
  readonly chains: readonly Named[];
  readonly titles: readonly Named[];
  readonly projectForms: readonly ProjectForm[];
  readonly pools: readonly (Named & { readonly stages: readonly string[] })[];
  readonly clauses: readonly ClauseNames[];
};

/** A kind of project (项目类别) as its rosters write it: words of its columns, and the facts its clauses ask for. */
export type ProjectForm = Named & {
  readonly nameLabel: string;
  readonly dateLabel: string;
  readonly objectLabel: string | null;
  readonly contractLabel: string | null;
  readonly facts: readonly {
    readonly name: string;
    readonly label: string;
    readonly type: 'boolean' | 'money' | 'rate' | 'count' | 'day' | 'choice';
    readonly choices: readonly Named[];
    readonly help: string | null;
  }[];
};

/** A clause (奖补条款) as payment lists name it, and what it pays for. */
export type ClauseNames = Named & {
  readonly titleIds: readonly string[];
  readonly projectKindId: string | null;
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
  /** What they were made over. */
  readonly district: RosterContext;
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
    district: context,
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
