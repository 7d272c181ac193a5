import { nameKey } from '#shared/roster/values/name-key.ts';
import { initialsOf, pinyinOf } from '#shared/text/pinyin.ts';

/** What a firm is found by. */
export type SearchSource = {
  readonly name: string;
  /** Former names (曾用名), oldest first. */
  readonly formerNames: readonly string[];
  readonly contactName: string | null;
  readonly mainProduct: string | null;
};

/** Columns of a firm that follow from its other columns; every write of a firm sets them anew. */
export type SearchColumns = {
  /** Normal form of the name, for matching rows of a roster. */
  readonly nameKey: string;
  /** Pinyin of the name: the order in which a person expects a list. */
  readonly nameSort: string;
  /** All that a search looks through except the code: names, pinyin initials, contact, product. */
  readonly searchText: string;
};

/** Computes the search columns (检索列) of a firm. */
export function firmSearchColumns(firm: SearchSource): SearchColumns {
  const names = [firm.name, ...firm.formerNames];
  const parts = [...names, ...names.flatMap(initialsOf), firm.contactName ?? '', firm.mainProduct ?? ''];
  return {
    nameKey: nameKey(firm.name),
    nameSort: pinyinOf(firm.name),
    searchText: searchForm(parts.filter((part) => part !== '').join(' ')),
  };
}

/** The form in which texts and queries meet: full-width narrowed, lower case. */
export function searchForm(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
