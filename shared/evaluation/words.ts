import type { Test } from '#shared/diagnosis/standard.ts';
import { needText } from '#shared/diagnosis/words.ts';

/** What a band asks for in the words of the year evaluated: the 上年 of an application is that year itself. */
export function bandText(test: Test, titleLabel: (id: string) => string): string {
  return needText(test, titleLabel).replaceAll('上年末', '年末').replaceAll('上年', '');
}
