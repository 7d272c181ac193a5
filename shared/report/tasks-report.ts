import type { z } from 'zod';
import type { ReportSpecSchema } from '#shared/contract/methods/reports.ts';
import type { TaskSchema } from '#shared/contract/methods/tasks.ts';
import { addDays } from '#shared/domain/day.ts';
import { amountText } from '#shared/domain/money.ts';
import { taskStates, taskStateText } from '#shared/domain/task.ts';
import {
  customarySigners,
  originLines,
  proseDay,
  type Report,
  type ReportCell,
  type ReportOrigin,
  type ReportTable,
  totalRow,
} from './report.ts';

type Spec = z.output<typeof ReportSpecSchema>;
type Task = z.output<typeof TaskSchema>;

/** Report 7, 任务分工进度表: every task with its units, figures, state and newest entry, and a count by leading unit. */
export function tasksReport(spec: Spec, tasks: readonly Task[], origin: ReportOrigin): Report {
  const own = ofUnit(tasks, spec.unit);
  return {
    spec,
    title: `${origin.districtName}任务分工进度表${spec.unit === null ? '' : `（${spec.unit}）`}`,
    fileName: `任务分工进度表_${spec.asOf}`,
    orientation: 'landscape',
    blocks: [
      { type: 'paragraph', text: openingSentence(spec, own) },
      ...(spec.unit === null ? [unitTable(own)] : []),
      progressTable(own),
    ],
    footLines: [
      ...originLines(origin, spec.asOf),
      '指标为“单位填报”的以最近一次填报为准，其余由台账统计；有几个责任单位的，第一个为牵头单位。',
    ],
    signers: [...customarySigners],
    sample: origin.sample,
  };
}

/** Days before its limit from which a task is on the list of supervision (督办). */
const warningDays = 30;
/** Days without an entry after which a running task is on it. */
const silentDays = 90;

/**
 * 督办单 of one unit or of all: what is late, falls due soon, or has not been heard of for long, with room for the answer
 * of the unit.
 */
export function supervisionReport(spec: Spec, tasks: readonly Task[], origin: ReportOrigin): Report {
  const due = ofUnit(tasks, spec.unit).flatMap((task) => {
    const why = reasonFor(task, spec);
    return why === null ? [] : [{ task, why }];
  });
  const to = spec.unit === null ? '各责任单位' : spec.unit;
  return {
    spec,
    title: `${origin.districtName}专精特新企业培育任务督办单`,
    fileName: `任务督办单${spec.unit === null ? '' : `_${spec.unit}`}_${spec.asOf}`,
    orientation: 'landscape',
    blocks: [
      { type: 'paragraph', text: `${to}：` },
      {
        type: 'paragraph',
        text:
          due.length === 0
            ? `截至${proseDay(spec.asOf)}，没有需要督办的任务。`
            : `截至${proseDay(spec.asOf)}，以下${due.length}项任务需要加快推进。请按时限办理，并于10个工作日内书面反馈办理情况。`,
      },
      ...(due.length === 0 ? [] : [supervisionTable(due)]),
    ],
    footLines: originLines(origin, spec.asOf),
    signers: [...customarySigners],
    sample: origin.sample,
  };
}

function ofUnit(tasks: readonly Task[], unit: string | null): readonly Task[] {
  if (unit === null) return tasks;
  return tasks.filter(({ leads, supports }) => leads.includes(unit) || supports.includes(unit));
}

function reasonFor({ state, dueOn, notes }: Task, { asOf }: Spec): string | null {
  if (state === 'done') return null;
  if (state === 'overdue') return '已过时限';
  if (dueOn !== null && dueOn <= addDays(asOf, warningDays)) return `${warningDays} 天内到期`;
  const [last] = notes;
  if (last === undefined) return '未报进展';
  return last.on < addDays(asOf, -silentDays) ? `${silentDays} 天未报进展` : null;
}

function openingSentence(spec: Spec, tasks: readonly Task[]): string {
  const parts = taskStates
    .map((state) => ({ state, count: tasks.filter((task) => task.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${taskStateText[state]}${count}项`);
  const whose = spec.unit === null ? '' : `${spec.unit}牵头和配合的`;
  return `截至${proseDay(spec.asOf)}，${whose}任务共${tasks.length}项，其中${parts.join('、')}。`;
}

/** Tasks by their first leading unit: each task is counted once. */
function unitTable(tasks: readonly Task[]): ReportTable {
  const units = [...new Set(tasks.map(({ leads }) => leads[0] ?? '未明确'))];
  const rows = units.map((unit): ReportCell[] => {
    const own = tasks.filter(({ leads }) => (leads[0] ?? '未明确') === unit);
    return [
      unit,
      own.length,
      ...taskStates.map((state) => own.filter((task) => task.state === state).length),
    ];
  });
  return {
    type: 'table',
    title: '各牵头单位任务情况（单位：项）',
    columns: [
      { label: '牵头单位', kind: 'text', width: 30 },
      { label: '任务', kind: 'count', width: 9 },
      ...taskStates.map((state) => ({ label: taskStateText[state], kind: 'count' as const, width: 9 })),
    ],
    rows,
    total: totalRow(rows, 6, [1, 2, 3, 4, 5]),
  };
}

function progressTable(tasks: readonly Task[]): ReportTable {
  return {
    type: 'table',
    title: '任务分工进度表',
    columns: [
      { label: '序号', kind: 'count', width: 6 },
      { label: '行动', kind: 'text', width: 10 },
      { label: '任务', kind: 'text', width: 18 },
      { label: '责任单位', kind: 'text', width: 18 },
      { label: '配合单位', kind: 'text', width: 18 },
      { label: '指标', kind: 'text', width: 24 },
      { label: '最近进展', kind: 'text', width: 26 },
      { label: '时限', kind: 'day', width: 13 },
      { label: '状态', kind: 'text', width: 8 },
    ],
    rows: tasks.map((task, index) => [
      index + 1,
      task.group,
      task.title,
      task.leads.join('、'),
      task.supports.join('、') || '—',
      task.indicators.map(indicatorText).join('；') || '—',
      newestText(task),
      task.dueOn,
      taskStateText[task.state],
    ]),
    total: null,
  };
}

function supervisionTable(due: readonly { readonly task: Task; readonly why: string }[]): ReportTable {
  return {
    type: 'table',
    title: '督办事项',
    columns: [
      { label: '序号', kind: 'count', width: 6 },
      { label: '任务', kind: 'text', width: 18 },
      { label: '责任单位', kind: 'text', width: 18 },
      { label: '依据', kind: 'text', width: 16 },
      { label: '时限', kind: 'day', width: 13 },
      { label: '督办原因', kind: 'text', width: 13 },
      { label: '最近进展', kind: 'text', width: 26 },
      { label: '办理情况反馈', kind: 'text', width: 22, byHand: true },
    ],
    rows: due.map(({ task, why }, index) => [
      index + 1,
      task.title,
      task.leads.join('、'),
      // The table names the document once, below.
      task.reference.replace(/^《[^》]*》/u, ''),
      task.dueOn,
      why,
      newestText(task),
      null,
    ]),
    total: null,
  };
}

function newestText({ notes }: Task): string {
  const [last] = notes;
  return last === undefined ? '—' : `${last.on} ${last.text}`;
}

/** A figure with its unit and what it is held against, as the page writes it. */
function indicatorText({ label, value, target, unit }: Task['indicators'][number]): string {
  if (value === null) return `${label}未填报`;
  if (unit === '万元') return `${label}${amountText(value)}`;
  return target === null ? `${label}${value}${unit}` : `${label}${value}/${target}${unit}`;
}
