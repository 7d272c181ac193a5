import { assertNever } from '#shared/domain/assert-never.ts';
import type { FirmField, FirmScale, FirmStatus } from '#shared/domain/firm.ts';
import { amountText } from '#shared/domain/money.ts';

/** Chinese word of each size class. */
export const scaleText: Readonly<Record<FirmScale, string>> = {
  large: '大型',
  medium: '中型',
  small: '小型',
  micro: '微型',
};

/** Chinese word of each standing of a firm. */
export const statusText: Readonly<Record<FirmStatus, string>> = {
  active: '在册',
  movedOut: '迁出',
  closed: '注销',
};

/** Labels of the pack by id, so that fields that hold an id can be written out. */
export type PlaceLabels = {
  readonly streets: ReadonlyMap<string, string>;
  readonly platforms: ReadonlyMap<string, string>;
  readonly chains: ReadonlyMap<string, string>;
};

/** A stored value as a person reads it; `null` when 未填. */
export function firmFieldText(
  field: FirmField,
  value: string | number | boolean | null,
  labels: PlaceLabels,
): string | null {
  if (value === null) return null;
  switch (field) {
    case 'streetId':
      return labels.streets.get(String(value)) ?? String(value);
    case 'platformId':
      return labels.platforms.get(String(value)) ?? String(value);
    case 'chainId':
      return labels.chains.get(String(value)) ?? String(value);
    case 'scale':
      return isScale(value) ? scaleText[value] : String(value);
    case 'aboveScale':
      return value === true || value === 1 ? '是' : '否';
    case 'registeredCapital':
      return amountText(Number(value));
    case 'name':
    case 'code':
    case 'industry':
    case 'legalForm':
    case 'registeredOn':
    case 'province':
    case 'city':
    case 'address':
    case 'mainProduct':
    case 'businessScope':
    case 'legalPerson':
    case 'contactName':
    case 'contactPhone':
    case 'remark':
      return String(value);
    default:
      return assertNever(field);
  }
}

function isScale(value: string | number | boolean): value is FirmScale {
  return typeof value === 'string' && Object.hasOwn(scaleText, value);
}
