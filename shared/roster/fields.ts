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
/** A field of a record, such as `record.revenue`, or `record.revenue@2023` where the header names the year. */
export type RecordField = `record.${string}`;
/** A field of a firm or of its title. */
export type FirmOrTitleField = FirmField | TitleField;
/** Any field that a column can feed. */
export type RosterField = FirmOrTitleField | RecordField;

/** Chinese label of every field of firms and titles; those of records are in the table of their kind. */
export const rosterFieldLabels: Readonly<Record<FirmOrTitleField, string>> = {
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
  'record.year',
  'record.kind',
  'record.clause',
  'record.ground',
  'record.payer',
  'record.paidOn',
  'record.document',
  'record.pool',
  'record.stage',
]);

/** Whether a text names a field of firms or titles (own keys only). */
export function isFirmOrTitleField(text: string): text is FirmOrTitleField {
  return Object.hasOwn(rosterFieldLabels, text);
}

/** Whether a text names a field of a record. */
export function isRecordField(text: string): text is RecordField {
  return /^record\.[A-Za-z][\w-]{0,60}(@(19|20)\d{2})?$/.test(text);
}

/** Whether a text names a field. */
export function isRosterField(text: string): text is RosterField {
  return isFirmOrTitleField(text) || isRecordField(text);
}

/** Name of a record's field without the marks around it, and the year that its header names. */
export function recordFieldParts(field: RecordField): {
  readonly name: string;
  readonly year: number | null;
} {
  const [name = '', year] = field.slice('record.'.length).split('@');
  return { name, year: year === undefined ? null : Number(year) };
}
