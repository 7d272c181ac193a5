import type { Day } from '#shared/domain/day.ts';

/** A paper that a pack leans on: the policy document itself, national rules, official lists. */
export type PolicyDocument = {
  readonly id: string;
  readonly title: string;
  /** Short title for references and notes. */
  readonly short: string;
  /** 文号; null when the paper bears none. */
  readonly number: string | null;
  readonly issuer: string | null;
  /** Day printed under the paper; null when blank or unknown. */
  readonly published: Day | null;
  readonly notes: readonly string[];
};

/** Where a figure or rule stands (依据). Every number of a pack has one. */
export type Reference = {
  readonly documentId: string;
  /** 第几部分, Chinese number such as 四. */
  readonly part: string | null;
  /** 第几条. */
  readonly clause: string | null;
  /** Place in other words, such as 目标表. */
  readonly at: string | null;
  /** The operative words of the document, kept short. */
  readonly quote: string | null;
  /** All of the above in one line for people, such as `钱塘三年行动方案第四部分第2条`. */
  readonly text: string;
};

/** Writes a reference in one line. */
export function referenceText(
  document: Pick<PolicyDocument, 'short'>,
  part: string | null,
  clause: string | null,
  at: string | null,
): string {
  const where = `${part === null ? '' : `第${part}部分`}${clause === null ? '' : `第${clause}条`}`;
  return `《${document.short}》${where}${at ?? ''}`;
}
