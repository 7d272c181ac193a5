import { describe, expect, it } from 'vitest';
import { errorCodes } from '#shared/contract/errors.ts';
import { errorLine, errorText, errorTexts } from '#shared/text/error-text.ts';

describe('error texts', () => {
  it('has what, why and next in Chinese for every code', () => {
    for (const code of errorCodes) {
      const text = errorTexts[code];
      for (const part of [text.what, text.why, text.next]) {
        expect(part, code).toMatch(/\p{Script=Han}|\{problem\}/u);
      }
    }
    expect(Object.keys(errorTexts).sort()).toEqual([...errorCodes].sort());
  });

  it('fills in the facts and never shows a brace', () => {
    expect(
      errorText({ code: 'file-too-large', params: { file: '甲.xlsx', size: 25, limit: 20 }, id: 'a1' }).why,
    ).toBe('文件有 25 MB，上限为 20 MB。');
    for (const code of errorCodes)
      expect(errorLine({ code, params: {}, id: 'a1' }), code).not.toMatch(/[{}]/);
  });
});
