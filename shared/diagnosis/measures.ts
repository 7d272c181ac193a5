import { type Day, yearOf } from '#shared/domain/day.ts';
import { type NumberFigure, yearFigureInfo } from '#shared/domain/firm-year.ts';
import { type Amount, compoundGrowth, ratio, whole } from './amount.ts';
import { lacks, lastYear, latest, numberOf, type Reading, type Subject, together } from './subject.ts';

/** How the value of a measure is written: 分, ppm, a count, hundredths of a point. */
export type MeasureKind = 'money' | 'share' | 'count' | 'score';

/** A value that standards set thresholds for (指标), derived from the yearly figures and never stored. */
export type Measure = {
  readonly label: string;
  readonly kind: MeasureKind;
  readonly read: (subject: Subject) => Reading<Amount>;
};

/** Every measure by the name that the files of standards use. */
export const measures = {
  revenue: figure('上年营业收入', 'revenue'),
  rdSpend: figure('上年研发费用', 'rdSpend'),
  platformScore: {
    label: '当年平台评价得分',
    kind: 'score',
    read: (subject) => map([numberOf(subject, 'platformScore', 0)], ([score]) => whole(score ?? 0)),
  },
  bestPlatformScore: { label: '近两年平台评价最高分', kind: 'score', read: bestScore },
  mainShare: share('上年主营业务收入占比', 'mainRevenue', 'revenue'),
  liabilitiesRatio: share('上年末资产负债率', 'liabilities', 'assets'),
  netMargin: share('上年净利润率', 'netProfit', 'revenue'),
  rdShare: share('上年研发费用占比', 'rdSpend', 'revenue'),
  rdShareEach: {
    label: '近两年每年研发费用占比（较低的一年）',
    kind: 'share',
    read: (subject) =>
      map(
        [1, 2].flatMap((back) => pair(subject, 'rdSpend', 'revenue', back)),
        ([a, b, c, d]) => lower(fraction(a, b), fraction(c, d)),
      ),
  },
  rdSpendEach: overTwo('近两年每年研发费用（较低的一年）', 'rdSpend', (a, b) => Math.min(a, b)),
  rdSpendSum: overTwo('近两年研发费用合计', 'rdSpend', (a, b) => a + b),
  rdSpendMean: overTwo('近两年平均研发费用', 'rdSpend', (a, b) => (a + b) / 2),
  equityTwo: overTwo('近两年新增股权融资', 'newEquity', (a, b) => a + b),
  equityThree: {
    label: '近三年新增股权融资',
    kind: 'money',
    read: (subject) =>
      map(
        [1, 2, 3].map((back) => numberOf(subject, 'newEquity', back)),
        (all) => whole(sum(all)),
      ),
  },
  rdStaffShare: share('上年研发人员占比', 'rdStaff', 'employees'),
  mainGrowth: {
    label: '上年主营业务收入增长率',
    kind: 'share',
    read: (subject) =>
      map(
        [1, 2].map((back) => numberOf(subject, 'mainRevenue', back)),
        ([now, then]) => growth(now, then),
      ),
  },
  mainGrowthMean: meanGrowth('近两年主营业务收入平均增长率', 'mainRevenue'),
  profitGrowthMean: meanGrowth('近两年净利润平均增长率', 'netProfit'),
  revenueGrowthEach: {
    label: '近两年每年营业收入增长率（较低的一年）',
    kind: 'share',
    read: (subject) =>
      map(
        [1, 2, 3].map((back) => numberOf(subject, 'revenue', back)),
        ([a, b, c]) => lower(growth(a, b), growth(b, c)),
      ),
  },
  revenueCompound: {
    label: '近两年营业收入复合增长率',
    kind: 'share',
    read: (subject) =>
      map(
        [1, 3].map((back) => numberOf(subject, 'revenue', back)),
        ([now, then]) => (now === undefined || !then ? undefined : compoundGrowth(now, then)),
      ),
  },
  mainRevenueMean: {
    label: '近三年平均主营业务收入',
    kind: 'money',
    read: (subject) =>
      map(
        [1, 2, 3].map((back) => numberOf(subject, 'mainRevenue', back)),
        (all) => whole(sum(all) / 3),
      ),
  },
  mainRevenueBest: {
    label: '近三年最高一年主营业务收入',
    kind: 'money',
    read: (subject) =>
      map(
        [1, 2, 3].map((back) => numberOf(subject, 'mainRevenue', back)),
        (all) => whole(Math.max(...all)),
      ),
  },
  marketShare: state('主导产品国内市场占有率', 'marketShare'),
  nationalRank: state('主导产品国内排名', 'nationalRank'),
  globalRank: state('主导产品全球排名', 'globalRank'),
  nicheYears: state('从事细分领域年限', 'nicheYears'),
  mainProducts: state('主导产品数', 'mainProducts'),
  standards: state('参与制定标准数', 'standards'),
  digitalLevel: state('数字化水平等级', 'digitalLevel'),
  featurePoints: state('特色化得分', 'featurePoints'),
  classOneIp: state('Ⅰ类知识产权', 'classOneIp'),
  ownClassOneIp: state('自主研发的Ⅰ类知识产权', 'ownClassOneIp'),
  highValueIp: state('Ⅰ类高价值知识产权', 'highValueIp'),
  classTwoIp: state('Ⅱ类知识产权', 'classTwoIp'),
  inventionPatents: state('有效发明专利', 'inventionPatents'),
  operatingYears: { label: '经营年限', kind: 'count', read: operatingYears },
} as const satisfies Readonly<Record<string, Measure>>;

/** Name of a measure. */
export type MeasureName = keyof typeof measures;

/** Whether a text of a file names a measure. */
export function isMeasureName(text: string): text is MeasureName {
  return Object.hasOwn(measures, text);
}

/** A figure of 上年. */
function figure(label: string, name: NumberFigure): Measure {
  const { kind } = yearFigureInfo[name];
  return {
    label,
    kind: kind === 'money' ? 'money' : 'count',
    read: (subject) => map([numberOf(subject, name, 1)], ([value]) => whole(value ?? 0)),
  };
}

/** A figure that describes a state, by its newest statement. */
function state(label: string, name: NumberFigure): Measure {
  const { kind } = yearFigureInfo[name];
  return {
    label,
    kind: kind === 'share' || kind === 'score' ? kind : 'count',
    read: (subject) => map([latest(subject, name)], ([value]) => whole(value ?? 0)),
  };
}

function share(label: string, part: NumberFigure, of: NumberFigure): Measure {
  return {
    label,
    kind: 'share',
    read: (subject) => map(pair(subject, part, of, 1), ([a, b]) => fraction(a, b)),
  };
}

function overTwo(
  label: string,
  name: NumberFigure,
  combine: (last: number, before: number) => number,
): Measure {
  return {
    label,
    kind: 'money',
    read: (subject) =>
      map(
        [1, 2].map((back) => numberOf(subject, name, back)),
        ([a = 0, b = 0]) => whole(combine(a, b)),
      ),
  };
}

/** Mean of two yearly rates of growth (平均增长率 as commonly read; 2022 rules do not define it). */
function meanGrowth(label: string, name: NumberFigure): Measure {
  return {
    label,
    kind: 'share',
    read: (subject) =>
      map(
        [1, 2, 3].map((back) => numberOf(subject, name, back)),
        ([a, b, c]) => {
          if (a === undefined || !b || !c || b < 0 || c < 0) return undefined;
          const [x, y, z] = [BigInt(a), BigInt(b), BigInt(c)];
          return ratio(x * z + y * y - 2n * y * z, 2n * y * z);
        },
      ),
  };
}

function bestScore(subject: Subject): Reading<Amount> {
  const scores = [0, 1].map((back) => numberOf(subject, 'platformScore', back));
  const known = scores.flatMap((score) => (score.known ? [score.value] : []));
  if (known.length > 0) return { known: true, value: whole(Math.max(...known)) };
  return lacks(lastYear(subject), 'platformScore');
}

function operatingYears({ registeredOn, day }: Subject): Reading<Amount> {
  if (registeredOn === null) return { known: false, missing: ['注册日期'] };
  return { known: true, value: whole(fullYears(registeredOn, day)) };
}

function fullYears(from: Day, to: Day): number {
  const years = yearOf(to) - yearOf(from);
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

function pair(subject: Subject, part: NumberFigure, of: NumberFigure, back: number): Reading<number>[] {
  return [numberOf(subject, part, back), numberOf(subject, of, back)];
}

/** Computes when everything is known; a result that makes no sense (division by nothing) is missing too. */
function map(
  readings: readonly Reading<number>[],
  compute: (values: readonly number[]) => Amount | undefined,
): Reading<Amount> {
  const all = together(readings);
  if (!all.known) return all;
  const value = compute(all.value);
  return value === undefined
    ? { known: false, missing: ['分母为零或为负，无法计算'] }
    : { known: true, value };
}

function fraction(part: number | undefined, of: number | undefined): Amount | undefined {
  return part === undefined || !of ? undefined : ratio(part, of);
}

function growth(now: number | undefined, then: number | undefined): Amount | undefined {
  return now === undefined || !then || then < 0 ? undefined : ratio(now - then, then);
}

function lower(a: Amount | undefined, b: Amount | undefined): Amount | undefined {
  return a === undefined || b === undefined ? undefined : a.value <= b.value ? a : b;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
