import type { Day } from './day.ts';

/** Kinds of request (诉求类别). */
export const requestKinds = [
  'finance',
  'talent',
  'land',
  'policy',
  'market',
  'technology',
  'labour',
  'other',
] as const;
/** One of the kinds. */
export type RequestKind = (typeof requestKinds)[number];
/** Words of the kinds. */
export const requestKindText: Readonly<Record<RequestKind, string>> = {
  finance: '融资',
  talent: '人才',
  land: '用地用房',
  policy: '政策申报',
  market: '市场订单',
  technology: '技术攻关',
  labour: '用工',
  other: '其他',
};

/** How content a firm is with what was done (满意度). */
export const satisfactions = ['content', 'fair', 'discontent'] as const;
/** One of them. */
export type Satisfaction = (typeof satisfactions)[number];
/** Words of them. */
export const satisfactionText: Readonly<Record<Satisfaction, string>> = {
  content: '满意',
  fair: '基本满意',
  discontent: '不满意',
};

/**
 * What a firm asks for (诉求), in a closed loop: received, answered, closed. Qiantang action plan 2024-2026, part 三（七）19;
 * Binjiang 2023, part 二 15.
 */
export type ServiceRequest = {
  readonly id: number;
  readonly firmId: number;
  /** The visit on which it was heard, if any. */
  readonly visitId: number | null;
  readonly receivedOn: Day;
  readonly kind: RequestKind;
  readonly text: string;
  /** 责任单位. */
  readonly unit: string | null;
  /** 办理期限. */
  readonly dueOn: Day | null;
  /** 办理情况. */
  readonly answer: string | null;
  /** 办结日期; null while it is open. */
  readonly closedOn: Day | null;
  readonly satisfaction: Satisfaction | null;
};

/** How a request stands on a day. */
export const requestStates = ['open', 'answered', 'overdue', 'closed'] as const;
/** One of the states. */
export type RequestState = (typeof requestStates)[number];
/** Words of the states. */
export const requestStateText: Readonly<Record<RequestState, string>> = {
  open: '待办理',
  answered: '办理中',
  overdue: '逾期',
  closed: '已办结',
};

/** State of a request on a day: closed by then, else past its day, else answered for now or still waiting. */
export function requestStateOn({ closedOn, dueOn, answer }: ServiceRequest, day: Day): RequestState {
  if (closedOn !== null && closedOn <= day) return 'closed';
  if (dueOn !== null && dueOn < day) return 'overdue';
  return answer === null ? 'open' : 'answered';
}

/** Whether a request was closed in time; one without a day counts as in time. */
export function closedInTime({ closedOn, dueOn }: ServiceRequest): boolean {
  return closedOn !== null && (dueOn === null || closedOn <= dueOn);
}
