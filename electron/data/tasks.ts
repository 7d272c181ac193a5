import { listTaskFigures, listTaskNotes, listTaskPlans } from '#electron/db/tables/tasks.ts';
import type { OutputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Day } from '#shared/domain/day.ts';
import { type TaskFigure, type TaskNote, taskStateOn, taskStates } from '#shared/domain/task.ts';
import type { Pack } from '#shared/policy/pack.ts';
import { type TaskIndicator, type TaskRule, taskFeedText } from '#shared/policy/task.ts';
import type { Goals } from '#shared/report/goals.ts';
import type { OpenLedger } from './context.ts';
import { goalsOn } from './goals.ts';
import { fedFigure, paidUnder } from './task-figures.ts';

type Output = OutputOf<'tasks.list'>;
type Task = Output['rows'][number];

/** 任务分工 on a day: every task of the pack with its state, entries and figures. */
export function taskList(open: OpenLedger, asOf: Day): Output {
  const { read } = open.ledger;
  const notes = listTaskNotes(read).filter(({ on }) => on <= asOf);
  const figures = listTaskFigures(read);
  const plans = new Map(listTaskPlans(read).map((plan) => [plan.taskId, plan]));
  const goals = goalsOn(open, asOf);
  const rows = open.pack.tasks.map((rule): Task => {
    const own = notes.filter(({ taskId }) => taskId === rule.id);
    const plan = plans.get(rule.id);
    return {
      id: rule.id,
      group: rule.group,
      title: rule.title,
      reference: rule.reference.text,
      leads: [...rule.leads],
      supports: [...rule.supports],
      state: taskStateOn(own, plan?.dueOn ?? null, asOf),
      dueOn: plan?.dueOn ?? null,
      owner: plan?.owner ?? null,
      remark: plan?.remark ?? null,
      indicators: rule.indicators.map((indicator) =>
        indicatorOn(open, indicator, { own, figures, goals, asOf }),
      ),
      notes: own.map((note) => presentNote(rule, note, figures)).reverse(),
    };
  });
  // The keys are the states, each of them once.
  const counts = Object.fromEntries(
    taskStates.map((each) => [each, rows.filter(({ state }) => state === each).length]),
  ) as Output['counts'];
  return { rows, counts, units: unitsOf(open.pack) };
}

/** The task of the pack. Throws `not-found`. */
export function taskRule({ pack }: OpenLedger, taskId: string): TaskRule {
  const rule = pack.tasks.find(({ id }) => id === taskId);
  if (rule === undefined) throw new AppError('not-found');
  return rule;
}

/** Leading units, those that lead most first. */
function unitsOf({ tasks }: Pack): string[] {
  const counts = new Map<string, number>();
  for (const unit of tasks.flatMap(({ leads }) => leads)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b, 'zh')).map(([unit]) => unit);
}

type Known = {
  readonly own: readonly TaskNote[];
  readonly figures: readonly TaskFigure[];
  readonly goals: Goals;
  readonly asOf: Day;
};

function indicatorOn(
  open: OpenLedger,
  { id, label, unit, target, source }: TaskIndicator,
  { own, figures, goals, asOf }: Known,
): Task['indicators'][number] {
  const frame = { id, label, unit, target, reported: source.kind === 'reported' };
  switch (source.kind) {
    case 'measure': {
      const measure = goals.measures.find((each) => each.id === source.measureId);
      return {
        ...frame,
        value: measure?.progress ?? null,
        target: measure?.target ?? null,
        source: measure?.targetYear == null ? '131 目标' : `131 目标（${measure.targetYear} 年）`,
      };
    }
    case 'paid':
      return { ...frame, value: paidUnder(open, source.clauseIds, asOf), source: '已拨付资金' };
    case 'fed': {
      const fed = fedFigure(open, source.feed, asOf);
      return { ...frame, value: fed.value, target: fed.target, source: `台账：${taskFeedText[source.feed]}` };
    }
    case 'reported': {
      const reported = own.flatMap(({ id: noteId }) =>
        figures.filter((each) => each.noteId === noteId && each.indicatorId === id),
      );
      return { ...frame, value: reported.at(-1)?.value ?? null, source: '单位填报' };
    }
  }
}

function presentNote(
  { indicators }: TaskRule,
  { taskId: _, ...note }: TaskNote,
  figures: readonly TaskFigure[],
): Task['notes'][number] {
  return {
    ...note,
    figures: figures
      .filter(({ noteId }) => noteId === note.id)
      .map(({ indicatorId, value }) => ({
        indicatorId,
        label: indicators.find(({ id }) => id === indicatorId)?.label ?? indicatorId,
        value,
      })),
  };
}
