import type { CodeState } from '#shared/domain/firm.ts';
import { checkCode, codeLength, normaliseCode } from '#shared/domain/uscc.ts';
import type { Cell } from '../grid.ts';
import type { Parsed, Remark } from '../issue.ts';
import { codesAlike, codesLost, digitsKept } from './code-candidates.ts';
import { cleanText } from './text.ts';

/** A code and how far it can be trusted. */
export type ParsedCode = { readonly code: string; readonly state: Exclude<CodeState, 'missing'> };

/** A code as read, with the codes it may have been when it is damaged or doubtful. */
export type ReadCode = Parsed<ParsedCode> & { readonly candidates: readonly string[] };

/** Signs that do not occur in codes and what they were probably meant to be. */
const confusable: Readonly<Record<string, readonly string[]>> = {
  O: ['0'],
  I: ['1'],
  Z: ['2'],
  S: ['5'],
  V: ['U', 'Y'],
};

/**
 * A 统一社会信用代码. One with a failing check is kept with confirmation; one with an illegal sign is repaired when
 * exactly one variant passes both checks; digits that a spreadsheet has lost are never guessed, only offered.
 */
export function parseCode(cell: Cell): ReadCode {
  const clean = cleanText(cell.text);
  if (clean === null) return { value: null, candidates: [] };
  const code = onlyValid(clean) ?? bareCode(clean);
  const candidates = hasLostDigits(cell, code) ? codesLost(code) : undefined;
  if (candidates !== undefined) return { value: null, issue: lostDigits(clean, candidates), candidates };
  const { state } = checkCode(code);
  if (state === 'valid') return { value: { code, state }, candidates: [] };
  if (state === 'suspicious') {
    const alike = codesAlike(code);
    return { value: { code, state }, issue: suspicious(code, alike), candidates: alike };
  }
  return repairedCode(code, clean) ?? { value: null, issue: noCode(clean, code), candidates: [] };
}

/** The one valid code among several numbers in a cell: 统一社会信用代码/注册号. */
function onlyValid(text: string): string | undefined {
  const parts = text.split(/[/、,，;；|\s]+/u).filter((part) => part !== '');
  const valid =
    parts.length < 2 ? [] : parts.map(normaliseCode).filter((part) => checkCode(part).state === 'valid');
  return valid.length === 1 ? valid[0] : undefined;
}

/** The code in a cell: what stands before a colon and after a blank of words does not belong to it. */
function bareCode(text: string): string {
  const code = normaliseCode(text.replace(/^[^0-9A-Za-z０-９Ａ-Ｚａ-ｚ]*[:：]/u, ''))
    .replace(/\([^()]*\p{Script=Han}[^()]*\)$/u, '')
    .replace(/[‐‑–—−]/gu, '-');
  const joined = code.replaceAll('-', '');
  return joined.length === codeLength ? joined : code.replace(/-(?=[0-9X]$)/, '');
}

function hasLostDigits(cell: Cell, code: string): boolean {
  if (/^\d(?:\.\d+)?E\+?\d+$/i.test(code)) return true;
  if (cell.kind === 'number') return code.replace(/\D/g, '').length > digitsKept;
  return /^\d{15}000$/.test(code) && checkCode(code).state !== 'valid';
}

function repairedCode(code: string, clean: string): ReadCode | undefined {
  const variants = repairs(code);
  const [only, second] = variants;
  if (only === undefined) return undefined;
  if (second !== undefined) return { value: null, issue: noCode(clean, code), candidates: variants };
  const issue: Remark = {
    code: 'code-repaired',
    severity: 'warning',
    message: `代码“${clean}”含不会出现的字母，按 ${only} 登记`,
    fix: '请对照营业执照核对后确认',
  };
  return { value: { code: only, state: 'valid' }, issue, candidates: [] };
}

function repairs(code: string): readonly string[] {
  let variants = [''];
  for (const sign of code) {
    const options = confusable[sign] ?? [sign];
    variants = variants.flatMap((start) => options.map((option) => start + option));
    if (variants.length > 64) return [];
  }
  return variants.filter((variant) => variant !== code && checkCode(variant).state === 'valid');
}

function suspicious(code: string, alike: readonly string[]): Remark {
  const hint = alike.length === 0 ? '' : `是否应为 ${alike.join(' 或 ')}？`;
  return {
    code: 'code-suspicious',
    severity: 'warning',
    message: `代码 ${code} 校验位不符`,
    fix: `${hint}请对照营业执照；早年赋码的确有例外，确认无误可保留`,
  };
}

function lostDigits(text: string, candidates: readonly string[]): Remark {
  const hint = candidates.length === 0 ? '' : `可能是 ${candidates.join('、')}，请对照营业执照选定；`;
  return {
    code: 'code-damaged',
    severity: 'error',
    message: `代码“${text}”存成了数字，末几位已丢失`,
    fix: `${hint}或把该列设为文本格式后重新填写完整代码`,
  };
}

function noCode(text: string, code: string): Remark {
  const other = otherNumber(code);
  if (other !== undefined) {
    return {
      code: 'code-other-number',
      severity: 'warning',
      message: `“${text}”是${other}，不是统一社会信用代码；确认后代码留空`,
      fix: '请补上营业执照上的 18 位统一社会信用代码',
    };
  }
  const length =
    /^[0-9A-Z]{10,26}$/.test(code) && code.length !== codeLength ? `（现有 ${code.length} 位）` : '';
  return {
    code: 'code-damaged',
    severity: 'error',
    message: `“${text}”不是 18 位统一社会信用代码${length}`,
    fix: '请对照营业执照填写完整代码',
  };
}

/** What a text that is no code is instead: an older number, or words such as 办理中. */
function otherNumber(code: string): string | undefined {
  if (/^\d{15}$/.test(code)) return '15 位工商注册号';
  if (/^[0-9A-Z]{8}[0-9X]$/.test(code)) return '9 位组织机构代码';
  return /^[\p{Script=Han}()]{2,12}$/u.test(code) ? '文字说明' : undefined;
}
