import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountText, wanText, yuanText } from '#shared/domain/money.ts';

describe('money in words', () => {
  it('prints 万元 with two decimals and separators', () => {
    expect(wanText(20_000_000)).toBe('20.00');
    expect(wanText(123_456_789_000)).toBe('123,456.79');
    expect(wanText(-500_000)).toBe('-0.50');
    expect(wanText(null)).toBe('—');
  });

  it('chooses the largest unit that stays short and exact', () => {
    expect(amountText(100_000_000)).toBe('100万元');
    expect(amountText(10_000_000_000)).toBe('1亿元');
    expect(amountText(15_000_000_000)).toBe('1.5亿元');
    expect(amountText(12_345)).toBe('123.45元');
    expect(amountText(0)).toBe('0元');
    expect(amountText(100_000_000_000)).toBe('10亿元');
    expect(amountText(1_000_000_000)).toBe('1,000万元');
  });

  it('never loses a 分 in full 元', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (fen) => {
        const digits = yuanText(fen).replace(/[,.]/g, '');
        expect(Number(digits)).toBe(fen);
      }),
    );
  });
});
