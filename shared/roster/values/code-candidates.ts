import { checkCode } from '#shared/domain/uscc.ts';

/** Digits that a spreadsheet keeps of a number. */
export const digitsKept = 15;
const codeLength = 18;

/**
 * Codes that a number in a spreadsheet may have been (18 digits of which only 15 are kept): all of those that pass
 * both checks, about three. Empty when more than the last three digits are lost, as in 9.14403E+17.
 * @param text the cell's text, in plain digits or with an exponent
 */
export function codesLost(text: string): readonly string[] {
  const digits = /^\d{15}[1-9]?\d*$/.test(text) ? text : plainDigits(text);
  if (digits === undefined || digits.length !== codeLength) return [];
  const truncated = Number(`${digits.slice(0, digitsKept)}000`) === Number(digits);
  if (truncated || digits.endsWith('000')) return endings(digits.slice(0, digitsKept));
  // A program that does not cut but rounds wrote it: the code is one of those with the same binary value.
  const near = BigInt(digits.slice(0, digitsKept));
  return [near - 1n, near, near + 1n]
    .flatMap((prefix) => endings(prefix.toString()))
    .filter((code) => Number(code) === Number(digits));
}

/** Codes with one sign of a look-alike pair swapped (8 and B, 0 and D …) that pass both checks. */
export function codesAlike(code: string): readonly string[] {
  const variants = [...code].flatMap((sign, at) =>
    (alike[sign] ?? []).map((other) => `${code.slice(0, at)}${other}${code.slice(at + 1)}`),
  );
  return [...new Set(variants)].filter((variant) => checkCode(variant).state === 'valid');
}

const alike: Readonly<Record<string, readonly string[]>> = {
  '8': ['B'],
  B: ['8'],
  '0': ['D', 'Q'],
  D: ['0'],
  Q: ['0'],
  U: ['Y'],
  Y: ['U'],
};

function endings(prefix: string): readonly string[] {
  const found: string[] = [];
  for (let rest = 0; rest < 1000; rest += 1) {
    const code = `${prefix}${String(rest).padStart(3, '0')}`;
    if (checkCode(code).state === 'valid') found.push(code);
  }
  return found;
}

/** 9.14403001922038E+17 in plain digits, when it holds all fifteen. */
function plainDigits(text: string): string | undefined {
  const match = /^(\d)\.(\d+)E\+?(\d+)$/i.exec(text);
  if (match === null) return undefined;
  const [, whole = '', fraction = '', exponent = ''] = match;
  if (fraction.length < digitsKept - 1) return undefined;
  return (whole + fraction).padEnd(Number(exponent) + 1, '0');
}
