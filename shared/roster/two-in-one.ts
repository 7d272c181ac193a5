import type { RosterField } from './fields.ts';
import type { Cell } from './grid.ts';
import type { Remark } from './issue.ts';

/** The two fields that one column states together, in the order of the pair: 联系人 and 联系电话, or 企业名称 and its code. */
export type FieldPair = readonly ['contactName', 'contactPhone'] | readonly ['name', 'code'];

const pairs: readonly FieldPair[] = [
  ['contactName', 'contactPhone'],
  ['name', 'code'],
];
/** What parts two words of a header: 联系人及电话, 联系人/电话, 企业名称（统一社会信用代码）. */
const between = /[/、,，;；&+\n\r|]|以及|[及和与或]|[(（【[]/gu;

/** The words on both sides of every mark in a header that may part two fields. */
export function halvesOf(header: string): readonly (readonly [string, string])[] {
  const text = header.trim().replace(/[)）】\]]$/u, '');
  return [...text.matchAll(between)].flatMap((mark): (readonly [string, string])[] => {
    const [first, second] = [text.slice(0, mark.index), text.slice(mark.index + mark[0].length)];
    return first.trim() === '' || second.trim() === '' ? [] : [[first, second]];
  });
}

/** The pair that two fields make, whichever comes first. */
export function pairOf(first: RosterField, second: RosterField): FieldPair | undefined {
  return pairs.find((pair) => pair.every((field) => field === first || field === second) && first !== second);
}

/** A cell taken apart: one text for each field of the pair, `null` where it states nothing; nothing when it cannot be told. */
type Halves = readonly [string | null, string | null] | undefined;

/** The part of a cell that belongs to one field of the pair; `null` when it holds none, nothing when it cannot be told apart. */
export function partOf(cell: Cell, field: RosterField, pair: FieldPair): Cell | null | undefined {
  const halves = pair[0] === 'name' ? nameAndCode(cell) : personAndPhone(cell.text);
  if (halves === undefined) return undefined;
  const text = field === pair[0] ? halves[0] : halves[1];
  return text === null ? null : { ...cell, kind: 'text', text, number: null };
}

const phone =
  /(?:\+?86[-\s]?)?1\d{2}[-\s]?\d{4}[-\s]?\d{4}(?!\d)|0\d{2,3}[-\s]?\d{7,8}(?:-\d{1,6})?(?!\d)|(?<!\d)\d{7,8}(?!\d)/g;

/** One person and one number or several of them; several persons with a number each cannot be told apart. */
function personAndPhone(text: string): Halves {
  const narrow = text.normalize('NFKC');
  const numbers = narrow.match(phone) ?? [];
  const rest = narrow
    .replace(phone, '\n')
    .split(/[\s/、,;|:()[\]]+/u)
    .filter((word) => word !== '' && !/^(?:联系人|联系电话|电话|手机|手机号|座机)$/u.test(word));
  if (/\d/.test(rest.join('')) || rest.length > 1) return undefined;
  const [person = null] = rest;
  return [person, numbers.length === 0 ? null : numbers.join('、')];
}

const wholeCode = /(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])/giu;

/** A name and the one code beside it; without a code all of it is the name. Figures that are no code cannot be told apart. */
function nameAndCode({ text, kind }: Cell): Halves {
  if (kind !== 'text') return undefined;
  const narrow = text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (sign) => sign.normalize('NFKC'));
  const codes = narrow.match(wholeCode) ?? [];
  const [code = null, second] = codes;
  if (second !== undefined) return undefined;
  const name = narrow
    .replace(wholeCode, ' ')
    .replace(/(?:统一社会)?信用代码\s*[:：]?/u, ' ')
    .replace(/[(（【[]\s*[)）】\]]/u, ' ')
    .replace(/^[\s/、,，;；|:：]+|[\s/、,，;；|:：]+$/gu, '');
  if (/[0-9A-Z]{10,}/i.test(name)) return undefined;
  return [name === '' ? null : name, code];
}

/** Said where a cell was taken apart. */
export function cellSplit(header: string, labels: string): Remark {
  const message = `“${header}”一格写了两项，已分为${labels}`;
  return { code: 'cell-split', severity: 'info', message, fix: null };
}

/** Asked where a cell that should hold two things cannot be taken apart. */
export function cellUnsplit(header: string, labels: string): Remark {
  return {
    code: 'cell-unsplit',
    severity: 'warning',
    message: `“${header}”一格里分不清${labels}，确认后这两项留空`,
    fix: `请改成一格一项；或在这里只写一项`,
  };
}
