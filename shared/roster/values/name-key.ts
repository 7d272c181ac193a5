/**
 * Normal form of a company name (企业名称) for matching: full-width signs narrowed, brackets made alike, every kind
 * of blank and invisible sign dropped, upper case. Nothing else is touched: names match exactly in this form or not
 * at all, never by likeness (有限公司 and 有限责任公司 stay different).
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[〔〖【[]/g, '(')
    .replace(/[〕〗】\]]/g, ')')
    .replace(/[\s\p{Cf}\p{Cc}]/gu, '')
    .toUpperCase();
}
