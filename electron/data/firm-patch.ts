import { AppError } from '#shared/contract/errors.ts';
import { type FirmFields, firmFieldLabels } from '#shared/domain/firm.ts';
import type { Pack } from '#shared/policy/pack.ts';

/** What a form or a batch sends for a firm, ready to be written: texts without outer blanks, empty ones as 未填. */
export function typedPatch(patch: Readonly<Record<string, unknown>>): Partial<FirmFields> {
  return Object.fromEntries(
    Object.entries(patch).map(([key, value]) => [key, typeof value === 'string' ? typedText(value) : value]),
    // The contract has checked each value; absent keys stay absent, since zod's partial object has no undefined.
  ) as Partial<FirmFields>;
}

/** A typed text without outer blanks and invisible signs (line breaks stay); null when nothing is left. */
function typedText(text: string): string | null {
  return text.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim() || null;
}

/** Street, platform and chain must be ones of the district; throws `bad-request` otherwise. */
export function checkPlaces({ streets, platforms, chains }: Pack, patch: Partial<FirmFields>): void {
  const places: readonly (readonly [field: 'streetId' | 'platformId' | 'chainId', known: Pack['streets']])[] =
    [
      ['streetId', streets],
      ['platformId', platforms],
      ['chainId', chains],
    ];
  for (const [field, known] of places) {
    const id = patch[field];
    if (id != null && !known.some((place) => place.id === id)) {
      throw new AppError('bad-request', { problem: `${firmFieldLabels[field]}没有“${id}”这一项。` });
    }
  }
}
