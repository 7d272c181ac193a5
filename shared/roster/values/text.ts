/** Signs that people put into a cell to say "nothing" (空值). */
const emptyWords = new Set([
  '',
  '/',
  '\\',
  '-',
  '--',
  '—',
  '——',
  '无',
  '暂无',
  '空',
  'n/a',
  'na',
  '#n/a',
  'null',
  '未填',
  '不详',
]);

/** A text without outer blanks and invisible signs; null when it only says "nothing". */
export function cleanText(text: string): string | null {
  const clean = text
    .replace(/[\p{Cf}\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return emptyWords.has(clean.normalize('NFKC').toLowerCase()) ? null : clean;
}

/** A company name: blanks and line breaks inside it are dropped, a remark such as (原名…) is not touched. */
export function cleanName(text: string): string | null {
  const clean = cleanText(text);
  return clean === null
    ? null
    : clean.replace(/(?<=[\p{Script=Han}()()])\s+|\s+(?=[\p{Script=Han}()()])/gu, '');
}

/** A phone number as text: a number cell's `13800001234.0` and inner blanks are mended. */
export function cleanPhone(text: string): string | null {
  const clean = cleanText(text.normalize('NFKC'));
  return clean === null ? null : clean.replace(/\.0$/, '').replace(/(?<=\d)\s+(?=\d)/g, '');
}
