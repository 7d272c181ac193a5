import { describe, expect, it } from 'vitest';
import { maskPhone } from '#shared/text/mask.ts';

describe('masking phone numbers', () => {
  it('hides the middle and keeps 未填 as it is', () => {
    expect(maskPhone('13800001234')).toBe('138****1234');
    expect(maskPhone('0571-88886666')).toBe('057******6666');
    expect(maskPhone('86123')).toBe('***23');
    expect(maskPhone(null)).toBeNull();
  });
});
