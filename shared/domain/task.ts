import type { Day } from './day.ts';

/** What a unit says of its task with an entry. */
export const taskReports = ['running', 'done'] as const;
/** 推进中 or 已完成. */
export type TaskReport = (typeof taskReports)[number];
/** Words of them. */
export const taskReportText: Readonly<Record<TaskReport, string>> = { running: '推进中', done: '已完成' };

/** How a task (任务) stands on a day. */
export const taskStates = ['waiting', 'running', 'overdue', 'done'] as const;
/** One of the states. */
export type TaskState = (typeof taskStates)[number];
/** Words of the states. */
export const taskStateText: Readonly<Record<TaskState, string>> = {
  waiting: '未启动',
  running: '推进中',
  overdue: '逾期',
  done: '已完成',
};

/** One entry of progress (进展). */
export type TaskNote = {
  readonly id: number;
  readonly taskId: string;
  readonly on: Day;
  /** Unit that reports; null when the bureau writes itself. */
  readonly unit: string | null;
  readonly text: string;
  readonly report: TaskReport;
};

/** A figure that a unit reported with an entry. */
export type TaskFigure = {
  readonly id: number;
  readonly noteId: number;
  /** Indicator of the task. */
  readonly indicatorId: string;
  readonly value: number;
};

/** What the bureau set for a task: until when, who follows it up (督办人). */
export type TaskPlan = {
  readonly id: number;
  readonly taskId: string;
  readonly dueOn: Day | null;
  readonly owner: string | null;
  readonly remark: string | null;
};

/** State of a task on a day, by its entries up to then (oldest first) and its time limit. */
export function taskStateOn(
  notes: readonly Pick<TaskNote, 'on' | 'report'>[],
  dueOn: Day | null,
  day: Day,
): TaskState {
  const last = notes.filter(({ on }) => on <= day).at(-1);
  if (last?.report === 'done') return 'done';
  if (dueOn !== null && dueOn < day) return 'overdue';
  return last === undefined ? 'waiting' : 'running';
}
