import { type FirmField, firmFieldLabels } from '#shared/domain/firm.ts';

/** What a title list says beside the firm's own fields. */
export const titleFieldLabels = {
  titleName: '称号',
  recognisedYear: '认定年度',
  recognisedOn: '认定日期',
  batch: '认定批次',
  document: '文号',
  validUntil: '有效期至',
  formerName: '曾用名',
} as const;

/** A field of a title list. */
export type TitleField = keyof typeof titleFieldLabels;
/** Any field that a column can feed. */
export type RosterField = FirmField | TitleField;
/** Kinds of roster read so far: 企业名册, 认定名单. */
export type RosterKind = 'firms' | 'titles';

/** Chinese label of every field. */
export const rosterFieldLabels: Readonly<Record<RosterField, string>> = {
  ...firmFieldLabels,
  ...titleFieldLabels,
};

/**
 * Headers by field, as street offices write them. A header feeds a field only when it is one of these after
 * normalising; to know a new one, add it here.
 */
export const fieldAliases: Readonly<Record<RosterField, readonly string[]>> = {
  name: [
    '企业名称',
    '单位名称',
    '公司名称',
    '企业全称',
    '单位全称',
    '公司全称',
    '申报单位',
    '申报企业',
    '企业名',
    '名称',
    '企业',
  ],
  code: [
    '统一社会信用代码',
    '社会信用代码',
    '信用代码',
    '统一信用代码',
    '统一代码',
    '社会统一信用代码',
    '企业代码',
    '代码',
    '统一社会信用代码证号',
  ],
  streetId: [
    '所属街道',
    '街道',
    '属地街道',
    '所在街道',
    '所属街道平台',
    '街道平台',
    '属地',
    '所属镇街',
    '镇街',
  ],
  platformId: ['所属平台', '平台', '所在平台', '所属园区', '园区', '产业平台'],
  chainId: ['所属产业链', '产业链', '所属产业', '重点产业链', '产业'],
  industry: ['所属行业', '行业', '行业名称', '行业类别', '国民经济行业', '细分领域', '所属领域'],
  scale: ['企业规模', '规模', '企业类型规模', '规模类型', '划型'],
  aboveScale: ['是否规上', '规上', '是否规上企业', '规上企业', '是否规模以上'],
  legalForm: ['企业类型', '经济类型', '公司类型', '登记注册类型', '注册类型'],
  registeredOn: ['注册日期', '成立日期', '注册时间', '成立时间', '登记日期', '设立日期'],
  registeredCapital: ['注册资本', '注册资金', '注册资本金'],
  province: ['所在省份', '省份', '省', '所属省份'],
  city: ['所在城市', '城市', '地区', '市', '所属城市', '地市'],
  address: ['注册地址', '地址', '住所', '企业地址', '通讯地址', '经营地址', '注册地'],
  mainProduct: ['主导产品', '主要产品', '主营产品', '产品', '主导产品名称', '主要产品服务'],
  businessScope: ['经营范围', '业务范围', '主营业务'],
  legalPerson: ['法定代表人', '法人代表', '法人', '法人姓名', '法定代表人姓名'],
  contactName: ['联系人', '企业联系人', '联络员', '联系人姓名', '经办人'],
  contactPhone: [
    '联系电话',
    '电话',
    '手机',
    '联系方式',
    '联系人电话',
    '手机号',
    '手机号码',
    '联系手机',
    '联系人手机',
  ],
  remark: ['备注', '说明'],
  titleName: [
    '认定类别',
    '认定级别',
    '称号',
    '称号名称',
    '认定称号',
    '荣誉名称',
    '资质名称',
    '认定类型',
    '企业类别',
    '梯度类型',
    '级别',
    '类别',
  ],
  recognisedYear: ['认定年度', '认定年份', '年度', '年份', '获评年度', '入选年度'],
  recognisedOn: ['认定日期', '认定时间', '发文日期', '获评时间', '公布日期', '发布日期', '公布时间'],
  batch: ['认定批次', '批次', '入选批次'],
  document: ['文号', '认定文号', '发文文号', '认定文件', '文件号', '认定年度文号'],
  validUntil: ['有效期至', '有效期', '到期日期', '有效期截止', '截止日期', '有效截止日期', '到期时间'],
  formerName: ['曾用名', '原名', '原企业名称', '原名称', '更名前名称'],
};

/** Headers that are known and carry nothing for the ledger. */
export const ignoredHeaders: ReadonlySet<string> = new Set(['序号', '编号', '行号', '排名']);

/** Fields that only a title list has. */
export const titleFields: ReadonlySet<string> = new Set(
  Object.keys(titleFieldLabels).filter((field) => field !== 'formerName'),
);

/** Whether a text names a field (own keys only). */
export function isRosterField(text: string): text is RosterField {
  return Object.hasOwn(rosterFieldLabels, text);
}
