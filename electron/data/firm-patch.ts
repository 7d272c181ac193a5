import { findByCode } from '#electron/db/tables/firms.ts';
import type { ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { type CodeState, type FirmFields, firmFieldLabels } from '#shared/domain/firm.ts';
import { checkCode, normaliseCode } from '#shared/domain/uscc.ts';
import type { Pack } from '#shared/policy/pack.ts';
import type { OpenLedger } from './context.ts';

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

/** Facts of a firm that passed the checks; the state of the code when one was said. */
export type CheckedPatch = {
  readonly patch: Partial<FirmFields>;
  readonly codeState: CodeState | undefined;
};

/** Validates what a form sends, by the same rules as an import; throws the message for the form. Without an id the firm is new. */
export function checkPatch(
  open: OpenLedger,
  input: Omit<ParsedInputOf<'firms.save'>, 'reason'>,
): CheckedPatch {
  const patch = typedPatch(input.patch);
  if (input.id === null || 'name' in patch) {
    if (!patch.name) throw new AppError('firm-name-missing');
  }
  checkPlaces(open.pack, patch);
  if (patch.code === undefined) return { patch, codeState: input.id === null ? 'missing' : undefined };
  if (patch.code === null) return { patch, codeState: 'missing' };
  const code = normaliseCode(patch.code);
  const { state } = checkCode(code);
  if (state === 'damaged')
    throw new AppError('firm-code-invalid', { problem: `“${patch.code}”不是 18 位代码。` });
  if (state === 'suspicious' && !input.acceptSuspiciousCode) {
    throw new AppError('firm-code-invalid', { problem: '校验位不符，可能有录入错误。' });
  }
  const holder = findByCode(open.ledger.read, code);
  if (holder !== undefined && holder.id !== input.id)
    throw new AppError('firm-code-taken', { name: holder.fields.name });
  return { patch: { ...patch, code }, codeState: state };
}
