import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '#test/builders/core.ts';

let core: TestCore;
let firms: readonly number[];

beforeEach(async () => {
  core = await openTestCore({ pack: 'qiantang-2024' });
  firms = [await save('杭州甲有限公司'), await save('杭州乙有限公司'), await save('杭州丙有限公司')];
});
afterEach(() => core.close());

const save = async (name: string, id: number | null = null, scale: 'small' | 'medium' = 'small') =>
  (await core.ask('firms.save', { id, patch: { name, scale }, reason: '' })).id;
const nth = (index: number) => firms[index] ?? 0;
const officers = async () =>
  (await core.ask('services.list', { asOf: '2026-06-30' })).rows.map(
    ({ firm, officer }) => `${firm} ${officer}`,
  );
const assignAll = async () =>
  (
    await core.ask('services.assign', {
      firmIds: [...firms],
      officer: '张三',
      unit: null,
      from: '2026-06-01',
    })
  ).changeSetId ?? 0;

describe('history of a firm', () => {
  it('lists every change set that touched it, page by page, however many there are', async () => {
    for (let round = 0; round < 230; round += 1)
      await save('杭州甲有限公司', nth(0), round % 2 === 0 ? 'medium' : 'small');
    const first = await core.ask('firms.history', { id: nth(0), offset: 0, limit: 100 });
    const last = await core.ask('firms.history', { id: nth(0), offset: 200, limit: 100 });
    expect(first.total).toBe(231);
    expect(first.entries).toHaveLength(100);
    expect(last.entries).toHaveLength(31);
    expect(last.entries.at(-1)?.changeSet.kindLabel).toBe('新增企业');
    expect(first.entries.every(({ alone }) => !alone)).toBe(true);
  });
});

describe('撤销此项', () => {
  it('takes back what a change set did to one firm; the others keep it, and it can be undone itself', async () => {
    const changeSetId = await assignAll();
    const [entry] = (await core.ask('firms.history', { id: nth(1) })).entries;
    expect(entry).toMatchObject({ alone: true, changeSet: { id: changeSetId, changeCount: 3 } });
    expect(entry?.rows).toHaveLength(1);
    const undone = await core.ask('changes.undo', { id: changeSetId, firmId: nth(1), reason: '不归他' });
    expect(await officers()).toEqual(['杭州甲有限公司 张三', '杭州丙有限公司 张三']);
    const [newest] = (await core.ask('firms.history', { id: nth(1) })).entries;
    expect(newest?.changeSet).toMatchObject({ kindLabel: '撤销一家企业的改动', reason: '不归他' });
    expect((await core.ask('changes.get', { id: changeSetId })).changeSet.undoneById).toBeNull();

    await core.ask('changes.undo', { id: undone.changeSetId ?? 0, reason: '还是归他' });
    expect(await officers()).toHaveLength(3);
    expect(await core.ask('ledger.verify', {})).toMatchObject({ ok: true });
  });

  it('is refused when the row moved on since, twice, and for a firm the set did not touch', async () => {
    const changeSetId = await assignAll();
    await core.ask('services.assign', { firmIds: [nth(1)], officer: '李四', unit: null, from: '2026-06-10' });
    const part = (firmId: number) => ({ id: changeSetId, firmId, reason: '' });
    expect(await core.refused('changes.undo', part(nth(1)))).toMatchObject({ code: 'undo-moved-on' });
    await core.ask('changes.undo', part(nth(0)));
    expect(await core.refused('changes.undo', part(nth(0)))).toMatchObject({ code: 'undo-moved-on' });
    const other = await save('杭州丁有限公司');
    expect(await core.refused('changes.undo', part(other))).toMatchObject({ code: 'undo-nothing' });
  });

  it('is refused for rows that mean nothing without the rest: a merge is undone whole', async () => {
    const merged = await core.ask('duplicates.merge', {
      keepId: nth(0),
      goneId: nth(1),
      takeFields: [],
      takeYears: [],
      reason: '同一家',
    });
    const [entry] = (await core.ask('firms.history', { id: nth(0) })).entries;
    expect(entry).toMatchObject({ alone: false, changeSet: { id: merged.changeSetId } });
    expect(
      await core.refused('changes.undo', { id: merged.changeSetId ?? 0, firmId: nth(0), reason: '' }),
    ).toMatchObject({ code: 'undo-together' });
  });
});
