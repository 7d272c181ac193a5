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

/** A remark before it is known which cell it is about. */
export type Remark = Omit<RowIssue, 'cell' | 'field'>;

/** Every remark that checking can make. */
export type IssueCode =
  | 'name-missing'
  | 'code-damaged'
  | 'code-suspicious'
  | 'code-repaired'
  | 'code-other-number'
  | 'cell-error'
  | 'cell-split'
  | 'cell-unsplit'
  | 'day-unreadable'
  | 'day-ambiguous'
  | 'day-partial'
  | 'money-unreadable'
  | 'money-unit'
  | 'choice-unknown'
  | 'value-unreadable'
  | 'value-masked'
  | 'title-unknown'
  | 'title-several'
  | 'title-empty'
  | 'title-from-heading'
  | 'event-ambiguous'
  | 'day-from-year'
  | 'year-from-heading'
  | 'year-missing'
  | 'street-from-heading'
  | 'merged-fill'
  | 'merged-not-filled'
  | 'hidden-row'
  | 'duplicate-row'
  | 'same-firm-differs'
  | 'same-firm-first'
  | 'name-changed'
  | 'name-of-other-firm'
  | 'code-of-other-firm'
  | 'name-ambiguous'
  | 'firm-unknown'
  | 'choice-alike'
  | 'record-kept'
  | 'record-incomplete'
  | 'record-foreign'
  | 'record-refused'
  | 'record-twice'
  | 'record-differs'
  | 'record-doubtful'
  | 'share-doubtful'
  | 'value-out-of-range';

/** A row that the sender had hidden. */
export const hiddenRow: Remark = {
  code: 'hidden-row',
  severity: 'info',
  message: '这一行在表中是隐藏的，已一并读取',
  fix: null,
};
/** A row that names no firm. */
export const nameMissing: Remark = {
  code: 'name-missing',
  severity: 'error',
  message: '缺少企业名称',
  fix: '请补上营业执照上的全称',
};

/** What a value parser answers: the value (null when empty or not usable) and a remark, if any. */
export type Parsed<T> = { readonly value: T | null; readonly issue?: Remark };
