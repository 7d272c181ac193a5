/** Kinds of roster (名册类别) that are read, with the Chinese word of each. */
export const rosterKindLabels = {
  firms: '企业名册',
  titles: '认定名单',
  reviews: '复核名单',
  publicity: '公示名单',
  pools: '培育库名单',
  years: '年度经营数据',
  projects: '项目与补助申报',
  decisions: '会审核定',
  payments: '兑现记录',
  visits: '走访与诉求',
  assessments: '年度自评表',
} as const;

/** One kind of roster. */
export type RosterKind = keyof typeof rosterKindLabels;

/** Every kind; the record is total, Object.keys only loses the key type. */
export const rosterKinds = Object.keys(rosterKindLabels) as [RosterKind, ...RosterKind[]];

/** Kinds about records of firms that the ledger must know already; what they say of the firm itself is not taken over. In the order in which they are looked for. */
export const recordKinds = [
  'visits',
  'payments',
  'decisions',
  'pools',
  'projects',
  'assessments',
  'years',
] as const satisfies readonly RosterKind[];

/** A kind about records of firms. */
export type RecordKind = (typeof recordKinds)[number];

/** Whether a text names a kind (own keys only). */
export function isRosterKind(text: string): text is RosterKind {
  return Object.hasOwn(rosterKindLabels, text);
}

/** Whether a kind is about records of firms. */
export function isRecordKind(kind: RosterKind): kind is RecordKind {
  return recordKinds.some((each) => each === kind);
}
