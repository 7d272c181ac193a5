import { cleanText } from './text.ts';

const separator = '、';
const number = /1\d{10}(?!\d)|0\d{2,3}-?\d{7,8}(?:-\d{1,6})?(?!\d)|(?<!\d)\d{7,8}(?:-\d{1,6})?(?!\d)/g;

/**
 * Phone numbers as text. A number cell's `13800001234.0`, +86, blanks inside a number and full-width digits are
 * mended; several numbers in one cell are kept, parted by “、”. What is no known form of a number stays as written.
 */
export function cleanPhone(text: string): string | null {
  const clean = cleanText(text.normalize('NFKC'));
  if (clean === null) return null;
  const narrow = clean.replace(/\.0+$/, '').replace(/[‐‑–—−]/g, '-');
  const parts = narrow
    .split(/[、,;/|]|\s(?=1\d{10}\b)|\s(?=0\d{2,3}[-\s]?\d{7})/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.map(onePhone).join(separator);
}

function onePhone(part: string): string {
  const digits = part.replace(/[\s()]/g, '').replace(/^(?:\+|00)?86-?(?=1\d{10}$|0?\d{9,12}$)/, '');
  const mobile = /^1\d{2}-?\d{4}-?\d{4}$/.test(digits) ? digits.replace(/-/g, '') : digits;
  const found = mobile.match(number);
  if (found === null) return part;
  return found.join('') === mobile ? found.join(separator) : part.replace(/(?<=\d)\s+(?=\d)/g, '');
}
