import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256Hex } from '#shared/domain/sha256.ts';

const reference = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

it('agrees with the reference for texts of every length around a block', () => {
  for (let length = 0; length < 200; length += 1) {
    const text = '政'.repeat(length % 7) + 'a'.repeat(length);
    expect(sha256Hex(text)).toBe(reference(text));
  }
});

it('agrees with the reference for any text, signs outside the basic plane included', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(sha256Hex(text)).toBe(reference(text));
    }),
  );
});
