/** Kinds of facts a clause can ask for: 是否, 金额（分）, 比例（ppm）, 数量, 日期, 选项. */
export const factTypes = ['boolean', 'money', 'rate', 'count', 'day', 'choice'] as const;

/** Kind of a fact. */
export type FactType = (typeof factTypes)[number];

/** One possible answer of a fact of type `choice`. */
export type FactChoice = {
  readonly value: string;
  readonly label: string;
  readonly aliases: readonly string[];
};

/**
 * Who knows a fact. `project`: written on the form of the project and kept with it under the fact's name.
 * `title`: follows from the title event that sets the clause off. `holdsTitle`: the ledger says whether the firm
 * holds one of the titles on the day of the case. `awarded`: what this clause has already given the firm before,
 * in the calendar year of the case or ever: 分, or for a boolean whether it has given anything.
 */
export type FactSource =
  | { readonly kind: 'project' }
  | { readonly kind: 'title' }
  | { readonly kind: 'holdsTitle'; readonly titleIds: readonly string[] }
  | { readonly kind: 'awarded'; readonly period: 'year' | 'ever' };

/** A fact that a clause needs (事实项), with the words a form shows. */
export type Fact = {
  readonly name: string;
  /** Chinese label, such as 是否首次认定. */
  readonly label: string;
  readonly type: FactType;
  /** 分 for money, ppm for rates, the counted unit for counts, otherwise empty. */
  readonly unit: string;
  /** Answers of a `choice`; empty otherwise. */
  readonly choices: readonly FactChoice[];
  /** How to answer it. */
  readonly help: string | null;
  readonly source: FactSource;
};

/** Value of a fact: 分 and ppm are integers, days are `YYYY-MM-DD`, choices are ids. */
export type FactValue = string | number | boolean;

/** What is known about one case; an absent or null entry is not known. */
export type Facts = Readonly<Record<string, FactValue | null>>;
