/** Where a claim (兑现事项) stands: the last step that was done, or how it ended. */
export const claimStates = [
  'computed',
  'filed',
  'checked',
  'decided',
  'announced',
  'paid',
  'archived',
  'returned',
  'refused',
  'withdrawn',
] as const;

/** 测算, 申报, 街道初审, 会审, 公示, 拨付, 归档; 退回, 不予, 撤回. */
export type ClaimState = (typeof claimStates)[number];

/** Chinese word of each state, as lists and papers print it. */
export const claimStateText: Readonly<Record<ClaimState, string>> = {
  computed: '测算',
  filed: '申报',
  checked: '街道初审',
  decided: '会审',
  announced: '公示',
  paid: '拨付',
  archived: '归档',
  returned: '退回',
  refused: '不予',
  withdrawn: '撤回',
};

/** The steps that a claim can take. */
export const claimActions = [
  'file',
  'check',
  'decide',
  'announce',
  'pay',
  'archive',
  'return',
  'refuse',
  'withdraw',
] as const;

/** One step of a claim. */
export type ClaimAction = (typeof claimActions)[number];

/** Chinese words of each step, as its button says them. */
export const claimActionText: Readonly<Record<ClaimAction, string>> = {
  file: '登记申报',
  check: '街道初审通过',
  decide: '会审核定',
  announce: '公示',
  pay: '登记拨付',
  archive: '归档',
  return: '退回',
  refuse: '不予兑现',
  withdraw: '企业撤回',
};

/**
 * How a claim came about: `application` (企业申报) for projects, which a firm must file, or `direct` (免申即享) for
 * titles, which the bureau knows of itself and may take straight to 会审.
 */
export type ClaimRoute = 'application' | 'direct';

/** What a step must bring beside its date and person. */
export type ClaimNeed =
  | 'reason'
  | 'requestedAmount'
  | 'decidedAmount'
  | 'lockedBatch'
  | 'payment'
  | 'paidInFull';

/** One allowed step: from which states, to which state, and what it needs. */
export type ClaimTransition = {
  readonly action: ClaimAction;
  readonly from: readonly ClaimState[];
  /** Further states from which a claim of the route 免申即享 may take it. */
  readonly alsoDirect: readonly ClaimState[];
  readonly to: ClaimState;
  readonly needs: readonly ClaimNeed[];
};

const beforePayment: readonly ClaimState[] = [
  'computed',
  'filed',
  'checked',
  'decided',
  'announced',
  'returned',
];

/** The whole order of work (办理顺序); whatever is not in this table is refused by the core. */
export const claimTransitions: readonly ClaimTransition[] = [
  { action: 'file', from: ['computed', 'returned'], alsoDirect: [], to: 'filed', needs: ['requestedAmount'] },
  { action: 'check', from: ['filed'], alsoDirect: [], to: 'checked', needs: [] },
  {
    action: 'decide',
    from: ['checked'],
    alsoDirect: ['computed', 'returned'],
    to: 'decided',
    needs: ['decidedAmount'],
  },
  { action: 'announce', from: ['decided'], alsoDirect: [], to: 'announced', needs: ['lockedBatch'] },
  { action: 'pay', from: ['announced', 'paid'], alsoDirect: [], to: 'paid', needs: ['payment'] },
  { action: 'archive', from: ['paid'], alsoDirect: [], to: 'archived', needs: ['paidInFull'] },
  {
    action: 'return',
    from: ['filed', 'checked', 'decided', 'announced'],
    alsoDirect: [],
    to: 'returned',
    needs: ['reason'],
  },
  { action: 'refuse', from: beforePayment, alsoDirect: [], to: 'refused', needs: ['reason'] },
  { action: 'withdraw', from: beforePayment, alsoDirect: [], to: 'withdrawn', needs: ['reason'] },
];

/** The row of a step; every action has exactly one. */
export function transitionOf(action: ClaimAction): ClaimTransition {
  const found = claimTransitions.find((each) => each.action === action);
  if (found === undefined) throw new Error(`no transition for ${action}`);
  return found;
}

/** Whether a claim in this state may take the step. */
export function isAllowed(state: ClaimState, action: ClaimAction, route: ClaimRoute): boolean {
  const { from, alsoDirect } = transitionOf(action);
  return from.includes(state) || (route === 'direct' && alsoDirect.includes(state));
}

/** The steps open to a claim, in the order of work; none once it has ended. */
export function allowedActions(state: ClaimState, route: ClaimRoute): readonly ClaimAction[] {
  return claimActions.filter((action) => isAllowed(state, action, route));
}

/** Why a step is out of order, in words that say what may be done instead. */
export function orderProblem(state: ClaimState, action: ClaimAction, route: ClaimRoute): string | undefined {
  if (isAllowed(state, action, route)) return undefined;
  const open = allowedActions(state, route).map((each) => `“${claimActionText[each]}”`);
  const instead = open.length === 0 ? '该事项已办结，不能再办理' : `当前只能办理${open.join('、')}`;
  return `当前为“${claimStateText[state]}”，不能办理“${claimActionText[action]}”；${instead}。`;
}

/** Whether the bureau has decided an amount that still stands; such a claim is never recomputed silently. */
export function isDecided(state: ClaimState): boolean {
  return state === 'decided' || state === 'announced' || state === 'paid' || state === 'archived';
}

/** Whether the claim has ended without money: it no longer counts in any sum. */
export function isEnded(state: ClaimState): boolean {
  return state === 'refused' || state === 'withdrawn';
}
