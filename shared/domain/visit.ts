import type { Day } from './day.ts';

/**
 * A visit to a firm (走访): planned, made, or both. Qiantang action plan 2024-2026, part 三（七）19 to 21 and part 五 3;
 * Binjiang 2023, part 二 15.
 */
export type Visit = {
  readonly id: number;
  readonly firmId: number;
  /** Day it is planned for; null for a visit that nobody planned. */
  readonly plannedOn: Day | null;
  /** Day it was made; null while it waits. */
  readonly visitedOn: Day | null;
  /** 走访人员. */
  readonly visitors: string | null;
  /** 走访情况: what was seen and heard. */
  readonly record: string | null;
};

/** How a visit stands on a day. */
export const visitStates = ['planned', 'overdue', 'made'] as const;
/** One of the states. */
export type VisitState = (typeof visitStates)[number];
/** Words of the states. */
export const visitStateText: Readonly<Record<VisitState, string>> = {
  planned: '计划中',
  overdue: '逾期未访',
  made: '已走访',
};

/** State of a visit on a day: one that was made by then, or is planned for later, or should have been. */
export function visitStateOn({ plannedOn, visitedOn }: Visit, day: Day): VisitState {
  if (visitedOn !== null && visitedOn <= day) return 'made';
  return plannedOn !== null && plannedOn < day ? 'overdue' : 'planned';
}

/** A firm that asked not to be visited (免打扰). */
export type QuietFirm = {
  readonly id: number;
  readonly firmId: number;
  /** First day. */
  readonly from: Day;
  readonly reason: string;
};

/** Days after a visit in which another one counts as a double disturbance (重复打扰) and is pointed out. */
export const restingDays = 30;
