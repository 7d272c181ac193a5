import { cleanText } from './text.ts';

/** A company name as a cell gives it: the name, and the former one when the cell adds it in brackets. */
export type ReadName = { readonly name: string | null; readonly formerName: string | null };

const inner = '[^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*';
const formerRemark = new RegExp(
  `[(（](?:原企业名称|原单位名称|原公司名称|企业原名称?|原名称?|曾用名称?|更名前(?:企业)?(?:名称?)?|变更前(?:企业)?(?:名称?)?|认定时(?:企业)?名称?|旧名|原|由)[:：为系]?(${inner})[)）]$`,
  'u',
);
const currentRemark = new RegExp(
  `[(（](?:\\d{4}年(?:\\d{1,2}月)?)?(?:现企业名称|现名称?|现更名为|已更名为|现变更为|变更为|更名为|更名后|变更后|现)(?:名称)?[:：为系]?(${inner})[)）]$`,
  'u',
);
/** 原名… behind the name without brackets. */
const openRemark =
  /(?<=公司|厂|[)）])[,，;；]?(?:原企业名称|原名称?|曾用名称?|更名前(?:名称)?)[:：为系]?([^()（）]{4,60})$/u;
/** Endings of names of organisations, by which a remark 原… or 现… without a colon is told from other remarks. */
const organisation = /(?:公司|厂|集团|中心|社|院|所|店|部|企业|合伙\)?|有限合伙[)）])$/u;

/**
 * A company name: line breaks, blanks beside Chinese signs, list numbers before it and marks behind it are dropped,
 * a remark （原…） or （现名…） is taken apart. Text without a letter is no name.
 */
export function readName(text: string): ReadName {
  const bare = bareName(text);
  if (bare === null) return { name: null, formerName: null };
  const former = formerRemark.exec(bare) ?? openRemark.exec(bare);
  const formerName = former === null ? undefined : firstFormer(former[1] ?? '');
  if (former !== null && formerName != null && organisation.test(formerName)) {
    return { name: bareName(bare.slice(0, former.index)), formerName };
  }
  const current = currentRemark.exec(bare);
  const currentName = current === null ? undefined : bareName(current[1] ?? '');
  if (current !== null && currentName != null && organisation.test(currentName)) {
    return { name: currentName, formerName: bareName(bare.slice(0, current.index)) };
  }
  return { name: bare, formerName: null };
}

/** The former name in a remark: the first of several, without 更名 behind it. */
function firstFormer(text: string): string | null {
  const first = text.split(/[、,，;；]/u).find((part) => organisation.test(part)) ?? text;
  return bareName(first.replace(/(?:更名|变更|改名)(?:而来)?$/u, ''));
}

function bareName(text: string): string | null {
  const clean = cleanText(text);
  if (clean === null) return null;
  const name = clean
    .replace(/(?<=[\p{Script=Han}()（）])\s+|\s+(?=[\p{Script=Han}()（）])/gu, '')
    .replace(/^[(（]?\d{1,4}(?:[、．）)]|[.](?!\d))\s*(?=\p{Script=Han})/u, '')
    .replace(/[*＊★☆※#△▲●○，,。；;、]+$/u, '')
    .replace(/^[*＊★☆※#△▲●○]+/u, '');
  return /\p{L}/u.test(name) ? name : null;
}
