/** Columns of the list of firms that a person can show or hide, in their order; 序号 and 企业名称 always stand before them. */
export const firmListColumns = [
  'code',
  'street',
  'platform',
  'chain',
  'titles',
  'industry',
  'scale',
  'mainProduct',
  'contactName',
  'contactPhone',
  'status',
] as const;

/** A column of the list of firms that can be hidden. */
export type FirmListColumn = (typeof firmListColumns)[number];

/** Heading of each column, on screen and in exported files. */
export const firmListLabels: Readonly<Record<FirmListColumn, string>> = {
  code: '统一社会信用代码',
  street: '所属街道',
  platform: '所属平台',
  chain: '所属产业链',
  titles: '称号（有效期至）',
  industry: '所属行业',
  scale: '企业规模',
  mainProduct: '主导产品',
  contactName: '联系人',
  contactPhone: '联系电话',
  status: '状态',
};
