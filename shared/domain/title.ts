import type { Day } from './day.ts';

/** What happened to a title (称号) of a firm. Titles are never flags: their state at a day follows from these. */
export const titleEventKinds = [
  'announced',
  'recognised',
  'reviewPassed',
  'reviewFailed',
  'renamed',
  'revoked',
  'expired',
  'reRecognised',
  'movedIn',
  'movedOut',
] as const;

/** One kind of title event: 公示, 认定, 复核通过, 复核未过, 更名, 撤销, 到期, 再次认定, 迁入, 迁出. */
export type TitleEventKind = (typeof titleEventKinds)[number];

/** Chinese word of each kind of event. */
export const titleEventText: Readonly<Record<TitleEventKind, string>> = {
  announced: '公示',
  recognised: '认定',
  reviewPassed: '复核通过',
  reviewFailed: '复核未通过',
  renamed: '更名',
  revoked: '撤销',
  expired: '到期',
  reRecognised: '再次认定',
  movedIn: '迁入',
  movedOut: '迁出',
};

/** How good the paper behind an event is, best first: 正式名单, 转载名单, 公示名单, 街道上报, 平台提示. */
export const evidenceKinds = ['finalList', 'mirror', 'publicity', 'roster', 'platformHint'] as const;

/** Rank of the evidence behind a title event. */
export type EvidenceKind = (typeof evidenceKinds)[number];

/** One event in the life of a title, as the ledger stores it. */
export type TitleEvent = {
  readonly id: number;
  readonly firmId: number;
  /** Id of the title in the district pack, such as `little-giant`. */
  readonly titleId: string;
  readonly kind: TitleEventKind;
  /** Day the event took effect. */
  readonly on: Day;
  /** Last day of validity that the paper itself states, if it does. */
  readonly validUntil: Day | null;
  readonly batch: string | null;
  readonly document: string | null;
  /** Name of the firm as printed on that list. */
  readonly nameAt: string | null;
  readonly evidence: EvidenceKind;
};
