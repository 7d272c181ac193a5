import type { z } from 'zod';
import type { BoardMoneySchema, DashboardSchema } from '#shared/contract/methods/dashboard.ts';
import type { ReportSpecSchema } from '#shared/contract/methods/reports.ts';
import type { Day } from '#shared/domain/day.ts';
import { amountText } from '#shared/domain/money.ts';
import type { Measure } from './goals.ts';
import { countingText, measureRemarks, measureWords } from './measure-words.ts';
import {
  customarySigners,
  originLines,
  proseDay,
  type Report,
  type ReportBlock,
  type ReportCell,
  type ReportOrigin,
  type ReportTable,
  totalRow,
} from './report.ts';

/** The figures of the home page, with the money of the year, from which the paper is written. */
export type Dashboard = z.output<typeof DashboardSchema> & {
  readonly awards: Pick<z.output<typeof BoardMoneySchema>, 'year' | 'totalFen' | 'count'>;
};
type Spec = z.output<typeof ReportSpecSchema>;

/** Report 1, 梯度培育进度报告: targets and actuals, the ladder, the streets. Only figures of the dashboard enter. */
export function progressReport(spec: Spec, figures: Dashboard, origin: ReportOrigin): Report {
  const blocks: ReportBlock[] = [
    { type: 'paragraph', text: openingSentence(spec.asOf, figures, origin.districtName) },
    { type: 'heading', level: 1, text: '一、目标完成情况' },
    ...figures.goals.measures.map(
      (measure): ReportBlock => ({ type: 'paragraph', text: measureSentence(measure) }),
    ),
    goalsTable(figures.goals.measures),
    // A pool has one target and no path to it: its line in the table says all.
    ...figures.goals.measures.filter((measure) => measure.counts === 'titles').map(measureChart),
    { type: 'heading', level: 1, text: '二、梯度结构' },
    ladderTable(figures),
    { type: 'heading', level: 1, text: '三、街道分布' },
    streetTable(figures),
    { type: 'heading', level: 1, text: '四、说明' },
    ...noteParagraphs(figures.goals),
  ];
  return {
    spec,
    title: `${origin.districtName}专精特新企业梯度培育进度报告`,
    fileName: `梯度培育进度报告_${spec.asOf}`,
    orientation: 'portrait',
    blocks,
    footLines: originLines(origin, spec.asOf),
    signers: [...customarySigners],
    sample: origin.sample,
  };
}

/** The progress as a message to be sent on: the first sentences of the paper, a line each. */
export function progressMessage(
  asOf: Day,
  figures: Dashboard,
  districtName: string,
  sample: boolean,
): string {
  return [
    ...(sample ? ['【示例数据，不得用于正式报送】'] : []),
    openingSentence(asOf, figures, districtName),
    ...figures.goals.measures.map(measureSentence),
  ].join('\n');
}

function openingSentence(asOf: Day, figures: Dashboard, districtName: string): string {
  const awards =
    figures.awards.count === 0
      ? `${figures.awards.year}年度暂无测算奖补。`
      : `${figures.awards.year}年度测算奖补${figures.awards.count}笔，合计${amountText(figures.awards.totalFen)}。`;
  return `截至${proseDay(asOf)}，${districtName}台账登记企业${figures.firmCount}家。${awards}`;
}

/** One sentence on a measure: stock and flow apart, then the distance to the target. */
export function measureSentence(measure: Measure): string {
  const words = measureWords(measure);
  const counts = `${measure.label}${words.stock}${measure.stock}家，${words.cumulative}${measure.cumulative}家，${words.added}${measure.newThisYear}家`;
  if (measure.target === null || measure.targetYear === null) return `${counts}。`;
  const goal = `${measure.targetYear}年目标${measure.target}家`;
  const reached = measure.gap === 0 ? '已达到' : `还差${measure.gap}家`;
  return [`${counts}；${goal}，${reached}`, ...measureRemarks(measure)].map((text) => `${text}。`).join('');
}

function goalsTable(measures: readonly Measure[]): ReportTable {
  const years = [
    ...new Set(measures.flatMap((measure) => measure.targets.map((target) => target.year))),
  ].sort();
  return {
    type: 'table',
    title: '“131”目标进度表（单位：家）',
    columns: [
      { label: '指标', kind: 'text', width: 26 },
      { label: '基数', kind: 'count', width: 8 },
      ...years.map((year) => ({ label: `${year}年目标`, kind: 'count' as const, width: 11 })),
      { label: '当前有效（在库）', kind: 'count', width: 11 },
      { label: '累计认定（入库）', kind: 'count', width: 11 },
      { label: '当年新增', kind: 'count', width: 9 },
      { label: '还差', kind: 'count', width: 8 },
    ],
    rows: measures.map((measure) => [
      measure.label,
      measure.baseline,
      ...years.map((year) => measure.targets.find((target) => target.year === year)?.value ?? null),
      measure.stock,
      measure.cumulative,
      measure.newThisYear,
      measure.gap,
    ]),
    total: null,
  };
}

function measureChart(measure: Measure): ReportBlock {
  const years = new Set([
    ...measure.targets.map((target) => target.year),
    ...measure.actuals.map((actual) => actual.year),
    ...(measure.baselineYear === null ? [] : [measure.baselineYear]),
  ]);
  return {
    type: 'chart',
    title: `${measure.label}：目标与${measureWords(measure)[measure.basis]}`,
    unit: '家',
    points: [...years].sort().map((year) => ({
      label: `${year}年`,
      target:
        measure.targets.find((target) => target.year === year)?.value ??
        (measure.baselineYear === year ? measure.baseline : null),
      actual: measure.actuals.find((actual) => actual.year === year)?.progress ?? null,
    })),
  };
}

function ladderTable(figures: Dashboard): ReportTable {
  return {
    type: 'table',
    title: '梯度结构表（单位：家）',
    columns: [
      { label: '称号', kind: 'text', width: 34 },
      { label: '当前有效', kind: 'count', width: 16 },
      { label: '累计认定', kind: 'count', width: 16 },
      { label: '当年新增', kind: 'count', width: 16 },
    ],
    rows: figures.ladder.map((rung) => [rung.label, rung.stock, rung.cumulative, rung.newThisYear]),
    total: null,
  };
}

function streetTable(figures: Dashboard): ReportTable {
  const rungs = figures.ladder;
  const rows: ReportCell[][] = figures.streets.map((street) => [
    street.label,
    street.firms,
    ...rungs.map((rung) => street.titles.find((title) => title.titleId === rung.titleId)?.stock ?? 0),
  ]);
  return {
    type: 'table',
    title: '街道分布表（当前有效，单位：家）',
    columns: [
      { label: '街道', kind: 'text', width: 16 },
      { label: '登记企业', kind: 'count', width: 12 },
      ...rungs.map((rung) => ({ label: rung.label, kind: 'count' as const, width: 14 })),
    ],
    rows,
    total: totalRow(
      rows,
      rungs.length + 2,
      Array.from({ length: rungs.length + 1 }, (_, index) => index + 1),
    ),
  };
}

function noteParagraphs({ counting, measures }: Dashboard['goals']): ReportBlock[] {
  const counted = measures.some(({ baseline }) => baseline !== null)
    ? [`目标进度${countingText[counting]}；有基数的指标同时列出台账在基数年年底的数。`]
    : [];
  const texts = measures.flatMap((measure) => [
    `${measure.label}口径：${measure.definition}（${measure.reference}）`,
    ...measure.notes,
  ]);
  return [...new Set([...counted, ...texts])].map((text, index) => ({
    type: 'paragraph',
    text: `${index + 1}.${text}`,
  }));
}
