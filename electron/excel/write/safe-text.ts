/** Longest text that a cell of a workbook holds. */
const longestText = 32_767;

/**
 * Signs at the start of a text that make a spreadsheet take it for a formula (OWASP ASVS 1.2.10), also in full width,
 * which Chinese editions read the same way.
 */
const formulaStart = /^[=+\-@\t\r\n\0＝＋－＠]/u;

/** Whether a spreadsheet could take this text for a formula. */
export function startsFormula(text: string): boolean {
  return formulaStart.test(text);
}

/** Signs that a workbook cannot hold: control signs but tab and line end, halves of signs, two that are none. */
const unfit = /(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/u;

/** A text that every spreadsheet can hold: line ends as one sign, nothing unfit, not too long. */
export function cellText(text: string): string {
  const whole = unfit.test(text) ? repaired(text) : text;
  return whole.length <= longestText ? whole : `${whole.slice(0, longestText - 1).replace(/\p{Cs}$/u, '')}…`;
}

function repaired(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(new RegExp(unfit, 'gu'), '');
}
