import type { z } from 'zod';
import type { planMethods } from '#shared/contract/methods/plans.ts';
import type { ReportSpecSchema } from '#shared/contract/methods/reports.ts';
import { outcomeText } from '#shared/diagnosis/words.ts';
import { improvementStateText } from '#shared/domain/improvement.ts';
import { planApplicationText } from '#shared/domain/plan.ts';
import { originLines, proseDay, type Report, type ReportBlock, type ReportOrigin } from './report.ts';

/** A firm with its files, the running one first. */
export type FirmPlans = z.output<(typeof planMethods)['plans.get']['output']>;
type Plan = FirmPlans['plans'][number];
type Spec = z.output<typeof ReportSpecSchema>;

/** Report 4, 一企一策档案: target, weak points, measures and figures of each firm, each firm on its own pages. */
export function planReport(spec: Spec, files: readonly FirmPlans[], origin: ReportOrigin): Report {
  const [only] = files;
  return {
    spec,
    title: `${origin.districtName}专精特新企业“一企一策”档案`,
    fileName: `一企一策档案_${files.length === 1 ? only?.firm : `${files.length}家`}_${spec.asOf}`,
    orientation: 'landscape',
    blocks: files.flatMap((file, index): ReportBlock[] => [
      ...(index === 0 ? [] : [{ type: 'pageBreak' as const }]),
      ...firmBlocks(file),
    ]),
    footLines: originLines(origin, spec.asOf),
    signers: ['建档人', '联系人', '审核人', '日期'],
    sample: origin.sample,
  };
}

function firmBlocks(file: FirmPlans): ReportBlock[] {
  const [plan] = file.plans;
  if (plan === undefined) return [];
  return [
    { type: 'heading', level: 1, text: file.firm },
    { type: 'paragraph', text: headSentence(file, plan) },
    { type: 'paragraph', text: diagnosisSentence(plan) },
    ...(plan.note === null ? [] : [{ type: 'paragraph' as const, text: `备注：${plan.note}` }]),
    weakPointTable(file.firm, plan),
    measureTable(file.firm, plan),
    figureTable(file.firm, plan),
  ];
}

function headSentence(file: FirmPlans, plan: Plan): string {
  const contact =
    plan.contact === null
      ? '未明确'
      : `${plan.contact}${plan.contactUnit === null ? '' : `（${plan.contactUnit}）`}`;
  const closed = plan.closedOn === null ? '' : `；${proseDay(plan.closedOn)}结案，结果：${plan.result ?? ''}`;
  return (
    `统一社会信用代码：${file.code ?? '未填'}；所属街道：${file.streetLabel ?? '未填'}；主导产品：${file.mainProduct ?? '未填'}；` +
    `培育目标：${plan.titleLabel}（${planApplicationText[plan.application]}）；建档日期：${proseDay(plan.openedOn)}；` +
    `一对一联系人：${contact}${closed}。`
  );
}

function diagnosisSentence({ snapshot }: Plan): string {
  const count = (outcome: string) => snapshot.items.filter((item) => item.outcome === outcome).length;
  const score =
    snapshot.score === null
      ? ''
      : `评价得分 ${snapshot.score.low === snapshot.score.high ? snapshot.score.low : `${snapshot.score.low}—${snapshot.score.high}`} 分（合格 ${snapshot.score.pass} 分）。`;
  return (
    `${proseDay(snapshot.asOf)}按《${snapshot.document}》对照，共${snapshot.items.length}项：符合${count('met')}项，` +
    `不符合${count('unmet')}项，缺数据${count('unknown')}项，需人工判断${count('judge')}项。${score}`
  );
}

function weakPointTable(about: string, { snapshot }: Plan): ReportBlock {
  return {
    type: 'table',
    title: '短板诊断',
    about,
    columns: [
      { label: '条件', kind: 'text', width: 16 },
      { label: '结论', kind: 'text', width: 10 },
      { label: '标准', kind: 'text', width: 34 },
      { label: '企业情况', kind: 'text', width: 26 },
      { label: '差距', kind: 'text', width: 22 },
    ],
    rows: snapshot.items
      .filter((item) => item.outcome !== 'met')
      .map((item) => [
        item.label,
        outcomeText[item.outcome],
        item.need,
        item.actual,
        item.gap ?? (item.missing.length === 0 ? null : `未填：${item.missing.join('、')}`),
      ]),
    total: null,
  };
}

function measureTable(about: string, { measures }: Plan): ReportBlock {
  return {
    type: 'table',
    title: '培育措施',
    about,
    columns: [
      { label: '序号', kind: 'count', width: 6 },
      { label: '短板', kind: 'text', width: 16 },
      { label: '措施', kind: 'text', width: 30 },
      { label: '责任人', kind: 'text', width: 10 },
      { label: '完成时限', kind: 'day', width: 13 },
      { label: '状态', kind: 'text', width: 12 },
      { label: '进展', kind: 'text', width: 36 },
    ],
    rows: measures.map((measure, index) => [
      index + 1,
      measure.weakPoint,
      measure.action,
      measure.owner,
      measure.dueOn,
      `${improvementStateText[measure.state]}${measure.overdue ? '（逾期）' : ''}`,
      measure.progress,
    ]),
    total: null,
  };
}

function figureTable(about: string, { snapshot }: Plan): ReportBlock {
  return {
    type: 'table',
    title: '主要数据（诊断时）',
    about,
    columns: [
      { label: '项目', kind: 'text', width: 24 },
      ...snapshot.years.map((year) => ({ label: `${year}年`, kind: 'count' as const, width: 16 })),
    ],
    rows: snapshot.figures.map(({ label, values }) => [label, ...values]),
    total: null,
  };
}
