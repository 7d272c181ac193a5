import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changedFacts,
  type FirmPatch,
  fenOfWan,
  formValuesOf,
  isChanged,
  wanFieldText,
} from '#renderer/features/firms/form/form-values.ts';

const stored: FirmPatch = {
  code: '91330114MA2A0CFR9T',
  name: '杭州示例科技有限公司',
  streetId: 'baiyang',
  platformId: null,
  aboveScale: true,
  scale: 'small',
  registeredCapital: 1_234_500_00,
};

describe('企业表单', () => {
  it('an untouched form changes nothing, not even the phone number it never received', () => {
    const values = formValuesOf(stored);
    expect(changedFacts(values, { ...values })).toEqual({});
    expect(isChanged(values, { ...values })).toBe(false);
  });

  it('sends only what was changed, and 未填 for what was emptied', () => {
    const before = formValuesOf(stored);
    const after = {
      ...before,
      streetId: '',
      aboveScale: 'no',
      scale: 'medium',
      mainProduct: ' 传感器 ',
      registeredCapital: '1,500',
    } as const;
    expect(changedFacts(before, after)).toEqual({
      streetId: null,
      aboveScale: false,
      scale: 'medium',
      mainProduct: '传感器',
      registeredCapital: 1500_000_000,
    });
  });

  it('leaves an emptied name to the core, which refuses it', () => {
    const before = formValuesOf(stored);
    expect(changedFacts(before, { ...before, name: '' })).toEqual({ name: '' });
  });

  it('replaces a phone number only when typed anew, and clears it on 无', () => {
    const before = formValuesOf(stored);
    expect(changedFacts(before, { ...before, contactPhone: '13800000000' })).toEqual({
      contactPhone: '13800000000',
    });
    expect(changedFacts(before, { ...before, contactPhone: '无' })).toEqual({ contactPhone: null });
  });

  it('does not call added blanks a change', () => {
    const before = formValuesOf(stored);
    expect(isChanged(before, { ...before, name: `${before.name}  ` })).toBe(false);
  });

  it('reads 万元 exactly and refuses what is no amount', () => {
    expect(fenOfWan('300')).toBe(300_000_000);
    expect(fenOfWan('０.000001')).toBe(1);
    expect(fenOfWan('12,345.67')).toBe(12_345_670_000);
    for (const text of ['', '约500', '-3', '1.2345678', '1e5', '待定'])
      expect(fenOfWan(text)).toBeUndefined();
  });

  it('shows any amount so that reading it back gives the same 分', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 * 1_000_000 }), (fen) => {
        expect(fenOfWan(wanFieldText(fen))).toBe(fen);
      }),
    );
  });
});
