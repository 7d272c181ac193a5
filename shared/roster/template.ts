import type { Finders } from './context.ts';
import type { RosterField } from './fields.ts';
import { isRecordKind, type RosterKind, recordKinds } from './kinds.ts';
import { recordForms } from './records/index.ts';
import { type RecordFieldInfo, type RecordType, recordUnit } from './records/record.ts';

/** Kinds of roster that have a form to fill in (报送模板): 企业名册, 认定名单, and every kind of record. */
export const templateKinds = ['firms', 'titles', ...recordKinds] as const satisfies readonly RosterKind[];

/** A kind of roster that has a form. */
export type TemplateKind = (typeof templateKinds)[number];

/** Version of the forms; it grows when their columns change in meaning. */
const templateVersion = 1;

/** Sheet of a form that says how to fill it in and holds what can be chosen. */
export const guideSheetName = '填写说明';
/** Sheet of an exported list that says where it comes from. */
export const noteSheetName = '导出说明';

/** Word of each kind as the mark of a form writes it; not the words of a list's title, which would count as one. */
const markWords: Readonly<Record<TemplateKind, string>> = {
  firms: '企业信息',
  titles: '称号信息',
  payments: '拨付信息',
  decisions: '会审信息',
  pools: '培育库信息',
  projects: '项目信息',
  years: '经营数据',
  visits: '走访登记',
  assessments: '自我评价',
};

/** The mark by which a form is known when it comes back, whatever its file is called by then. */
export function templateMark(kind: TemplateKind, variant: string | null): string {
  return `模板版本：${markWords[kind]} ${templateVersion}${variant === null ? '' : `（${variant}）`}`;
}

/** The form whose mark stands in the lines above a table, if one does. */
export function templateIn(heading: readonly string[]):
  | {
      readonly kind: TemplateKind;
      readonly version: number;
      /** Words of the kind's form, where it has several. */
      readonly variant: string | null;
    }
  | undefined {
  for (const line of heading) {
    const found = /模板版本:(\D{2,6}?)(\d{1,4})(?:\((.{1,40})\))?/u.exec(
      line.normalize('NFKC').replace(/\s/g, ''),
    );
    const kind = templateKinds.find((each) => markWords[each] === found?.[1]);
    if (kind !== undefined) return { kind, version: Number(found?.[2]), variant: found?.[3] ?? null };
  }
  return undefined;
}

/** Whether a sheet is one that the application adds beside the data, which is never read. */
export function isOwnNoteSheet(name: string): boolean {
  return name === guideSheetName || name === noteSheetName;
}

/** What a column of a form may hold: a choice of the district, of a fixed list, or free. */
export type TemplateChoices =
  | 'street'
  | 'platform'
  | 'chain'
  | 'scale'
  | 'yesNo'
  | 'title'
  | 'event'
  | TemplateList;

/** The answers of one field, with the name of their list. */
export type TemplateList = { readonly label: string; readonly values: readonly string[] };

/** How the cells of a column of a form are written. */
export type TemplateCells = 'text' | 'money' | 'day' | 'plain';

/** A column of a form. */
export type TemplateColumn = {
  readonly field: RosterField;
  readonly header: string;
  readonly width: number;
  readonly required: boolean;
  readonly cells: TemplateCells;
  readonly choices: TemplateChoices | null;
  /** How to fill it in, one sentence. */
  readonly rule: string;
  /** What the sample row writes; a choice takes the first of its list. */
  readonly sample: string | number;
};

type Rest = Partial<Pick<TemplateColumn, 'required' | 'cells' | 'choices' | 'sample'>>;

function column(
  field: RosterField,
  header: string,
  width: number,
  rule: string,
  rest: Rest = {},
): TemplateColumn {
  return { field, header, width, rule, required: false, cells: 'text', choices: null, sample: '', ...rest };
}

const name = column('name', '企业名称', 36, '营业执照上的全称；更名的写现名。', {
  required: true,
  sample: '杭州示例科技有限公司',
});
const code = column(
  'code',
  '统一社会信用代码',
  22,
  '18 位，按营业执照填写；该列已设为文本格式，请勿改成数字。',
  {
    required: true,
    sample: '91330100MA00000000',
  },
);
const street = column('streetId', '所属街道', 13, '从下拉列表中选择。', { choices: 'street' });

/** One sheet of a form: which of a kind's forms it is, and its columns in their order; 序号 stands before them. */
export type TemplateForm = {
  readonly id: string | null;
  readonly label: string | null;
  readonly columns: readonly TemplateColumn[];
};

/** The sheets of a form; one, except for kinds whose records differ in what they hold (项目). */
export function templateForms(kind: TemplateKind, finders: Finders): readonly TemplateForm[] {
  if (!isRecordKind(kind)) return [{ id: null, label: null, columns: firmForms[kind] }];
  return recordForms(kind, finders).map(({ id, label, fields }) => ({
    id,
    label,
    columns: [name, code, ...fields.filter(({ foreign }) => foreign !== true).map(recordColumn)],
  }));
}

function recordColumn({ name: field, label, type, required, rule, sample }: RecordFieldInfo): TemplateColumn {
  const unit = recordUnit(type);
  const header = unit === null ? label : `${label}（${unit}）`;
  const width = Math.min(28, Math.max(12, header.length * 2 + 2));
  const rest = { required, cells: cellsOf(type), choices: choicesOfField(label, type), sample };
  return column(`record.${field}`, header, width, rule, rest);
}

function cellsOf({ is }: RecordType): TemplateCells {
  if (is === 'money' || is === 'day') return is;
  return is === 'text' || is === 'choice' || is === 'flag' ? 'text' : 'plain';
}

function choicesOfField(label: string, type: RecordType): TemplateChoices | null {
  if (type.is === 'flag') return 'yesNo';
  if (type.is !== 'choice') return null;
  return { label: `可选${label}`, values: type.choices.map((choice) => choice.label) };
}

const firmForms: Readonly<Record<'firms' | 'titles', readonly TemplateColumn[]>> = {
  firms: [
    name,
    code,
    street,
    column('platformId', '所属平台', 16, '从下拉列表中选择；不在平台内的留空。', { choices: 'platform' }),
    column('chainId', '所属产业链', 16, '从下拉列表中选择。', { choices: 'chain' }),
    column('industry', '所属行业', 18, '国民经济行业大类或中类。', { sample: '软件和信息技术服务业' }),
    column('scale', '企业规模', 10, '大型、中型、小型、微型，从下拉列表中选择。', { choices: 'scale' }),
    column('aboveScale', '是否规上', 10, '是或否。', { choices: 'yesNo' }),
    column('legalForm', '企业类型', 18, '营业执照上的类型。', { sample: '有限责任公司' }),
    column('registeredOn', '注册日期', 12, '写成 2024-03-15。', { cells: 'day', sample: '2018-03-15' }),
    column('registeredCapital', '注册资本（万元）', 14, '人民币，单位万元，只填数字。', {
      cells: 'money',
      sample: 1000,
    }),
    column('address', '注册地址', 32, '营业执照上的住所。', { sample: '示例路 1 号' }),
    column('mainProduct', '主导产品', 24, '一两种即可。', { sample: '示例产品' }),
    column('businessScope', '经营范围', 36, '可不填。'),
    column('legalPerson', '法定代表人', 12, '营业执照上的法定代表人。', { sample: '张三' }),
    column('contactName', '联系人', 10, '企业联络员；显示为“张*”的是遮挡，没有变化就不要改。', {
      sample: '李四',
    }),
    column('contactPhone', '联系电话', 16, '手机或座机；中间为 * 的是遮挡，没有变化就不要改。', {
      sample: '13800000000',
    }),
    column('remark', '备注', 20, '可不填。'),
  ],
  titles: [
    name,
    code,
    street,
    column('titleName', '称号', 26, '从下拉列表中选择；一家企业有几种称号就写几行。', {
      required: true,
      choices: 'title',
    }),
    column('eventResult', '认定或复核结果', 16, '认定、复核通过等，从下拉列表中选择。', {
      required: true,
      choices: 'event',
    }),
    column('recognisedOn', '认定日期', 12, '公布文件的日期，写成 2024-03-15；复核的写复核公布日期。', {
      required: true,
      cells: 'day',
      sample: '2024-03-15',
    }),
    column('batch', '认定批次', 12, '文件写明的批次，如：第五批。', { sample: '第五批' }),
    column('document', '文号', 24, '公布文件的文号。', { sample: '示例〔2024〕1号' }),
    column('validUntil', '有效期至', 12, '文件写明的最后一天，写成 2027-03-14；没有写明的留空。', {
      cells: 'day',
      sample: '2027-03-14',
    }),
  ],
};
