import type { Day } from './day.ts';

/** How far a measure is: 拟办, 进行中, 已完成, 不再办理. */
export const improvementStates = ['planned', 'running', 'done', 'dropped'] as const;

/** How far a measure is. */
export type ImprovementState = (typeof improvementStates)[number];

/** Word of each state. */
export const improvementStateText: Readonly<Record<ImprovementState, string>> = {
  planned: '拟办',
  running: '进行中',
  done: '已完成',
  dropped: '不再办理',
};

/** One measure of 一企一策: a weak point of a firm, what is done about it, by whom, until when. */
export type Improvement = {
  readonly id: number;
  readonly firmId: number;
  /** Title the measure is to lead to; null when it serves none in particular. */
  readonly titleId: string | null;
  /** 存在短板. */
  readonly weakPoint: string;
  /** 培育措施. */
  readonly action: string;
  /** 责任人. */
  readonly owner: string | null;
  /** 完成时限. */
  readonly dueOn: Day | null;
  readonly state: ImprovementState;
  /** 进展: one line for each note, with its day and person, oldest first. */
  readonly progress: string | null;
};

/** Whether a measure is past its day (逾期): neither done nor dropped, and due before the day looked at. */
export function isOverdue({ dueOn, state }: Pick<Improvement, 'dueOn' | 'state'>, day: Day): boolean {
  return dueOn !== null && dueOn < day && (state === 'planned' || state === 'running');
}
