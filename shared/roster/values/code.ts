import type { CodeState } from '#shared/domain/firm.ts';
import { checkCode, normaliseCode } from '#shared/domain/uscc.ts';
import type { Cell } from '../grid.ts';
import type { Parsed } from '../issue.ts';
import { cleanText } from './text.ts';

/** A code and how far it can be trusted. */
export type ParsedCode = { readonly code: string; readonly state: Exclude<CodeState, 'missing'> };

/** Signs that do not occur in codes and what they were probably meant to be. */
const confusable: Readonly<Record<string, readonly string[]>> = {
  O: ['0'],
  I: ['1'],
  Z: ['2'],
  S: ['5'],
  V: ['U', 'Y'],
};
/** Digits that a spreadsheet keeps of a number. */
const digitsKept = 15;

/**
 * A 统一社会信用代码. One with a failing check is kept with confirmation; one with an illegal sign is repaired when
 * exactly one variant passes both checks; digits that a spreadsheet has lost are never guessed.
 */
export function parseCode(cell: Cell): Parsed<ParsedCode> {
  const clean = cleanText(cell.text);
  if (clean === null) return { value: null };
  const code = normaliseCode(clean);
  const lost = cell.kind === 'number' && code.replace(/\D/g, '').length > digitsKept;
  const { state } = lost ? { state: 'damaged' as const } : checkCode(code);
  if (state === 'valid') return { value: { code, state } };
  if (state === 'suspicious') return { value: { code, state }, issue: suspicious(code) };
  const repaired = lost ? undefined : repair(code);
  if (repaired !== undefined) {
    return {
      value: { code: repaired, state: 'valid' },
      issue: {
        code: 'code-repaired',
        severity: 'warning',
        message: `代码“${clean}”含不会出现的字母，按 ${repaired} 登记`,
        fix: '请对照营业执照核对后确认',
      },
    };
  }
  return { value: null, issue: damaged(clean, lost) };
}

function repair(code: string): string | undefined {
  let variants = [''];
  for (const sign of code) {
    const options = confusable[sign] ?? [sign];
    variants = variants.flatMap((start) => options.map((option) => start + option));
    if (variants.length > 64) return undefined;
  }
  const valid = variants.filter((variant) => variant !== code && checkCode(variant).state === 'valid');
  return valid.length === 1 ? valid[0] : undefined;
}

function suspicious(code: string): NonNullable<Parsed<never>['issue']> {
  return {
    code: 'code-suspicious',
    severity: 'warning',
    message: `代码 ${code} 校验位不符`,
    fix: '请对照营业执照；早年赋码的确有例外，确认无误可保留',
  };
}

function damaged(text: string, lost: boolean): NonNullable<Parsed<never>['issue']> {
  return {
    code: 'code-damaged',
    severity: 'error',
    message: lost ? `代码“${text}”存成了数字，末几位已丢失` : `“${text}”不是 18 位统一社会信用代码`,
    fix: '请把该列设为文本格式后重新填写完整代码',
  };
}
