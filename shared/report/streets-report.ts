import type { z } from 'zod';
import type { ReportSpecSchema } from '#shared/contract/methods/reports.ts';
import { amountText, type Fen } from '#shared/domain/money.ts';
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

type Spec = z.output<typeof ReportSpecSchema>;

/** What one street or platform has; every list is in the order of the heads. */
export type PlaceLine = {
  /** Null for firms of which it is not known. */
  readonly id: string | null;
  readonly label: string;
  readonly firms: number;
  /** Firms that hold any title of the ladder on the day. */
  readonly titled: number;
  /** For each title of the ladder: holders on the day, and firms first recognised in the year of the day. */
  readonly titles: readonly { readonly stock: number; readonly newThisYear: number }[];
  /** Members of each pool (培育库) on the day. */
  readonly pools: readonly number[];
  /** Members of all pools by grade of the newest published evaluation. */
  readonly grades: readonly number[];
  readonly awards: number;
  readonly computedFen: Fen;
  readonly decidedFen: Fen;
  readonly paidFen: Fen;
};

/** The district by street and by platform, with what the columns are called. */
export type PlaceSummary = {
  readonly titleLabels: readonly string[];
  readonly poolLabels: readonly string[];
  readonly gradeLabels: readonly string[];
  /** Which evaluation the grades of each pool come from; pools without one are left out. */
  readonly evaluations: readonly { readonly label: string; readonly year: number }[];
  readonly streets: readonly PlaceLine[];
  readonly platforms: readonly PlaceLine[];
};

/** Report 2, 街道、平台汇总表: titles, pools, money and grades of each. Every firm is in one line of each table. */
export function streetsReport(spec: Spec, summary: PlaceSummary, origin: ReportOrigin): Report {
  return {
    spec,
    title: `${origin.districtName}专精特新企业街道、平台汇总表`,
    fileName: `街道平台汇总表_${spec.asOf}`,
    orientation: 'landscape',
    blocks: [
      { type: 'paragraph', text: openingSentence(spec, summary) },
      { type: 'heading', level: 1, text: '一、街道' },
      ...placeTables(spec, summary, '街道', summary.streets),
      { type: 'heading', level: 1, text: '二、平台' },
      ...placeTables(spec, summary, '平台', summary.platforms),
      { type: 'heading', level: 1, text: '三、说明' },
      ...notes(spec, summary),
    ],
    footLines: originLines(origin, spec.asOf),
    signers: [...customarySigners],
    sample: origin.sample,
  };
}

function openingSentence(spec: Spec, { streets }: PlaceSummary): string {
  const sum = (of: (line: PlaceLine) => number) => streets.reduce((total, line) => total + of(line), 0);
  const money =
    sum((line) => line.awards) === 0
      ? `${spec.year}年度暂无测算奖补`
      : `${spec.year}年度测算奖补${sum((line) => line.awards)}笔，合计${amountText(sum((line) => line.computedFen))}`;
  return `截至${proseDay(spec.asOf)}，台账登记企业${sum((line) => line.firms)}家；${money}，已拨付${amountText(sum((line) => line.paidFen))}。`;
}

function placeTables(
  spec: Spec,
  summary: PlaceSummary,
  place: string,
  lines: readonly PlaceLine[],
): ReportBlock[] {
  const { titleLabels, poolLabels, gradeLabels } = summary;
  return [
    table(`${place}称号汇总表（单位：家）`, [
      { label: place, kind: 'text', width: 16, of: lines.map((line) => line.label) },
      { label: '登记企业', kind: 'count', width: 9, of: lines.map((line) => line.firms) },
      ...titleLabels.flatMap((label, index) => [
        column(`${label}有效`, 'count', lines, (line) => line.titles[index]?.stock ?? 0),
        column(`${label}新增`, 'count', lines, (line) => line.titles[index]?.newThisYear ?? 0),
      ]),
    ]),
    table(`${place}培育、评价与奖补汇总表（${spec.year}年度奖补，单位：家、笔、万元）`, [
      { label: place, kind: 'text', width: 16, of: lines.map((line) => line.label) },
      ...poolLabels.map((label, index) =>
        column(`${label}在库`, 'count', lines, (line) => line.pools[index] ?? 0),
      ),
      ...gradeLabels.map((label, index) => column(label, 'count', lines, (line) => line.grades[index] ?? 0)),
      column('测算笔数', 'count', lines, (line) => line.awards),
      column('测算金额', 'wan', lines, (line) => line.computedFen),
      column('核定金额', 'wan', lines, (line) => line.decidedFen),
      column('已拨付', 'wan', lines, (line) => line.paidFen),
    ]),
  ];
}

type Column = ReportTable['columns'][number] & { readonly of: readonly ReportCell[] };

function column(
  label: string,
  kind: 'count' | 'wan',
  lines: readonly PlaceLine[],
  of: (line: PlaceLine) => number,
): Column {
  return { label, kind, width: kind === 'wan' ? 11 : 9, of: lines.map(of) };
}

/** Columns become rows; all but the first are summed. */
function table(title: string, columns: readonly Column[]): ReportTable {
  const count = columns[0]?.of.length ?? 0;
  const rows = Array.from({ length: count }, (_, row) => columns.map(({ of }) => of[row] ?? null));
  return {
    type: 'table',
    title,
    columns: columns.map(({ label, kind, width }) => ({ label, kind, width })),
    rows,
    total: totalRow(
      rows,
      columns.length,
      columns.map((_, index) => index).filter((index) => index > 0),
    ),
  };
}

function notes(spec: Spec, { evaluations }: PlaceSummary): ReportBlock[] {
  const graded =
    evaluations.length === 0
      ? '截至当日没有已公布的年度评价。'
      : `评价等次取截至当日最近一次公布的结果：${evaluations.map(({ label, year }) => `${label}${year}年度`).join('、')}。`;
  return [
    '企业按台账现登记的街道、平台归入，每家在每张表中只计一次；同一企业持有几个称号的，各称号分别计。',
    `“有效”为截至日称号在有效期内的企业，“新增”为${spec.asOf.slice(0, 4)}年1月1日至截至日首次认定的企业。`,
    `奖补为${spec.year}年度：测算按政策从优从高不重复后的应兑现数，核定、拨付按该年度未终止的兑现事项。`,
    graded,
  ].map((text, index) => ({ type: 'paragraph', text: `${index + 1}.${text}` }));
}
