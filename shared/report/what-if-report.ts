import type { z } from 'zod';
import type { WhatIfSchema } from '#shared/contract/methods/policy.ts';
import type { ReportSpecSchema } from '#shared/contract/methods/reports.ts';
import { amountText } from '#shared/domain/money.ts';
import {
  customarySigners,
  originLines,
  type Report,
  type ReportBlock,
  type ReportCell,
  type ReportOrigin,
} from './report.ts';

type Spec = z.output<typeof ReportSpecSchema>;
type WhatIf = z.output<typeof WhatIfSchema>;
type Line = WhatIf['total'];

/** Report 9, 政策测算对比表: money under the rules of today and under the assumption, by clause, street, year and firm. */
export function whatIfReport(spec: Spec, answer: WhatIf, origin: ReportOrigin): Report {
  const { total } = answer;
  const period = answer.year === null ? '历年' : `${answer.year}年度`;
  const difference = total.assumedFen - total.todayFen;
  const change =
    difference === 0 ? '没有变化' : `${difference > 0 ? '增加' : '减少'}${amountText(Math.abs(difference))}`;
  return {
    spec,
    title: `${origin.districtName}专精特新政策测算对比表`,
    fileName: `政策测算对比表_${period}`,
    orientation: 'portrait',
    blocks: [
      {
        type: 'paragraph',
        text: `按${period}已知的称号和项目测算：现行规定需${amountText(total.todayFen)}（${total.todayCount}笔），假设后需${amountText(total.assumedFen)}（${total.assumedCount}笔），${change}；金额有变化的企业${answer.firmsChanged}家。测算不改动台账。`,
      },
      assumptionTable(answer),
      comparedTable('按条款', '条款', answer.byClause, total),
      comparedTable('按街道', '街道', answer.byStreet, total),
      comparedTable('按年度', '年度', answer.byYear, total),
      ...(answer.byFirm.length === 0 ? [] : [firmTable(answer)]),
    ],
    footLines: originLines(origin, spec.asOf),
    signers: [...customarySigners],
    sample: origin.sample,
  };
}

function assumptionTable({ assumptions, outcomes }: WhatIf): ReportBlock {
  return {
    type: 'table',
    title: '假设',
    columns: [
      { label: '内容', kind: 'text', width: 26 },
      { label: '现行', kind: 'text', width: 12 },
      { label: '假设', kind: 'text', width: 12 },
      { label: '出处', kind: 'text', width: 26 },
    ],
    rows: [
      ...assumptions.map(({ label, today, assumed, reference }) => [label, today, assumed, reference]),
      ...outcomes.map(({ label, today, assumed, reference }) => [label, today, assumed, reference]),
    ],
    total: null,
  };
}

function comparedTable(title: string, label: string, lines: readonly Line[], total: Line): ReportBlock {
  return {
    type: 'table',
    title: `${title}（单位：万元）`,
    columns: [
      { label, kind: 'text', width: 30 },
      { label: '现行', kind: 'wan', width: 12 },
      { label: '假设', kind: 'wan', width: 12 },
      { label: '差额', kind: 'wan', width: 12 },
      { label: '现行笔数', kind: 'count', width: 8 },
      { label: '假设笔数', kind: 'count', width: 8 },
    ],
    rows: lines.map(cellsOf),
    total: cellsOf({ ...total, label: '合计' }),
  };
}

function firmTable({ byFirm, firmsChanged }: WhatIf): ReportBlock {
  const shown = byFirm.length < firmsChanged ? `，列出变化最大的${byFirm.length}家` : '';
  return {
    type: 'table',
    title: `金额有变化的企业${firmsChanged}家${shown}（单位：万元）`,
    columns: [
      { label: '序号', kind: 'count', width: 6 },
      { label: '企业名称', kind: 'text', width: 34 },
      { label: '现行', kind: 'wan', width: 12 },
      { label: '假设', kind: 'wan', width: 12 },
      { label: '差额', kind: 'wan', width: 12 },
    ],
    rows: byFirm.map((line, index) => [index + 1, ...cellsOf(line).slice(0, 4)]),
    total: null,
  };
}

function cellsOf({ label, todayFen, assumedFen, todayCount, assumedCount }: Line): ReportCell[] {
  return [label, todayFen, assumedFen, assumedFen - todayFen, todayCount, assumedCount];
}
