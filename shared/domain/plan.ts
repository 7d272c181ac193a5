import type { Day } from './day.ts';

/**
 * Title whose holders each have one named person of the bureau (一对一联系): 国家级专精特新“小巨人”.
 * Qiantang action plan, part 三, one-to-one contact with 小巨人.
 */
export const contactedTitleId = 'little-giant';

/** For what a firm is prepared: the title anew, or its review. */
export const planApplications = ['new', 'review'] as const;

/** 新申报 or 复核. */
export type PlanApplication = (typeof planApplications)[number];

/** Word of each kind of application. */
export const planApplicationText: Readonly<Record<PlanApplication, string>> = {
  new: '新申报',
  review: '复核',
};

/** The file of one firm (一企一策): its target, who looks after it, how it stood when it was opened, how it ended. */
export type Plan = {
  readonly id: number;
  readonly firmId: number;
  /** 培育目标. */
  readonly titleId: string;
  readonly application: PlanApplication;
  /** 建档日期. */
  readonly openedOn: Day;
  /** 结案日期; null while it runs. */
  readonly closedOn: Day | null;
  /** What came of it; there exactly when it is closed. */
  readonly result: string | null;
  /** 一对一联系人 of the bureau. */
  readonly contact: string | null;
  /** 联系人单位及职务. */
  readonly contactUnit: string | null;
  readonly note: string | null;
  /** The diagnosis and the figures of the day it was made, as JSON text. */
  readonly snapshot: string;
};
