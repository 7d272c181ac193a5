import { fieldAliases, ignoredHeaders, isRosterField, type RosterField } from './fields.ts';

/** Units a header or a line above it can name, in 分. */
export const moneyUnits: Readonly<Record<string, number>> = {
  元: 100,
  千元: 100_000,
  万元: 1_000_000,
  万: 1_000_000,
  亿元: 10_000_000_000,
  亿: 10_000_000_000,
};

/** What a header means: its field (exactly an alias), the unit it names, or a likely field for a person to confirm. */
export type HeaderMatch = {
  readonly field: RosterField | null;
  readonly unit: string | null;
  readonly suggestion: RosterField | null;
};

const byAlias: ReadonlyMap<string, RosterField> = new Map(
  Object.entries(fieldAliases).flatMap(([field, aliases]) =>
    isRosterField(field) ? aliases.map((alias): [string, RosterField] => [alias, field]) : [],
  ),
);

/** A header without blanks, brackets and marks, and the unit that stood in it. */
function normaliseHeader(text: string): { readonly key: string; readonly unit: string | null } {
  const narrow = text.normalize('NFKC').replace(/[\s\p{Cf}*#::、,,/“”"'。.]/gu, '');
  let unit: string | null = null;
  const key = narrow.replace(/[([【〔]([^)\]】〕]*)[)\]】〕]/g, (_, inner: string) => {
    const name = inner.replace(/^单位|人民币$/g, '');
    if (Object.hasOwn(moneyUnits, name)) unit = name;
    return '';
  });
  return { key, unit };
}

/** Meaning of one header. Likeness is only ever a suggestion. */
export function matchHeader(text: string): HeaderMatch {
  const { key, unit } = normaliseHeader(text);
  const field = byAlias.get(key) ?? null;
  if (field !== null || key === '' || ignoredHeaders.has(key)) return { field, unit, suggestion: null };
  const alike = [...byAlias].find(
    ([alias]) => alias.length >= 2 && key.length >= 2 && (key.includes(alias) || alias.includes(key)),
  );
  return { field: null, unit, suggestion: alike?.[1] ?? null };
}

/** Whether a text is a header that every roster could have. */
export function isKnownHeader(text: string): boolean {
  const { key } = normaliseHeader(text);
  return byAlias.has(key) || ignoredHeaders.has(key);
}
