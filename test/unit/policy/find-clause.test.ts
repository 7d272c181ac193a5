import { expect, it } from 'vitest';
import { findClause } from '#shared/policy/find-clause.ts';
import { loadPack } from '#shared/policy/packs/index.ts';

const qiantang = loadPack('qiantang-2024');
const binjiang = loadPack('binjiang-2023');

it.each(['qiantang-4-2', 'QIANTANG-4-2', '四2', '四.2', '四、2', ' 四 2 ', '4-2', '4.2', '第四部分第2条'])(
  '钱塘 四2 is found as %j',
  (text) => {
    expect(findClause(qiantang, text)?.id).toBe('qiantang-4-2');
  },
);

it.each(['binjiang-2-1', '二1', '二(一)1', '二（一）1', '二、(一)1', '2.1', '第二部分第1条'])(
  '滨江 二1 is found as %j',
  (text) => {
    expect(findClause(binjiang, text)?.id).toBe('binjiang-2-1');
  },
);

it.each(['', '2', '42', '四', '四二', '四9', '二1', '九.九.九', 'constructor'])(
  'nothing is found as %j',
  (text) => {
    expect(findClause(qiantang, text)).toBeUndefined();
  },
);

it('of several rules under one number the only one that pays is meant; of two that pay, none', () => {
  expect(findClause(binjiang, '二6')?.id).toBe('binjiang-2-6-pledge');
  expect(findClause(binjiang, '二12')?.id).toBe('binjiang-2-12-digital');
  expect(findClause(binjiang, '二3')).toBeUndefined();
});
