import { expect, it } from 'vitest';
import { splitLines } from '#shared/report/goal-split.ts';

const places = [
  { id: 'a', label: '白杨街道' },
  { id: 'b', label: '下沙街道' },
  { id: 'c', label: '河庄街道' },
  { id: 'd', label: '义蓬街道' },
];

it('each place has its target, what is missing and its rank by share; equal shares share a rank', () => {
  const targets = new Map([
    ['a', 10],
    ['b', 4],
    ['c', 0],
  ]);
  const reached = new Map<string | null, number>([
    ['a', 5],
    ['b', 2],
    ['d', 3],
  ]);
  const lines = splitLines(places, targets, reached, '未填街道');
  expect(lines.map(({ label, target, progress, gap, rank }) => [label, target, progress, gap, rank])).toEqual(
    [
      ['白杨街道', 10, 5, 5, 2],
      ['下沙街道', 4, 2, 2, 2],
      ['河庄街道', 0, 0, 0, 1],
      ['义蓬街道', null, 3, null, null],
    ],
  );
});

it('firms of no known place stand in a line of their own, and what is more than the target is no minus', () => {
  const reached = new Map<string | null, number>([
    ['a', 12],
    [null, 2],
  ]);
  const lines = splitLines(places.slice(0, 1), new Map([['a', 10]]), reached, '未填街道');
  expect(lines).toMatchObject([
    { placeId: 'a', gap: 0, rank: 1 },
    { placeId: null, label: '未填街道', target: null, progress: 2, rank: null },
  ]);
});
