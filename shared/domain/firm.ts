import type { Day } from './day.ts';
import type { Fen } from './money.ts';

/** How far a 统一社会信用代码 can be trusted; `damaged` ones are never stored. */
export type CodeState = 'valid' | 'suspicious' | 'missing';

/** Where a firm stands with the district: 在册, 迁出, 注销. */
export const firmStatuses = ['active', 'movedOut', 'closed'] as const;

/** 在册, 迁出 or 注销. */
export type FirmStatus = (typeof firmStatuses)[number];

/** Size class 大型/中型/小型/微型. */
export const firmScales = ['large', 'medium', 'small', 'micro'] as const;

/** Size class of a firm. */
export type FirmScale = (typeof firmScales)[number];

/**
 * The facts of one firm (企业) that a roster can set, one column each in the table `firm`.
 * `null` is 未填: not known, never zero or empty text.
 */
export type FirmFields = {
  /** 统一社会信用代码, 18 signs, upper case. */
  readonly code: string | null;
  /** Current registered name (企业名称). */
  readonly name: string;
  /** Street (街道) id of the pack. */
  readonly streetId: string | null;
  /** Platform or park (平台) id of the pack. */
  readonly platformId: string | null;
  /** Industry chain (产业链) id of the pack. */
  readonly chainId: string | null;
  /** Industry in the sender's words (所属行业). */
  readonly industry: string | null;
  readonly scale: FirmScale | null;
  /** Above designated size (规上). */
  readonly aboveScale: boolean | null;
  /** Kind of enterprise in the register (企业类型). */
  readonly legalForm: string | null;
  /** Day of registration (注册日期). */
  readonly registeredOn: Day | null;
  /** Registered capital (注册资本), 分. */
  readonly registeredCapital: Fen | null;
  readonly province: string | null;
  readonly city: string | null;
  /** Registered address (注册地址). */
  readonly address: string | null;
  /** Main product (主导产品). */
  readonly mainProduct: string | null;
  /** Business scope (经营范围). */
  readonly businessScope: string | null;
  /** 法定代表人. */
  readonly legalPerson: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly remark: string | null;
};

/** Name of one field of a firm. */
export type FirmField = keyof FirmFields;

/** Every field of a firm in the order of lists and papers, with its Chinese label. */
export const firmFieldLabels: Readonly<Record<FirmField, string>> = {
  name: '企业名称',
  code: '统一社会信用代码',
  streetId: '所属街道',
  platformId: '所属平台',
  chainId: '所属产业链',
  industry: '所属行业',
  scale: '企业规模',
  aboveScale: '是否规上',
  legalForm: '企业类型',
  registeredOn: '注册日期',
  registeredCapital: '注册资本',
  province: '所在省份',
  city: '所在城市',
  address: '注册地址',
  mainProduct: '主导产品',
  businessScope: '经营范围',
  legalPerson: '法定代表人',
  contactName: '联系人',
  contactPhone: '联系电话',
  remark: '备注',
};

/** All firm fields in the order of the labels: Object.keys loses the key type, the record is total over it. */
export const firmFields = Object.keys(firmFieldLabels) as readonly FirmField[];

/** A firm of which nothing but the name is known: fromEntries loses the keys, the list is total. */
export const emptyFirmFields = Object.fromEntries(
  firmFields.filter((field) => field !== 'name').map((field) => [field, null]),
) as { readonly [F in Exclude<FirmField, 'name'>]: null };
