import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '#test/builders/core.ts';

let test: TestCore;
beforeEach(async () => {
  test = await openTestCore({ pack: 'binjiang-2023', today: '2024-06-30' });
});
afterEach(() => test.close());

const wan = 1_000_000;
const training = 'binjiang-2-9-training';

async function fund(year: number) {
  const { funds } = await test.ask('budgets.get', { year });
  const found = funds.find(({ id }) => id === training);
  if (found === undefined) throw new Error('滨江二9 sets aside a yearly sum');
  return found;
}

describe('文件写明的年度资金', () => {
  it('holds what was spent against the sum of the document, year by year, and undo takes it back', async () => {
    // 滨江 二9：每年安排500万元的专项培训经费。
    expect(await fund(2024)).toMatchObject({ amountFen: 500 * wan, atLeast: false, usedFen: 0, uses: [] });
    const use = {
      fund: training,
      on: '2024-03-05',
      amountFen: 30 * wan,
      purpose: '上市培训',
      document: null,
    };
    const { changeSetId } = await test.ask('funds.use', use);
    await test.ask('funds.use', { ...use, on: '2023-11-05', amountFen: 12 * wan });
    expect(await fund(2024)).toMatchObject({ usedFen: 30 * wan, uses: [{ purpose: '上市培训' }] });
    expect((await fund(2023)).usedFen).toBe(12 * wan);
    await test.ask('changes.undo', { id: changeSetId ?? 0, reason: '' });
    expect((await fund(2024)).usedFen).toBe(0);
    const [old] = (await fund(2023)).uses;
    await test.ask('funds.remove', { id: old?.id ?? 0 });
    expect((await fund(2023)).uses).toEqual([]);
  });

  it('refuses a day that has not come, an unknown sum and an unknown use', async () => {
    const use = { fund: training, on: '2024-07-01', amountFen: wan, purpose: '培训', document: null };
    expect((await test.refused('funds.use', use)).code).toBe('bad-request');
    expect((await test.refused('funds.use', { ...use, on: '2024-01-01', fund: 'x' })).code).toBe('not-found');
    expect((await test.refused('funds.use', { ...use, on: '2024-01-01', amountFen: 0 })).code).toBe(
      'bad-request',
    );
    expect((await test.refused('funds.remove', { id: 5 })).code).toBe('not-found');
  });
});
