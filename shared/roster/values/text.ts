/** Words and signs that people put into a cell to say "nothing" or "not known yet" (空值、待定). */
const emptyWords = new Set([
  '',
  '/',
  '//',
  '\\',
  '-',
  '--',
  '---',
  '—',
  '——',
  '–',
  '−',
  '一一',
  '.',
  '·',
  '*',
  '?',
  '无',
  '暂无',
  '没有',
  '空',
  '空白',
  '缺',
  '暂缺',
  'n/a',
  'na',
  'n.a.',
  '#n/a',
  'null',
  'none',
  'nan',
  'nat',
  '未填',
  '未知',
  '不详',
  '不适用',
  '待定',
  '待补',
  '待补充',
  '待填',
  '待确认',
  '待核实',
  '(空)',
  '(无)',
]);

/** The apostrophe that marks a text which would otherwise act as a formula, as our own csv and many programs write it. */
const formulaGuard = /^'(?=[=+\-@\t\r\n＝＋－＠])/u;

/** A text without outer blanks, invisible signs and the guard against formulas; null when it only says "nothing". */
export function cleanText(text: string): string | null {
  const clean = text
    .replace(formulaGuard, '')
    .replace(/[\p{Cf}\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return isEmptyWord(clean) ? null : clean;
}

function isEmptyWord(text: string): boolean {
  return text.length <= 6 && emptyWords.has(text.normalize('NFKC').trim().toLowerCase());
}

/** Whether a cell asks to erase what the ledger holds (清空): the one word that does. */
export function isClearWord(text: string): boolean {
  return text.length <= 8 && /^[[(【（]?清空[\])】）]?$/.test(text.normalize('NFKC').trim());
}
