import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '#test/builders/core.ts';

const asOf = '2026-06-30';
let core: TestCore;
let measureId: string;

beforeEach(async () => {
  core = await openTestCore({ pack: 'qiantang-2024' });
  await core.ask('demo.load', {});
  const { measures } = await core.ask('goals.get', { asOf });
  measureId = measures.find(({ label }) => label.includes('“小巨人”') && !label.includes('库'))?.id ?? '';
});
afterEach(() => core.close());

const split = () => core.ask('goals.split', { measureId, by: 'street', asOf });
const giving = async (share: (index: number) => number) =>
  (await split()).lines.flatMap(({ placeId }, index) =>
    placeId === null ? [] : [{ placeId, target: share(index) }],
  );

it('what the places have reached adds up to the measure; the split is kept, shown in words and taken back', async () => {
  const { measures } = await core.ask('goals.get', { asOf });
  const measure = measures.find(({ id }) => id === measureId);
  const before = await split();
  expect(before).toMatchObject({ target: 45, targetYear: 2026, split: false });
  expect(before.lines.reduce((sum, { progress }) => sum + progress, 0)).toBe(measure?.[measure.basis]);
  expect(before.lines.every(({ target, rank }) => target === null && rank === null)).toBe(true);

  const targets = await giving((index) => 7 + (index % 2));
  const saved = await core.ask('goals.setSplit', { measureId, by: 'street', asOf, targets });
  const after = await split();
  expect(after.split).toBe(true);
  for (const [index, line] of after.lines.entries())
    if (line.placeId !== null)
      expect(line).toMatchObject({
        target: 7 + (index % 2),
        gap: Math.max(0, 7 + (index % 2) - line.progress),
      });
  const { rows } = await core.ask('changes.get', { id: saved.changeSetId ?? 0 });
  expect(rows[0]?.fields[0]?.label).toMatch(/^目标分解：2026年.*小巨人.*（街道）$/);
  expect(rows[0]?.fields[0]?.after).toMatch(/^.+街道 7；.+街道 8/);
  expect((await core.ask('goals.split', { measureId, by: 'platform', asOf })).split).toBe(false);

  await core.ask('changes.undo', { id: saved.changeSetId ?? 0, reason: '' });
  expect((await split()).split).toBe(false);
});

it('is refused when the parts are less than the whole, twice the same place, or no place of the district', async () => {
  const set = (targets: readonly { placeId: string; target: number }[]) =>
    core.refused('goals.setSplit', { measureId, by: 'street', asOf, targets });
  expect(await set(await giving(() => 1))).toMatchObject({
    code: 'goal-refused',
    params: { problem: expect.stringMatching(/^分解合计 \d+ 家，比2026年全区目标 45 家少 \d+ 家$/) },
  });
  expect(await set([{ placeId: '没有', target: 100 }])).toMatchObject({ code: 'not-found' });
  expect(
    await set([
      { placeId: 'baiyang', target: 50 },
      { placeId: 'baiyang', target: 50 },
    ]),
  ).toMatchObject({ code: 'goal-refused' });
  expect((await split()).split).toBe(false);
});
