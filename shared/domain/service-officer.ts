import type { Day } from './day.ts';

/**
 * One stretch of days in which a person of the bureau serves a firm (服务专员).
 * Binjiang 2023, part 二 15: every 专精特新 firm has one; Qiantang action plan, part 五 3.
 */
export type ServiceOfficer = {
  readonly id: number;
  readonly firmId: number;
  readonly officer: string;
  /** 单位及职务. */
  readonly unit: string | null;
  /** First day. */
  readonly from: Day;
  /** Last day; null while it goes on. */
  readonly until: Day | null;
};

/** Whether the person serves on the day. */
export function servesOn({ from, until }: Pick<ServiceOfficer, 'from' | 'until'>, day: Day): boolean {
  return from <= day && (until === null || day <= until);
}
