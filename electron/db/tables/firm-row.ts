import {
  type CodeState,
  type FirmField,
  type FirmFields,
  type FirmStatus,
  firmFields,
} from '#shared/domain/firm.ts';
import type { SqlValue } from '../handles.ts';

/** A firm (企业) as the ledger holds it. */
export type FirmRecord = {
  readonly id: number;
  readonly fields: FirmFields;
  readonly codeState: CodeState;
  readonly status: FirmStatus;
  /** Part of the sample data (示例数据). */
  readonly sample: boolean;
};

/** Column of the table `firm` for each field. */
export const firmColumns: Readonly<Record<FirmField, string>> = {
  code: 'code',
  name: 'name',
  streetId: 'street_id',
  platformId: 'platform_id',
  chainId: 'chain_id',
  industry: 'industry',
  scale: 'scale',
  aboveScale: 'above_scale',
  legalForm: 'legal_form',
  registeredOn: 'registered_on',
  registeredCapital: 'registered_capital',
  province: 'province',
  city: 'city',
  address: 'address',
  mainProduct: 'main_product',
  businessScope: 'business_scope',
  legalPerson: 'legal_person',
  contactName: 'contact_name',
  contactPhone: 'contact_phone',
  remark: 'remark',
};

const fieldList = firmFields.map((field) => `firm.${firmColumns[field]} AS ${field}`).join(', ');

/** Start of every SELECT of whole firms; columns come out under the names of the fields. */
export const selectFirm = `SELECT firm.id, firm.code_state AS codeState, firm.status, firm.sample, ${fieldList} FROM firm`;

/** What `selectFirm` yields: the fields, with 是否规上 as 0 or 1. */
export type FirmRow = Omit<FirmFields, 'aboveScale'> & {
  readonly aboveScale: 0 | 1 | null;
  readonly id: number;
  readonly codeState: CodeState;
  readonly status: FirmStatus;
  readonly sample: 0 | 1;
};

/** Turns a stored row into a firm. */
export function firmFrom(row: FirmRow): FirmRecord {
  const { id, codeState, status, sample, aboveScale, ...fields } = row;
  return {
    id,
    codeState,
    status,
    sample: sample === 1,
    fields: { ...fields, aboveScale: aboveScale === null ? null : aboveScale === 1 },
  };
}

/** A field's value as its column holds it. */
export function columnValue(value: FirmFields[FirmField]): SqlValue {
  return typeof value === 'boolean' ? Number(value) : value;
}
