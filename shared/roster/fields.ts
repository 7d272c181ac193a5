import { type FirmField, firmFieldLabels } from '#shared/domain/firm.ts';

/** What a roster says beside the firm's own fields: of its title, and its former name. */
export const titleFieldLabels = {
  titleName: '称号',
  recognisedYear: '认定年度',
  recognisedOn: '认定日期',
  batch: '认定批次',
  document: '文号',
  validUntil: '有效期至',
  eventResult: '认定或复核结果',
  formerName: '曾用名',
} as const;

/** A field of a title list. */
export type TitleField = keyof typeof titleFieldLabels;
/** Any field that a column can feed. */
export type RosterField = FirmField | TitleField;

/** Chinese label of every field. */
export const rosterFieldLabels: Readonly<Record<RosterField, string>> = {
  ...firmFieldLabels,
  ...titleFieldLabels,
};

/** Fields that only a title list has; a former name any roster may have. */
export const titleFields: ReadonlySet<string> = new Set(
  Object.keys(titleFieldLabels).filter((field) => field !== 'formerName'),
);

/** Fields whose value a merged cell, or one that was merged before it was saved as csv, gives to the rows below. */
export const filledDown: ReadonlySet<RosterField> = new Set<RosterField>([
  'name',
  'code',
  'streetId',
  'platformId',
  'chainId',
  'industry',
  'province',
  'city',
  'titleName',
  'recognisedYear',
  'recognisedOn',
  'batch',
  'document',
  'validUntil',
  'eventResult',
]);

/** Whether a text names a field (own keys only). */
export function isRosterField(text: string): text is RosterField {
  return Object.hasOwn(rosterFieldLabels, text);
}
