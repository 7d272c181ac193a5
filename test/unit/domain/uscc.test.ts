import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CodeVerdict, checkCode, makeCode, normaliseCode } from '#shared/domain/uscc.ts';

/** Codes of large companies as the public register shows them. */
const genuine = [
  ['91330000733796106P', '杭州海康威视'],
  ['914403001922038216', '华为技术'],
  ['91330100799655058B', '阿里巴巴（中国）有限公司'],
  ['9144030071526726XG', '深圳市腾讯计算机系统'],
  ['91110108551385082Q', '小米科技'],
  ['91330000727215176K', '浙江大华'],
  ['91440300192317458F', '比亚迪'],
  ['91350900587527783P', '宁德时代'],
  ['9152000071430580XT', '贵州茅台'],
  ['91330100716105852F', '阿里巴巴（中国）网络技术'],
] as const;

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A valid code of an invented firm anywhere. */
const invented = fc
  .tuple(
    fc.constantFrom('91', '92', '93', '12', '52'),
    fc.integer({ min: 110_000, max: 659_999 }),
    fc.nat(999_999),
  )
  .map(([prefix, area, serial]) => makeCode(prefix, String(area), serial));
const valid = fc.oneof(invented, fc.constantFrom(...genuine.map(([code]) => code)));

function replaceAt(code: string, place: number, sign: string): string {
  return code.slice(0, place) + sign + code.slice(place + 1);
}

describe('统一社会信用代码', () => {
  it.each(genuine)('%s (%s) is valid', (code) => {
    expect(checkCode(code)).toEqual({ state: 'valid', reasons: [] });
  });

  it.each(['91350203M0001FUE2P', '91350203M0001QKT19', '91350203M0001QAY9B'])(
    '%s was issued with a wrong check sign: suspicious, so that it can be kept',
    (code) => {
      expect(checkCode(code)).toEqual({ state: 'suspicious', reasons: ['outer-check'] });
    },
  );

  it.each(['362322198709086409', '430407199312020025'])('the ID-card number %s is not valid', (number) => {
    const { state, reasons } = checkCode(number);
    expect(state).toBe('suspicious');
    expect(reasons).toEqual(['prefix', 'inner-check']);
  });

  it.each<readonly [text: string, reason: CodeVerdict['reasons'][number]]>([
    ['', 'length'],
    ['330100000012345', 'length'],
    ['733796106', 'length'],
    ['91330000733796106', 'length'],
    ['91330000733796106PP', 'length'],
    ['9133000073379610O1', 'alphabet'],
    ['9133000073379610６P', 'alphabet'],
    ['9.14403E+17', 'precision'],
    ['9E+17', 'precision'],
  ])('“%s” is no code (%s)', (text, reason) => {
    expect(checkCode(text)).toEqual({ state: 'damaged', reasons: [reason] });
  });

  it.each(['914403001922038000', '914403001922038272'])(
    '%s, as a spreadsheet rounds it, is not valid',
    (code) => {
      expect(checkCode(code).state).not.toBe('valid');
    },
  );

  it('finds any single wrong sign', () => {
    fc.assert(
      fc.property(valid, fc.nat(17), fc.constantFrom(...alphabet), (code, place, sign) => {
        fc.pre(code[place] !== sign);
        expect(checkCode(replaceAt(code, place, sign)).state).not.toBe('valid');
      }),
      { numRuns: 5000 },
    );
  });

  // The first and the last sign count alike in the standard's sum, so that only the prefix can tell this one pair.
  it('finds any two different signs in each other’s place', () => {
    fc.assert(
      fc.property(valid, fc.nat(17), fc.nat(17), (code, first, second) => {
        const [one, other] = [code.charAt(first), code.charAt(second)];
        fc.pre(one !== other && Math.abs(first - second) < 17);
        const swapped = replaceAt(replaceAt(code, first, other), second, one);
        expect(checkCode(swapped).state).not.toBe('valid');
      }),
      { numRuns: 5000 },
    );
  });

  it('never throws, and judges the written form alike however it was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(normaliseCode(normaliseCode(text))).toBe(normaliseCode(text));
        checkCode(normaliseCode(text));
      }),
    );
    for (const typed of [
      '91330000733796106p',
      '９１３３００００７３３７９６１０６Ｐ',
      ' 9133 0000 7337 9610 6P ',
      "'91330000733796106P",
      '\u200b91330000733796106P\u00a0\t',
      '91330000733796106P。',
    ]) {
      expect(normaliseCode(typed), JSON.stringify(typed)).toBe('91330000733796106P');
    }
  });

  it('makes valid codes, a different one for each number', () => {
    const codes = Array.from({ length: 2000 }, (_, serial) => makeCode('91', '330114', serial));
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => checkCode(code).state !== 'valid')).toEqual([]);
  });
});
