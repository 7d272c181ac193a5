import type { RosterField } from './fields.ts';

/** A remark on a row: an `error` keeps it out, a `warning` waits for confirmation, an `info` is only said. */
export type RowIssue = {
  /** Address of the cell, such as `C7`. */
  readonly cell: string;
  readonly field: RosterField | null;
  readonly code: IssueCode;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly fix: string | null;
};

/** Every remark that checking can make. */
export type IssueCode =
  | 'name-missing'
  | 'code-damaged'
  | 'code-suspicious'
  | 'code-repaired'
  | 'code-missing'
  | 'cell-error'
  | 'day-unreadable'
  | 'day-ambiguous'
  | 'day-partial'
  | 'money-unreadable'
  | 'money-unit'
  | 'choice-unknown'
  | 'title-unknown'
  | 'title-from-heading'
  | 'day-from-year'
  | 'year-missing'
  | 'merged-fill'
  | 'hidden-row'
  | 'duplicate-row'
  | 'same-firm-differs'
  | 'name-changed'
  | 'name-of-other-firm'
  | 'code-of-other-firm'
  | 'name-ambiguous';

/** What a value parser answers: the value (null when empty or not usable) and a remark, if any. */
export type Parsed<T> = {
  readonly value: T | null;
  readonly issue?: Omit<RowIssue, 'cell' | 'field'>;
};
