import type { InputOf } from '#shared/contract/api.ts';
import type { FirmField, FirmScale } from '#shared/domain/firm.ts';
import { type Fen, fenPerWan } from '#shared/domain/money.ts';

/** The facts of a firm as a write takes them. */
export type FirmPatch = InputOf<'firms.save'>['patch'];

/** What stands in the fields of the form: text as typed; a choice by its id; 注册资本 in 万元. */
export type FirmFormValues = {
  readonly [F in Exclude<FirmField, 'aboveScale' | 'scale'>]: string;
} & { readonly aboveScale: 'yes' | 'no' | ''; readonly scale: FirmScale | '' };

/** Every text field of the form that needs no conversion. */
const textFields = [
  'code',
  'name',
  'streetId',
  'platformId',
  'chainId',
  'industry',
  'legalForm',
  'registeredOn',
  'province',
  'city',
  'address',
  'mainProduct',
  'businessScope',
  'legalPerson',
  'contactName',
  'contactPhone',
  'remark',
] as const;

/** Fills the form from the stored facts; 未填 becomes an empty field. */
export function formValuesOf(facts: FirmPatch): FirmFormValues {
  const text = (field: (typeof textFields)[number]) => facts[field] ?? '';
  return {
    code: text('code'),
    name: text('name'),
    streetId: text('streetId'),
    platformId: text('platformId'),
    chainId: text('chainId'),
    industry: text('industry'),
    legalForm: text('legalForm'),
    registeredOn: text('registeredOn'),
    province: text('province'),
    city: text('city'),
    address: text('address'),
    mainProduct: text('mainProduct'),
    businessScope: text('businessScope'),
    legalPerson: text('legalPerson'),
    contactName: text('contactName'),
    contactPhone: text('contactPhone'),
    remark: text('remark'),
    scale: facts.scale ?? '',
    aboveScale: facts.aboveScale === true ? 'yes' : facts.aboveScale === false ? 'no' : '',
    registeredCapital: wanFieldText(facts.registeredCapital ?? null),
  };
}

/** What a person writes to clear the contact or the phone number, whose stored values never stand in the form. */
const clearing = '无';
const masked: ReadonlySet<string> = new Set(['contactName', 'contactPhone']);

/**
 * Only the fields that a person changed, so that no other field is overwritten by an old copy. An emptied field becomes 未填; contact and phone number, which the form
 * never receives, stay unless they are typed anew.
 */
export function changedFacts(before: FirmFormValues, after: FirmFormValues): FirmPatch {
  const patch: Record<string, string | number | boolean | null> = {};
  for (const field of textFields) {
    const value = after[field].trim();
    if (value === before[field].trim()) continue;
    const emptied = value === '' ? field !== 'name' : masked.has(field) && value === clearing;
    patch[field] = emptied ? null : value;
  }
  if (after.scale !== before.scale) patch.scale = after.scale === '' ? null : after.scale;
  if (after.aboveScale !== before.aboveScale)
    patch.aboveScale = after.aboveScale === '' ? null : after.aboveScale === 'yes';
  if (after.registeredCapital.trim() !== before.registeredCapital.trim())
    patch.registeredCapital = fenOfWan(after.registeredCapital) ?? null;
  return patch;
}

/** Whether anything in the form differs from what is stored. */
export function isChanged(before: FirmFormValues, after: FirmFormValues): boolean {
  return Object.keys(changedFacts(before, after)).length > 0;
}

/** An amount typed in 万元 (at most six decimals, thousands separators allowed) as 分; nothing for other text. */
export function fenOfWan(text: string): Fen | undefined {
  const clean = text.normalize('NFKC').replace(/[\s,]/g, '');
  const match = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(clean);
  if (!match) return undefined;
  return Number(match[1]) * fenPerWan + Number((match[2] ?? '').padEnd(6, '0'));
}

/** 分 as the field shows it: 万元, exact, without needless zeros. */
export function wanFieldText(amount: Fen | null): string {
  if (amount === null) return '';
  const rest = String(amount % fenPerWan)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${Math.floor(amount / fenPerWan)}${rest === '' ? '' : `.${rest}`}`;
}
