import type { CodeState } from '#shared/domain/firm.ts';
import type { EvidenceKind } from '#shared/domain/title.ts';

/** How far the 统一社会信用代码 can be trusted. */
export const codeStateWords: Readonly<Record<CodeState, string>> = {
  valid: '校验通过',
  suspicious: '校验未通过，已确认保留',
  missing: '未填代码',
};

/** What paper stands behind a title event, best first. */
export const evidenceWords: Readonly<Record<EvidenceKind, string>> = {
  finalList: '正式名单',
  mirror: '转载名单',
  publicity: '公示名单',
  roster: '街道上报',
  platformHint: '平台提示',
};

/** A fact in words: 未填 is said, never shown as zero or nothing. */
export function filled(value: string | null | undefined): string {
  return value === null || value === undefined || value === '' ? '未填' : value;
}
