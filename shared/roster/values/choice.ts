import { type FirmScale, firmScales } from '#shared/domain/firm.ts';
import type { Parsed, Remark } from '../issue.ts';
import { cleanText } from './text.ts';

/** A thing that cells can name in several spellings: a street, platform, chain or title of the pack. */
export type Named = { readonly id: string; readonly label: string; readonly aliases: readonly string[] };

/** Finds the thing a text names: exactly one of its spellings after normalising, never by likeness. */
export type NameFinder = (text: string) => string | undefined;

/** Makes a finder over all labels and aliases; a province or city before the name does not matter. */
export function createFinder(things: readonly Named[]): NameFinder {
  const byKey = new Map<string, string>();
  for (const { id, label, aliases } of things) {
    for (const spelling of [label, ...aliases]) byKey.set(choiceKey(spelling), id);
  }
  return (text) =>
    byKey.get(choiceKey(text)) ?? byKey.get(choiceKey(text).replace(/^(浙江省)?(杭州市)?/, ''));
}

/** Reads a cell that names one thing; other words leave the field empty and say so. */
export function parseChoice(text: string, find: NameFinder, what: string): Parsed<string> {
  const clean = cleanText(text);
  if (clean === null) return { value: null };
  const id = find(clean);
  return id === undefined ? { value: null, issue: unknownChoice(clean, what) } : { value: id };
}

/** The remark on a name that the district does not know. */
export function unknownChoice(text: string, what: string): Remark {
  return {
    code: 'choice-unknown',
    severity: 'info',
    message: `${what}“${text}”不在本区名录内，该栏不导入`,
    fix: `请改为本区的${what}名称`,
  };
}

function choiceKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{Cf}]/gu, '')
    .toUpperCase();
}

const scaleWords: Readonly<Record<string, FirmScale>> = {
  大: 'large',
  中: 'medium',
  小: 'small',
  微: 'micro',
};

/** 大型/中型/小型/微型, also as 大型企业, 小微企业's single classes or 小; other words are not a size and are said. */
export function parseScale(text: string): Parsed<FirmScale> {
  const clean = cleanText(text);
  if (clean === null) return { value: null };
  const word = /^(大|中|小|微)(型)?(企业)?$/.exec(clean.normalize('NFKC').replace(/\s/g, ''))?.[1];
  const scale = word === undefined ? firmScales.find((each) => each === clean) : scaleWords[word];
  return scale === undefined ? unreadable(clean, '请填大型、中型、小型或微型') : { value: scale };
}

const yesWords = new Set(['是', '√', '✓', '✔', '☑', 'y', 'yes', '1', '有', '规上', 'true', '对', '已认定']);
const noWords = new Set(['否', '×', '✗', '✘', 'x', 'n', 'no', '0', '不是', '规下', 'false', '非', '未认定']);

/** 是/否 in the usual spellings; other words are said, not guessed. */
export function parseYesNo(text: string): Parsed<boolean> {
  const written = text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  if (yesWords.has(written)) return { value: true };
  if (noWords.has(written)) return { value: false };
  const clean = cleanText(text);
  return clean === null ? { value: null } : unreadable(clean, '请填“是”或“否”');
}

function unreadable(text: string, fix: string): Parsed<never> {
  return {
    value: null,
    issue: { code: 'value-unreadable', severity: 'info', message: `“${text}”认不出，该栏不导入`, fix },
  };
}
