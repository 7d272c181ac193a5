import type { Day } from './day.ts';

/**
 * What is known of 平台载体: a platform of the pack described further, or a park that the bureau entered itself.
 * Qiantang action plan 2024-2026, part 三（二）6: 小微企业园 of high rating grow into provincial 专精特新产业园.
 */
export type Park = {
  readonly id: number;
  /** Id of the platform in the pack; null for a park of the bureau's own. */
  readonly packId: string | null;
  /** Name of an own park; null when the pack names it. */
  readonly name: string | null;
  /** Other spellings in rosters, for an own park. */
  readonly aliases: readonly string[];
  readonly kind: ParkKind;
  /** 星级或级别, in the words of the document that gave it. */
  readonly rating: string | null;
  /** 评定日期. */
  readonly ratedOn: Day | null;
  readonly streetId: string | null;
  /** 运营单位. */
  readonly operator: string | null;
  /** 主导产业. */
  readonly industry: string | null;
  /** 用地面积 and 建筑面积, 平方米. */
  readonly landArea: number | null;
  readonly floorArea: number | null;
  /** 投用日期. */
  readonly openedOn: Day | null;
  /** 公共服务设施: shared laboratories, testing, pilot lines. */
  readonly facilities: string | null;
  readonly remark: string | null;
};

/** What a park can be. */
export const parkKinds = [
  'platform',
  'micro-park',
  'specialised-park',
  'town',
  'incubator',
  'other',
] as const;
/** One of the kinds. */
export type ParkKind = (typeof parkKinds)[number];
/** Words of the kinds. */
export const parkKindText: Readonly<Record<ParkKind, string>> = {
  platform: '产业平台',
  'micro-park': '小微企业园',
  'specialised-park': '专精特新产业园',
  town: '特色小镇',
  incubator: '孵化器、众创空间',
  other: '其他载体',
};

/** The id by which firms name an own park, apart from every id of a pack. */
export function ownPlaceId(id: number): string {
  return `park-${id}`;
}
