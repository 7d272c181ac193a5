import type { z } from 'zod';
import type { AwardListSchema } from '#shared/contract/methods/awards.ts';
import type { ReportSpecSchema } from '#shared/contract/methods/reports.ts';
import { amountText } from '#shared/domain/money.ts';
import {
  customarySigners,
  originLines,
  type Report,
  type ReportBlock,
  type ReportCell,
  type ReportOrigin,
  totalRow,
} from './report.ts';

/** The computed awards of one year. */
export type AwardList = z.output<typeof AwardListSchema>;
type Spec = z.output<typeof ReportSpecSchema>;

/**
 * Report 3, 奖补资金汇总表: one line a firm and clause, amounts in 分 printed as 万元, 合计 checked against
 * the list's own total. Carries no contact and no account.
 */
export function awardsReport(spec: Spec, list: AwardList, origin: ReportOrigin): Report {
  const awarded = list.items.filter((item) => item.outcome === 'awarded');
  const paper = commonPaper(awarded.map(({ reference }) => reference));
  const rows: ReportCell[][] = awarded.map((item, index) => [
    index + 1,
    item.firm,
    item.code ?? '未填',
    item.streetLabel ?? '—',
    // The day has a column of its own.
    item.ground.replace(`（${item.eventOn}）`, ''),
    item.reference.slice(paper.length),
    item.eventOn,
    item.amountFen,
    item.ceiling ? '最高' : '固定',
  ]);
  const total = totalRow(rows, 9, [7]);
  if (total[7] !== list.totalFen) throw new Error('the rows of the award list do not add up to its total');
  const blocks: ReportBlock[] = [
    { type: 'paragraph', text: summarySentence(list) },
    {
      type: 'table',
      title: `${spec.year}年度奖补资金汇总表（单位：万元）`,
      columns: [
        { label: '序号', kind: 'count', width: 5 },
        { label: '企业名称', kind: 'text', width: 25 },
        { label: '统一社会信用代码', kind: 'text', width: 18 },
        { label: '所属街道', kind: 'text', width: 9 },
        { label: '奖补事由', kind: 'text', width: 20 },
        { label: '政策依据', kind: 'text', width: 13 },
        { label: '认定日期', kind: 'day', width: 10 },
        { label: '测算金额', kind: 'wan', width: 10 },
        { label: '性质', kind: 'text', width: 6 },
      ],
      rows,
      total,
    },
    ...noteBlocks(list),
  ];
  return {
    spec,
    title: `${origin.districtName}${spec.year}年度专精特新奖补资金汇总表`,
    fileName: `奖补资金汇总表_${spec.year}年度`,
    orientation: 'landscape',
    blocks,
    footLines: [...(paper === '' ? [] : [`政策依据一栏均指${paper}。`]), ...originLines(origin, spec.asOf)],
    signers: [...customarySigners],
    sample: origin.sample,
  };
}

/** The paper that all references name, such as 《钱塘区专精特新三年行动方案》: said once instead of in every row. */
function commonPaper(references: readonly string[]): string {
  const [first = ''] = references;
  const paper = /^《[^》]+》/.exec(first)?.[0] ?? '';
  return references.every((each) => each.startsWith(paper)) ? paper : '';
}

function summarySentence(list: AwardList): string {
  if (list.awardedCount === 0) return `${list.year}年度没有测算出应兑付的奖补。`;
  const parts = list.byClause
    .filter((clause) => clause.count > 0)
    .map((clause) => `${clause.label}${clause.count}笔、${amountText(clause.amountFen)}`);
  return `${list.year}年度测算奖补${list.awardedCount}笔，合计${amountText(list.totalFen)}。其中：${parts.join('；')}。`;
}

function noteBlocks(list: AwardList): ReportBlock[] {
  const notes = new Set(
    list.items.filter((item) => item.outcome === 'awarded').flatMap((item) => item.notes),
  );
  if (list.items.some((item) => item.outcome === 'awarded' && item.ceiling)) {
    notes.add('性质为“最高”的金额是政策上限，实际金额由区经信部门核定。');
  }
  return [...notes].map((text, index) => ({ type: 'paragraph', text: `注${index + 1}：${text}` }));
}
