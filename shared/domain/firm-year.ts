import type { Fen } from './money.ts';

/**
 * How a yearly figure is held: `money` 分, `count` whole number, `share` parts per million,
 * `score` hundredths of a point, `flag` yes or no, `choice` one of a list.
 */
export type YearFigureKind = 'money' | 'count' | 'share' | 'score' | 'flag' | 'choice';

/** Words of 研发机构 by level, lowest first: the order counts. */
const rdInstitutionText = {
  none: '无',
  belowCity: '市级以下',
  city: '市级',
  provincial: '省级',
  national: '国家级',
} as const;

/** Words of 科学技术奖励 won in the year, best last. */
const scienceAwardText = {
  none: '无',
  provincialOther: '省部级其他名次',
  provincialTop3: '省部级前三名',
  nationalOther: '国家级其他名次',
  nationalTop5: '国家级第四、五名',
  nationalTop3: '国家级前三名',
} as const;

/** Words of the place in 创客中国 in the year. */
const makerContestText = {
  none: '无',
  top500: '全国500强企业组',
  top50: '全国50强企业组',
} as const;

const numberFigures = {
  revenue: { label: '营业收入', kind: 'money', group: 'business' },
  mainRevenue: { label: '主营业务收入', kind: 'money', group: 'business' },
  netProfit: { label: '净利润', kind: 'money', group: 'business' },
  assets: { label: '资产总额', kind: 'money', group: 'business' },
  liabilities: { label: '负债总额', kind: 'money', group: 'business' },
  taxPaid: { label: '上缴税金', kind: 'money', group: 'business' },
  newEquity: { label: '当年新增股权融资', kind: 'money', group: 'business' },
  rdSpend: { label: '研发费用', kind: 'money', group: 'innovation' },
  employees: { label: '从业人员', kind: 'count', group: 'innovation' },
  rdStaff: { label: '研发人员', kind: 'count', group: 'innovation' },
  classOneIp: { label: 'Ⅰ类知识产权', kind: 'count', group: 'innovation' },
  ownClassOneIp: { label: '其中自主研发Ⅰ类', kind: 'count', group: 'innovation' },
  highValueIp: { label: '其中Ⅰ类高价值', kind: 'count', group: 'innovation' },
  classTwoIp: { label: 'Ⅱ类知识产权', kind: 'count', group: 'innovation' },
  inventionPatents: { label: '有效发明专利', kind: 'count', group: 'innovation' },
  marketShare: { label: '主导产品国内市场占有率', kind: 'share', group: 'market' },
  nationalRank: { label: '主导产品国内排名', kind: 'count', group: 'market' },
  globalRank: { label: '主导产品全球排名', kind: 'count', group: 'market' },
  nicheYears: { label: '从事细分领域年限', kind: 'count', group: 'market' },
  mainProducts: { label: '主导产品数', kind: 'count', group: 'market' },
  standards: { label: '参与制定标准数', kind: 'count', group: 'market' },
  digitalLevel: { label: '数字化水平等级', kind: 'count', group: 'platform' },
  featurePoints: { label: '特色化得分（省定15分）', kind: 'score', group: 'platform' },
  platformScore: { label: '平台评价得分（75号）', kind: 'score', group: 'platform' },
} as const satisfies Readonly<Record<string, FigureInfo>>;

const flagFigures = {
  managementCertificate: { label: '通过质量管理体系认证', kind: 'flag', group: 'quality' },
  foreignCertificate: { label: '取得国外产品认证', kind: 'flag', group: 'quality' },
  ownBrand: { label: '拥有自主品牌', kind: 'flag', group: 'quality' },
  qualityAward: { label: '获省级以上质量奖', kind: 'flag', group: 'quality' },
  coreSystem: { label: '核心业务采用信息系统', kind: 'flag', group: 'quality' },
  strategicField: { label: '产品属战略性新兴产业', kind: 'flag', group: 'field' },
  keyChain: { label: '产品处产业链关键环节', kind: 'flag', group: 'field' },
  sixBases: { label: '产品属六基领域', kind: 'flag', group: 'field' },
  timeHonoured: { label: '中华老字号', kind: 'flag', group: 'field' },
  titleUpdate: { label: '平台年度信息已更新', kind: 'flag', group: 'platform' },
  keyFields: { label: '产品属制造强国或网络强国领域', kind: 'flag', group: 'field' },
} as const satisfies Readonly<Record<string, FigureInfo>>;

const choiceFigures = {
  rdInstitution: { label: '研发机构级别', kind: 'choice', group: 'innovation', choices: rdInstitutionText },
  scienceAward: { label: '科学技术奖励', kind: 'choice', group: 'innovation', choices: scienceAwardText },
  makerContest: { label: '“创客中国”名次', kind: 'choice', group: 'innovation', choices: makerContestText },
} as const satisfies Readonly<Record<string, FigureInfo>>;

/** Parts of the form: 经营, 创新, 市场, 平台, 质量, 领域. */
export const yearFigureGroups = {
  business: '经营规模',
  innovation: '研发创新',
  market: '市场地位',
  platform: '平台评价',
  quality: '质量管理',
  field: '产品领域',
} as const;

/** What the ledger knows about one kind of yearly figure. */
export type FigureInfo = {
  readonly label: string;
  readonly kind: YearFigureKind;
  readonly group: keyof typeof yearFigureGroups;
  /** Words of a `choice`, by the value stored. */
  readonly choices?: Readonly<Record<string, string>>;
};

/** Name of a yearly figure that is a number. */
export type NumberFigure = keyof typeof numberFigures;
/** Name of a yearly figure that is yes or no. */
export type FlagFigure = keyof typeof flagFigures;
/** Name of a yearly figure that is one of a list. */
export type ChoiceFigure = keyof typeof choiceFigures;
/** Name of a yearly figure. */
export type YearFigure = NumberFigure | FlagFigure | ChoiceFigure;

/**
 * The figures of a firm for one year (经营数据). `null` is 未填: not known, never zero.
 * Ratios and growth are derived (`shared/diagnosis/measures.ts`) and never stored.
 */
export type YearFigures = { readonly [F in NumberFigure]: Fen | number | null } & {
  readonly [F in FlagFigure]: boolean | null;
} & { readonly [F in ChoiceFigure]: string | null };

/** One year of a firm, with where its figures come from. */
export type FirmYear = YearFigures & {
  readonly firmId: number;
  readonly year: number;
  /** Where the figures come from, such as 审计报告 or 企业填报; null when nobody said. */
  readonly source: string | null;
  readonly remark: string | null;
};

/** Label, kind, group of every yearly figure, in the order of forms and papers. */
export const yearFigureInfo: Readonly<Record<YearFigure, FigureInfo>> = {
  ...numberFigures,
  ...choiceFigures,
  ...flagFigures,
};

/** Every yearly figure: Object.keys loses the key type, the record is total over it. */
export const yearFigures = Object.keys(yearFigureInfo) as readonly YearFigure[];

const columnOf = (figure: string) => figure.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Column of the table `firm_year` for each figure: fromEntries loses the keys, the list is total. */
export const yearFigureColumns = Object.fromEntries(
  yearFigures.map((figure) => [figure, columnOf(figure)]),
) as Readonly<Record<YearFigure, string>>;

/** Whether a text names a yearly figure. */
export function isYearFigure(text: string): text is YearFigure {
  return Object.hasOwn(yearFigureInfo, text);
}

/** A year with nothing filled in. */
export const emptyYearFigures: YearFigures = {
  ...blank(numberFigures),
  ...blank(flagFigures),
  ...blank(choiceFigures),
};

function blank<T extends object>(figures: T): { readonly [K in keyof T]: null } {
  // Every key of the table becomes a key of the result.
  return Object.fromEntries(Object.keys(figures).map((key) => [key, null])) as {
    readonly [K in keyof T]: null;
  };
}
