import type { z } from 'zod';
import type { ReportSpecSchema } from '#shared/contract/methods/reports.ts';
import type { titleMethods } from '#shared/contract/methods/titles.ts';
import {
  customarySigners,
  originLines,
  proseDay,
  type Report,
  type ReportCell,
  type ReportOrigin,
  totalRow,
} from './report.ts';
import { type ReviewResult, reviewResultText } from './title-reviews.ts';

/** The review cohort of a year, as the page shows it. */
export type Cohort = z.output<(typeof titleMethods)['titles.cohort']['output']>;
type Spec = z.output<typeof ReportSpecSchema>;

/** Results in the order of the summary table's columns. */
const results: readonly ReviewResult[] = [
  'passed',
  'recognisedAgain',
  'failed',
  'ended',
  'pending',
  'overdue',
];

/** Report 6, 到期复核名单: who has to pass a review in the year, and what came of it. Carries no contact. */
export function reviewsReport(spec: Spec, cohort: Cohort, origin: ReportOrigin): Report {
  const { rows } = cohort;
  return {
    spec,
    title: `${origin.districtName}${spec.year}年称号到期复核名单`,
    fileName: `到期复核名单_${spec.year}年`,
    orientation: 'landscape',
    blocks: [
      { type: 'paragraph', text: summarySentence(spec, cohort) },
      {
        type: 'table',
        title: '到期复核汇总表（单位：家次）',
        columns: [
          { label: '称号', kind: 'text', width: 20 },
          { label: '应复核', kind: 'count', width: 10 },
          ...results.map((result) => ({
            label: reviewResultText[result],
            kind: 'count' as const,
            width: 11,
          })),
        ],
        ...summaryRows(cohort),
      },
      {
        type: 'table',
        title: '到期复核名单',
        columns: [
          { label: '序号', kind: 'count', width: 6 },
          { label: '企业名称', kind: 'text', width: 26 },
          { label: '统一社会信用代码', kind: 'text', width: 22 },
          { label: '所属街道', kind: 'text', width: 10 },
          { label: '称号', kind: 'text', width: 12 },
          { label: '批次', kind: 'text', width: 11 },
          { label: '有效期至', kind: 'day', width: 13 },
          { label: '复核结果', kind: 'text', width: 12 },
          { label: '结果日期', kind: 'day', width: 13 },
        ],
        rows: rows.map((row, index) => [
          index + 1,
          row.firm,
          row.code ?? '未填',
          row.streetLabel ?? '—',
          row.titleLabel,
          row.batch,
          row.until,
          row.resultLabel,
          row.resultOn,
        ]),
        total: null,
      },
    ],
    footLines: originLines(origin, spec.asOf),
    signers: [...customarySigners],
    sample: origin.sample,
  };
}

function summaryRows({ rows }: Cohort): { rows: ReportCell[][]; total: ReportCell[] } {
  const labels = [...new Set(rows.map((row) => row.titleLabel))].sort();
  const table = labels.map((label): ReportCell[] => {
    const own = rows.filter((row) => row.titleLabel === label);
    return [label, own.length, ...results.map((result) => own.filter((row) => row.result === result).length)];
  });
  return {
    rows: table,
    total: totalRow(table, results.length + 2, results.map((_, index) => index + 2).concat(1)),
  };
}

function summarySentence(spec: Spec, { rows }: Cohort): string {
  if (rows.length === 0) return `${spec.year}年没有到期的称号。`;
  const count = (result: ReviewResult) => rows.filter((row) => row.result === result).length;
  const parts = results
    .filter((result) => count(result) > 0)
    .map((result) => `${reviewResultText[result]}${count(result)}家次`);
  return `${spec.year}年称号有效期届满${rows.length}家次，截至${proseDay(spec.asOf)}，${parts.join('、')}。`;
}
