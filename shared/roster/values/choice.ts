import { type FirmScale, firmScales } from '#shared/domain/firm.ts';
import type { Parsed } from '../issue.ts';
import { cleanText } from './text.ts';

/** A thing that cells can name in several spellings: a street, platform, chain or title of the pack. */
export type Named = { readonly id: string; readonly label: string; readonly aliases: readonly string[] };

/** Finds the thing a cell names: exactly one of its spellings after normalising, never by likeness. */
export function createChoice(things: readonly Named[], what: string): (text: string) => Parsed<string> {
  const byKey = new Map<string, string>();
  for (const { id, label, aliases } of things) {
    for (const spelling of [label, ...aliases]) byKey.set(choiceKey(spelling), id);
  }
  return (text) => {
    const clean = cleanText(text);
    if (clean === null) return { value: null };
    const id = byKey.get(choiceKey(clean));
    if (id !== undefined) return { value: id };
    return {
      value: null,
      issue: {
        code: 'choice-unknown',
        severity: 'info',
        message: `${what}“${clean}”不在本区名录内，该栏不导入`,
        fix: `请改为本区的${what}名称`,
      },
    };
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

/** 大型/中型/小型/微型, also as 大型企业 or 小; other words are not a size. */
export function parseScale(text: string): FirmScale | null {
  const word = /^(大|中|小|微)(型)?(企业)?$/.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[1];
  const scale = word === undefined ? undefined : scaleWords[word];
  return scale ?? firmScales.find((each) => each === text) ?? null;
}

/** 是/否 in the usual spellings; null when neither. */
export function parseYesNo(text: string): boolean | null {
  const word = text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  if (['是', '√', 'y', 'yes', '1', '有', '规上', 'true'].includes(word)) return true;
  if (['否', '×', 'x', 'n', 'no', '0', '不是', '规下', 'false'].includes(word)) return false;
  return null;
}
