import type { NumberMeaning } from './cell-values.ts';
import type { XmlScan } from './xml-scan.ts';

/** Formats that every program knows by number: days, and times without a day. 27 to 36 and 50 to 58 are the Chinese ones. */
const builtInDays = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const builtInShares = new Set([9, 10]);
const builtInTimes = new Set([18, 19, 20, 21, 32, 33, 34, 35, 55, 56]);

/** What each cell style of a workbook makes of a number, by the style's index. */
export function readStyles(scan: XmlScan): readonly NumberMeaning[] {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCellFormats = false;
  for (let found = scan.next(); found !== 'end'; found = scan.next()) {
    if (found === 'close') {
      if (scan.name === 'cellXfs') inCellFormats = false;
    } else if (scan.name === 'dxfs') scan.skip();
    else if (scan.name === 'numFmt') {
      codes.set(Number(scan.attribute('numFmtId')), scan.attribute('formatCode') ?? '');
    } else if (scan.name === 'cellXfs') inCellFormats = !scan.closesItself;
    else if (scan.name === 'xf' && inCellFormats) {
      formats.push(Number(scan.attribute('numFmtId') ?? 0));
    }
  }
  const meanings = new Map([...new Set(formats)].map((id) => [id, meaningOf(id, codes.get(id))]));
  return formats.map((id) => meanings.get(id) ?? 'plain');
}

function meaningOf(id: number, code: string | undefined): NumberMeaning {
  if (code !== undefined) return meaningOfCode(code);
  if (builtInDays.has(id)) return 'day';
  if (builtInShares.has(id)) return 'percent';
  return builtInTimes.has(id) ? 'time' : 'plain';
}

/** Reads a format such as `yyyy"年"m"月"`: what stands in quotes, brackets or behind a backslash is no sign of a date. */
export function meaningOfCode(code: string): NumberMeaning {
  const first = code.split(';')[0] ?? '';
  const bare = first
    .replace(/"[^"]*"/g, '')
    .replace(/\[[^\]]*\]/g, (part) => (/^\[(?:h+|m+|s+)\]$/i.test(part) ? 'E' : ''))
    .replace(/\\.|_.|\*./g, '')
    .replace(/general|G\/通用格式/gi, '');
  if (bare.includes('%')) return 'percent';
  // A length of time such as [h]:mm counts hours and is a number to us.
  if (bare.includes('E') || /[0#?]/.test(bare)) return /[yd]/i.test(bare) ? 'day' : 'plain';
  // An m beside hours or seconds is minutes, any other is a month.
  const withoutMinutes = bare
    .replace(/am\/pm|a\/p|上午\/下午/gi, '')
    .replace(/(h+[^a-z]*)m+/gi, '$1')
    .replace(/m+([^a-z]*s)/gi, '$1');
  if (/[ymd]/i.test(withoutMinutes)) return 'day';
  return /[hs]/i.test(withoutMinutes) ? 'time' : 'plain';
}
