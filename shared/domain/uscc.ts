/** Signs of a 统一社会信用代码 in the order of their values; I, O, S, V and Z do not occur (GB 32100-2015). */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Weights of the first 17 signs: powers of 3 modulo 31. */
const weights = Array.from({ length: 17 }, (_, index) => powerOfThree(index));
/** Weights of the eight signs of the organisation code (GB 11714). */
const innerWeights = [3, 7, 9, 10, 5, 8, 4, 2];
/** Registering department and entity class; a code of a firm begins with one of these. */
const knownPrefixes = [
  '11',
  '12',
  '13',
  '19',
  '21',
  '29',
  '31',
  '32',
  '33',
  '34',
  '35',
  '39',
  '41',
  '49',
  '51',
  '52',
  '53',
  '54',
  '55',
  '59',
  '61',
  '62',
  '69',
  '71',
  '72',
  '79',
  '81',
  '89',
  '91',
  '92',
  '93',
  'A1',
  'A9',
  'N1',
  'N2',
  'N3',
  'N9',
  'Y1',
];
/** Signs of a code. */
export const codeLength = 18;

/** `valid`: both checks hold; `suspicious`: well formed but a check fails, kept only when confirmed; `damaged`: no code. */
export type CodeVerdict = {
  readonly state: 'valid' | 'suspicious' | 'damaged';
  readonly reasons: readonly CodeReason[];
};
/** Why a code is not valid: length, sign outside the alphabet, digits lost by a spreadsheet, prefix, checks. */
export type CodeReason = 'length' | 'alphabet' | 'precision' | 'prefix' | 'outer-check' | 'inner-check';

/** Brings a code into its written form: narrow, upper case, no blanks, quotes or invisible signs, no full stop. */
export function normaliseCode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Cc}'"‘’“”`]/gu, '')
    .replace(/[。.]+$/u, '')
    .toUpperCase();
}

/** Proves a normalised code by both check signs and its prefix. Never says which firm it belongs to. */
export function checkCode(code: string): CodeVerdict {
  if (/^\d(?:\.\d+)?E\+\d+$/i.test(code)) return { state: 'damaged', reasons: ['precision'] };
  if (code.length !== codeLength) return { state: 'damaged', reasons: ['length'] };
  if ([...code].some((sign) => !alphabet.includes(sign))) return { state: 'damaged', reasons: ['alphabet'] };
  const reasons: CodeReason[] = [];
  if (!knownPrefixes.includes(code.slice(0, 2))) reasons.push('prefix');
  if (outerCheck(code.slice(0, 17)) !== code[17]) reasons.push('outer-check');
  if (innerCheck(code.slice(8, 16)) !== code[16]) reasons.push('inner-check');
  return { state: reasons.length === 0 ? 'valid' : 'suspicious', reasons };
}

/** Makes a valid code from prefix (`91`), area code and a serial number: for invented firms only. */
export function makeCode(prefix: string, area: string, serial: number): string {
  const body = `MA${String(serial % 1_000_000).padStart(6, '0')}`;
  const first = `${prefix}${area}${body}${innerCheck(body)}`;
  return first + outerCheck(first);
}

/** 18th sign: 31 less the weighted sum modulo 31, and that modulo 31 again. */
function outerCheck(first17: string): string {
  const sum = [...first17].reduce(
    (total, sign, index) => total + alphabet.indexOf(sign) * (weights[index] ?? 0),
    0,
  );
  const size = alphabet.length;
  return alphabet.charAt((size - (sum % size)) % size);
}

/** 17th sign: check of the organisation code, X for 10. */
function innerCheck(body: string): string {
  const sum = [...body].reduce(
    (total, sign, index) => total + Number.parseInt(sign, 36) * (innerWeights[index] ?? 0),
    0,
  );
  const rest = 11 - (sum % 11);
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
}

function powerOfThree(exponent: number): number {
  let value = 1;
  for (let step = 0; step < exponent; step += 1) value = (value * 3) % alphabet.length;
  return value;
}
