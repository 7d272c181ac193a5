import { pinyin } from 'pinyin-pro';

/** Readings of one character, without tones. */
const readings = new Map<string, readonly string[]>();

/** Places and surnames whose usual reading is not the dictionary's first. */
const fixedReadings: readonly (readonly [word: string, syllables: readonly string[]])[] = [
  ['乐清', ['yue', 'qing']],
  ['厦门', ['xia', 'men']],
  ['重庆', ['chong', 'qing']],
  ['长河', ['chang', 'he']],
  ['长兴', ['chang', 'xing']],
  ['台州', ['tai', 'zhou']],
  ['丽水', ['li', 'shui']],
  ['嵊州', ['sheng', 'zhou']],
  ['单县', ['shan', 'xian']],
];

/** Parts of a company name that nobody types when searching. */
const endings = /(?:有限责任公司|股份有限公司|有限公司|\(有限合伙\)|公司|厂)$/u;

/** Characters whose second reading also makes an initial; further ones would match too loosely. */
const alternativesWithin = 8;

/** Full pinyin of a name without tones, for sorting; other signs stay, in lower case. */
export function pinyinOf(name: string): string {
  return syllablesOf(name)
    .map((alternatives) => alternatives[0] ?? '')
    .join(' ');
}

/**
 * Initials by which a name is found (拼音首字母): the usual one and, when one of the first characters has a second
 * reading, the variant with it. `杭州云帆科技有限公司` gives `hzyfkj`.
 */
export function initialsOf(name: string): readonly string[] {
  const syllables = syllablesOf(name.replace(endings, ''));
  const usual = syllables.map((alternatives) => (alternatives[0] ?? '').slice(0, 1)).join('');
  const found = new Set([usual]);
  for (const [index, alternatives] of syllables.slice(0, alternativesWithin).entries()) {
    for (const other of alternatives.slice(1, 2)) {
      found.add(usual.slice(0, index) + other.slice(0, 1) + usual.slice(index + 1));
    }
  }
  return [...found];
}

function syllablesOf(text: string): readonly (readonly string[])[] {
  const signs = [...text];
  const syllables = signs.map(readingsOf);
  for (const [word, fixed] of fixedReadings) {
    const at = signs.join('').indexOf(word);
    if (at < 0) continue;
    // Names stay within the basic plane here, so positions of signs and of code units agree.
    for (const [offset, syllable] of fixed.entries()) syllables[at + offset] = [syllable];
  }
  return syllables;
}

function readingsOf(sign: string): readonly string[] {
  let known = readings.get(sign);
  if (known === undefined) {
    known = /\p{Script=Han}/u.test(sign)
      ? [...new Set(pinyin(sign, { toneType: 'none', multiple: true, type: 'array' }))]
      : [sign.toLowerCase()];
    readings.set(sign, known);
  }
  return known;
}
