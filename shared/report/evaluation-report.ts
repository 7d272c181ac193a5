import type { z } from 'zod';
import type { evaluationMethods } from '#shared/contract/methods/evaluations.ts';
import type { ReportSpecSchema } from '#shared/contract/methods/reports.ts';
import { standingText } from '#shared/evaluation/rank.ts';
import { hundredths } from '#shared/evaluation/rule.ts';
import {
  customarySigners,
  originLines,
  proseDay,
  type Report,
  type ReportBlock,
  type ReportCell,
  type ReportOrigin,
  totalRow,
} from './report.ts';

/** The evaluation of one pool, as the page shows it. */
export type EvaluationView = z.output<(typeof evaluationMethods)['evaluations.get']['output']>;
type Spec = z.output<typeof ReportSpecSchema>;
type Row = EvaluationView['rows'][number];

/**
 * Report 5, 年度评价结果与出库名单: for each pool the grades, the results in order of rank, the firms that failed,
 * and the indicators with their weights. Carries no contact. What is not published yet says so.
 */
export function evaluationReport(spec: Spec, views: readonly EvaluationView[], origin: ReportOrigin): Report {
  return {
    spec,
    title: `${origin.districtName}${spec.year}年度培育库企业评价结果与出库名单`,
    fileName: `年度评价结果与出库名单_${spec.year}年度`,
    orientation: 'landscape',
    blocks: views.flatMap((view) => poolBlocks(spec, view)),
    footLines: originLines(origin, spec.asOf),
    signers: [...customarySigners],
    sample: origin.sample,
  };
}

function poolBlocks(spec: Spec, view: EvaluationView): ReportBlock[] {
  const { poolLabel, rule, rows } = view;
  const heading: ReportBlock = { type: 'heading', level: 1, text: poolLabel };
  if (rule === null)
    return [heading, { type: 'paragraph', text: '政策包没有写明评价指标，本年度没有评价。' }];
  if (rows.length === 0)
    return [heading, { type: 'paragraph', text: `${spec.year}年度没有应评价的在库企业。` }];
  return [
    heading,
    { type: 'paragraph', text: summarySentence(view) },
    gradeTable(view),
    resultTable(view),
    exitTable(view),
    indicatorTable(view),
    { type: 'paragraph', text: `注：${rule.note}依据：${rule.reference}。` },
  ];
}

function gradeTable({ poolLabel, rule, rows }: EvaluationView): ReportBlock {
  const rules = rule?.grades ?? [];
  const grades = rules.map(({ label, least }, index): ReportCell[] => [
    label,
    least === 0 && index > 0 ? `不足 ${rules[index - 1]?.least} 分` : `${least} 分以上`,
    rows.filter((row) => row.grade === label).length,
  ]);
  const rest = (['missing', 'exempt'] as const).flatMap((standing): ReportCell[][] => {
    const count = rows.filter((row) => row.standing === standing).length;
    return count === 0 ? [] : [[standingText[standing], null, count]];
  });
  const table = [...grades, ...rest];
  const total = totalRow(table, 3, [2]);
  if (total[2] !== rows.length) throw new Error('the grades do not add up to the firms evaluated');
  return {
    type: 'table',
    title: `${poolLabel}评价等次汇总表（单位：家）`,
    columns: [
      { label: '等次', kind: 'text', width: 12 },
      { label: '分数线', kind: 'text', width: 14 },
      { label: '企业数', kind: 'count', width: 10 },
    ],
    rows: table,
    total,
  };
}

function resultTable({ poolLabel, rows }: EvaluationView): ReportBlock {
  return {
    type: 'table',
    title: `${poolLabel}年度评价结果`,
    columns: [
      { label: '名次', kind: 'count', width: 6 },
      { label: '企业名称', kind: 'text', width: 26 },
      { label: '统一社会信用代码', kind: 'text', width: 20 },
      { label: '所属街道', kind: 'text', width: 10 },
      { label: '阶段', kind: 'text', width: 7 },
      { label: '得分', kind: 'text', width: 8 },
      { label: '等次', kind: 'text', width: 8 },
      { label: '上年', kind: 'text', width: 14 },
      { label: '说明', kind: 'text', width: 22 },
    ],
    rows: rows.map((row) => [
      row.rank,
      row.firm,
      row.code ?? '未填',
      row.streetLabel ?? '—',
      row.stage,
      pointsText(row.points),
      row.grade ?? standingText[row.standing],
      previousText(row),
      remark(row),
    ]),
    total: null,
  };
}

function exitTable({ poolLabel, published, rows }: EvaluationView): ReportBlock {
  const failed = rows.filter((row) => row.passes === false);
  if (failed.length === 0) return { type: 'paragraph', text: `${poolLabel}没有评价不合格的企业。` };
  return {
    type: 'table',
    title: `${poolLabel}${published === null ? '拟' : ''}出库名单（评价不合格）`,
    columns: [
      { label: '序号', kind: 'count', width: 6 },
      { label: '企业名称', kind: 'text', width: 28 },
      { label: '统一社会信用代码', kind: 'text', width: 22 },
      { label: '所属街道', kind: 'text', width: 10 },
      { label: '得分', kind: 'text', width: 8 },
      { label: '等次', kind: 'text', width: 8 },
      { label: '申诉及处理', kind: 'text', width: 24 },
      { label: '办理', kind: 'text', width: 10 },
    ],
    rows: failed.map((row, index) => [
      index + 1,
      row.firm,
      row.code ?? '未填',
      row.streetLabel ?? '—',
      pointsText(row.points),
      row.grade,
      row.appeal === null ? '—' : `${row.appeal}（${row.appealResult ?? '处理中'}）`,
      row.left ? '已出库' : '待出库',
    ]),
    total: null,
  };
}

function indicatorTable({ poolLabel, rule }: EvaluationView): ReportBlock {
  const rows = (rule?.indicators ?? []).map((each): ReportCell[] => [
    each.label,
    each.weight,
    each.bands.map((band) => `${band.text}，${band.points} 分`).join('；'),
    each.reference ?? '文件未定，本局可调',
  ]);
  return {
    type: 'table',
    title: `${poolLabel}评价指标和权重`,
    columns: [
      { label: '指标', kind: 'text', width: 26 },
      { label: '权重', kind: 'count', width: 7 },
      { label: '分档（百分制）', kind: 'text', width: 60 },
      { label: '依据', kind: 'text', width: 16 },
    ],
    rows,
    total: totalRow(rows, 4, [1]),
  };
}

function summarySentence({ year, published, membersOn, rows }: EvaluationView): string {
  const count = (test: (row: Row) => boolean) => rows.filter(test).length;
  const state =
    published === null
      ? '结果尚未公布，以下为测算情况。'
      : `结果于${proseDay(published.on)}公布${published.document === null ? '' : `（${published.document}）`}，数据截至${proseDay(published.asOf)}，按政策包版本 ${published.ruleVersion} 计算。`;
  return (
    `截至${proseDay(membersOn)}在库企业中，${year}年度应评价${rows.length}家，评定${count((row) => row.points !== null)}家，` +
    `其中不合格${count((row) => row.passes === false)}家；缺数据${count((row) => row.standing === 'missing')}家，` +
    `不参评${count((row) => row.standing === 'exempt')}家。${state}`
  );
}

function pointsText(points: number | null): string {
  return points === null ? '—' : (points / hundredths).toFixed(2);
}

function previousText({ previous }: Row): string {
  if (previous === null) return '—';
  return previous.points === null
    ? '不参评'
    : `${pointsText(previous.points)} ${previous.grade ?? ''}`.trim();
}

function remark(row: Row): string {
  if (row.standing === 'missing') return `缺：${row.missing.join('、')}`;
  return row.reason ?? '—';
}
