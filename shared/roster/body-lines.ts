import type { Cell, SheetRow } from './grid.ts';
import { isKnownHeader } from './match-headers.ts';

/** What a line below a header is: a row of data, a line that speaks of the rows below it (分组标题), or nothing of use. */
export type BodyLine =
  | { readonly is: 'data' }
  | { readonly is: 'section'; readonly text: string }
  | { readonly is: 'skipped'; readonly reason: string };

const data: BodyLine = { is: 'data' };
/** Cells looked at for the word 合计. */
const totalWithin = 4;
/** A line of one cell that is longer than any name of a firm is a note. */
const longestName = 40;

/**
 * Tells data from totals, notes, signatures, samples, repeated headers and group titles.
 * @param nameColumn column of the firm's name; a cell alone there can be a name
 */
export function readBodyLine(row: SheetRow, nameColumn: number | undefined): BodyLine {
  const filled = row.cells.filter((cell) => cell.text.trim() !== '');
  const first = filled[0];
  if (first === undefined) return skipped('空行');
  const own = filled.filter((cell) => cell.fromMerge === undefined);
  const start = squeeze(first.text);
  if (filled.slice(0, totalWithin).some((cell) => isTotal(squeeze(cell.text)))) return skipped('合计行');
  if (isSample(filled)) return skipped('示例行');
  if (isColumnNumbers(own)) return skipped('栏号行');
  if (isRepeatedHeader(filled)) return skipped('重复的表头');
  if (isSignature(own, start)) return skipped('注释或签字');
  if (own.length <= 1) return loneLine(own[0] ?? first, filled.length > 2, nameColumn);
  return data;
}

function skipped(reason: string): BodyLine {
  return { is: 'skipped', reason };
}

function squeeze(text: string): string {
  return text
    .slice(0, 120)
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '');
}

function isTotal(text: string): boolean {
  return (
    text.length <= 40 &&
    /^(?:[(（]?[一二三四五六七八九十\d]{0,2}[)）、.]?)(?:本页|本表|全区|全市|全街道|.{0,8}(?:街道|镇|乡|平台|园区|区|市))?(?:小计|合计|总计|共计|累计|总数)(?:[(:,家户个].*|\d.*)?$/u.test(
      text,
    )
  );
}

/** The line that shows how to fill in: its first cell, or the one before the name, says 示例. */
function isSample(filled: readonly Cell[]): boolean {
  return filled
    .slice(0, 2)
    .some((cell) =>
      /^[([【]?(?:示例|样例|填写示例|填报示例|举例|例)[)\]】]?(?::.*)?$/u.test(squeeze(cell.text)),
    );
}

/** 甲 乙 1 2 3 … below a header. */
function isColumnNumbers(own: readonly Cell[]): boolean {
  if (own.length < 3) return false;
  let previous = 0;
  return own.every((cell) => {
    const text = squeeze(cell.text).replace(/[()（）]/g, '');
    if (/^[甲乙丙丁戊]$/.test(text)) return true;
    const number = /^\d{1,2}(?:=.*)?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN;
    const ascends = number === previous + 1 || (previous === 0 && number <= 3);
    previous = number;
    return ascends;
  });
}

function isRepeatedHeader(filled: readonly Cell[]): boolean {
  if (filled.some((cell) => cell.kind !== 'text')) return false;
  const known = filled.filter((cell) => cell.text.length <= 20 && isKnownHeader(cell.text)).length;
  return known >= 2 && known * 2 > filled.length;
}

const signatureWords =
  '注|备注|说明|填表说明|填报说明|填写说明|附注|附|附件|填表人?|填报人?|填表日期|填报日期|填报时间|填表时间|填报单位|制表人?|制表单位|制表日期|审核人?|审核日期|复核人|审批人?|签发人?|' +
  '负责人|分管领导|主管领导|单位负责人|主要负责人|经办人|联系人|联系电话|联系方式|电话|单位[(]?(?:盖章|公章)[)]?|[(]?(?:盖章|公章|签字|签章|签名)[)]?|日期|统计人|统计日期|统计时间|数据来源|资料来源|来源|报送单位|报送人|报送日期';
const signature = new RegExp(`^[*※]?(?:${signatureWords})\\d*(?:[(][^)]*[)])?:`, 'u');
const signatureAlone = new RegExp(`^[(]?(?:${signatureWords})[)]?$`, 'u');
const dateAlone =
  /^(?:20\d{2}|二〇[〇一二三四五六七八九]{2})?年?[\d一二三四五六七八九十]{0,3}月[\d一二三四五六七八九十]{0,3}日?$/u;

/** 填表人：… 审核人：… 日期：… : most of its cells are such words or what follows them, and it is no full row. */
function isSignature(own: readonly Cell[], start: string): boolean {
  if (own.length > 8) return false;
  if (signature.test(start)) return own.length <= 6 || countSigns(own) >= 2;
  if (dateAlone.test(start) || /^\d{4}[-./]\d{1,2}[-./]\d{1,2}$/.test(start)) return own.length === 1;
  if (own.length > 1 && countSigns(own) >= 2) return true;
  return own.length <= 4 && signatureAlone.test(start) && !/^(?:附|附件|来源|电话|日期)$/.test(start);
}

function countSigns(own: readonly Cell[]): number {
  return own.filter((cell) => cell.text.length <= 60 && signature.test(squeeze(cell.text))).length;
}

/** A line of one value: a group title, a note, or (in the name column) a firm with nothing else known. */
function loneLine(cell: Cell, spreads: boolean, nameColumn: number | undefined): BodyLine {
  const text = squeeze(cell.text);
  if (cell.kind !== 'text') return skipped('只有序号或数字的行');
  if (isGroupTitle(text) || isPlace(text)) return { is: 'section', text };
  if (spreads && !(cell.column === nameColumn && isFirmName(text))) {
    return text.length > longestName ? skipped('注释或签字') : { is: 'section', text };
  }
  if (cell.column === nameColumn)
    return text.length > longestName && !isFirmName(text) ? skipped('注释或签字') : data;
  if (isFirmName(text)) return data;
  return text.length > longestName ? skipped('注释或签字') : { is: 'section', text };
}

function isGroupTitle(text: string): boolean {
  return (
    (/^[(（]?[一二三四五六七八九十]{1,3}[)）、.．]/u.test(text) && !/(?:公司|厂)$/u.test(text)) ||
    /[(（]?共?计?\d+[家户个][)）]?[:：]?$/u.test(text) ||
    /名单[:：]?$/u.test(text)
  );
}

/** A place alone (钱塘区, 杭州市, 下沙街道), also with a mark or a count: the firms of that place stand below it. */
function isPlace(text: string): boolean {
  return /^[\p{Script=Han}]{1,9}(?:省|市|区|县|街道|镇|乡|开发区|管委会|平台|自治区|自治州|兵团)[:：]?$/u.test(
    text,
  );
}

function isFirmName(text: string): boolean {
  return /(?:公司|厂|集团|中心|合作社|研究院|研究所|[(（](?:有限合伙|普通合伙)[)）])(?:[(（].*[)）])?$/u.test(
    text,
  );
}
