import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChineseNumber, parseQuantity } from '#shared/policy/quantity.ts';
import { roundingNames, scaleAmount } from '#shared/policy/rounding.ts';

describe('a figure as documents write it', () => {
  it.each([
    ['100万元', 'money', 100_000_000, '分'],
    ['20 万元', 'money', 20_000_000, '分'],
    ['1亿元', 'money', 10_000_000_000, '分'],
    ['1.5亿元', 'money', 15_000_000_000, '分'],
    ['0.01元', 'money', 1, '分'],
    ['2,000万元', 'money', 2_000_000_000, '分'],
    ['20%', 'rate', 200_000, 'ppm'],
    ['20％', 'rate', 200_000, 'ppm'],
    ['0.5%', 'rate', 5_000, 'ppm'],
    ['5‰', 'rate', 5_000, 'ppm'],
    ['千分之五', 'rate', 5_000, 'ppm'],
    ['百分之二十', 'rate', 200_000, 'ppm'],
    ['万分之十二', 'rate', 1_200, 'ppm'],
    ['500家', 'count', 500, '家'],
    ['3年', 'count', 3, '年'],
    ['5个工作日', undefined, undefined, undefined],
  ])('%s', (text, kind, value, unit) => {
    const expected = kind === undefined ? undefined : { kind, value, unit, text };
    expect(parseQuantity(text)).toEqual(expected);
  });

  it.each(['100', '', '万元', '-1元', '0.001元', '1.5家', '0.00001%', '约500家', '1e3元', '99999999999亿元'])(
    'refuses %s',
    (text) => {
      expect(parseQuantity(text)).toBeUndefined();
    },
  );

  it('loses nothing: any amount in 分 written in 元 comes back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 50 }), (fen) => {
        const text = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}元`;
        expect(parseQuantity(text)?.value).toBe(fen);
      }),
    );
  });
});

it('reads Chinese numbers up to ninety-nine', () => {
  expect(['一', '九', '十', '十二', '二十', '九十九'].map(parseChineseNumber)).toEqual([
    1, 9, 10, 12, 20, 99,
  ]);
  expect(['', '零', '百', '一二', '十十'].map(parseChineseNumber)).toEqual(Array(5).fill(undefined));
});

describe('rounding', () => {
  it.each([
    ['四舍五入到分', 333, 15, 100, 50],
    ['四舍五入到分', 5, 1, 10, 1],
    ['舍去到分', 333, 15, 100, 49],
    ['四舍五入到元', 14_999, 1, 100, 100],
    ['四舍五入到元', 15_000, 1, 100, 200],
    ['舍去到元', 19_999, 1, 100, 100],
  ] as const)('%s: %d × %d ÷ %d = %d 分', (name, amount, numerator, denominator, expected) => {
    expect(scaleAmount(amount, numerator, denominator, name)).toBe(expected);
  });

  it('is off by less than one unit, never negative and monotone, also for very large amounts', () => {
    const amount = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
    const ppm = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, ppm, fc.constantFrom(...roundingNames), (a, b, share, name) => {
        const [small, large] = [Math.min(a, b), Math.max(a, b)];
        const result = scaleAmount(large, share, 1_000_000, name);
        const unit = name.endsWith('元') ? 100n : 1n;
        const error = BigInt(result) * 1_000_000n - BigInt(large) * BigInt(share);
        expect(error < unit * 1_000_000n && error > -unit * 1_000_000n).toBe(true);
        expect(result).toBeGreaterThanOrEqual(scaleAmount(small, share, 1_000_000, name));
        expect(scaleAmount(small, share, 1_000_000, name)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
