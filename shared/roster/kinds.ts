/** Kinds of roster (名册类别) that are read, with the Chinese word of each. */
export const rosterKindLabels = {
  firms: '企业名册',
  titles: '认定名单',
  reviews: '复核名单',
  publicity: '公示名单',
} as const;

/** 企业名册, 认定名单, 复核名单 or 公示名单. */
export type RosterKind = keyof typeof rosterKindLabels;

/** Every kind; the record is total, Object.keys only loses the key type. */
export const rosterKinds = Object.keys(rosterKindLabels) as [RosterKind, ...RosterKind[]];

/** Whether a text names a kind (own keys only). */
export function isRosterKind(text: string): text is RosterKind {
  return Object.hasOwn(rosterKindLabels, text);
}
