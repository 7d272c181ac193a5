import { measures } from '#shared/diagnosis/measures.ts';
import type { Test } from '#shared/diagnosis/standard.ts';
import { needText } from '#shared/diagnosis/words.ts';

/** What a band asks for; of a measure only its limits, because the indicator beside it names the measure. */
export function bandText(test: Test, titleLabel: (id: string) => string): string {
  const text = needText(test, titleLabel);
  return test.kind === 'measure' ? text.slice(measures[test.measure].label.length) : text;
}
