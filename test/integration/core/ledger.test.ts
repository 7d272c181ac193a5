import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '#test/builders/core.ts';

let test: TestCore;
beforeEach(async () => {
  test = await openTestCore({ pack: 'qiantang-2024' });
});
afterEach(() => test.close());

describe('first start', () => {
  it('knows no ledger, offers the districts, and never makes a file by itself', async () => {
    const fresh = await openTestCore();
    const state = await fresh.ask('ledger.state', {});
    expect(state.state === 'none' && state.packs.map(({ id }) => id)).toEqual([
      'binjiang-2023',
      'qiantang-2024',
    ]);
    expect((await fresh.refused('firms.search', { filter: { asOf: '2026-06-30' } })).code).toBe('no-ledger');
    expect(existsSync(fresh.databasePath)).toBe(false);
    fresh.close();
  });

  it('refuses to create a ledger over an existing file, and an unknown district', async () => {
    expect((await test.refused('ledger.create', { packId: 'binjiang-2023' })).code).toBe('ledger-exists');
    const fresh = await openTestCore();
    expect((await fresh.refused('ledger.create', { packId: 'nowhere' })).code).toBe('unknown-pack');
    expect(existsSync(fresh.databasePath)).toBe(false);
    fresh.close();
  });

  it('opens the same ledger after a restart', async () => {
    await test.ask('demo.load', {});
    test.restart();
    const state = await test.ask('ledger.state', {});
    expect(state.state === 'open' && state.district).toMatchObject({
      packId: 'qiantang-2024',
      firmCount: 120,
      sampleCount: 120,
    });
  });
});

describe('sample data', () => {
  it('is marked, has valid codes, and goes in one call without a trace in the figures', async () => {
    await test.ask('demo.load', {});
    const page = await test.ask('firms.search', { filter: { asOf: '2026-06-30' }, limit: 500 });
    expect(page.total).toBe(120);
    expect(
      page.rows.every((row) => row.sample && row.codeState === 'valid' && row.name.startsWith('示例')),
    ).toBe(true);
    expect(new Set(page.rows.map((row) => row.code)).size).toBe(120);
    expect((await test.refused('demo.load', {})).code).toBe('demo-present');

    const removed = await test.ask('demo.remove', {});
    expect(removed.firms).toBe(120);
    expect((await test.ask('firms.search', { filter: { asOf: '2026-06-30' } })).total).toBe(0);
    const goals = await test.ask('goals.get', { asOf: '2026-06-30' });
    expect(goals.measures.every((measure) => measure.stock + measure.cumulative === 0)).toBe(true);
    expect((await test.ask('ledger.verify', {})).ok).toBe(true);
  });

  it('can be removed after claims were opened on it', async () => {
    await test.ask('demo.load', {});
    const { items } = await test.ask('awards.list', { year: 2024, withRefused: false });
    const grounds = items.map(({ firmId, clause, groundKey }) => ({ firmId, clause, groundKey }));
    const opened = await test.ask('claims.open', { grounds, on: '2024-12-30', person: '测试员' });
    expect(opened.ids.length).toBeGreaterThan(0);
    expect((await test.ask('demo.remove', {})).firms).toBe(120);
    expect((await test.ask('ledger.verify', {})).problems).toEqual([]);
  });
});

describe('editing a firm', () => {
  const asOf = '2026-06-30';

  it('adds, finds by name, code tail and pinyin initials, renames and keeps the former name', async () => {
    const { id } = await test.ask('firms.save', {
      id: null,
      patch: {
        name: '杭州云帆精密机械有限公司',
        code: '91330100799655058B',
        streetId: 'baiyang',
        contactPhone: '13800001234',
      },
      reason: '走访登记',
    });
    await test.ask('firms.save', { id, patch: { name: '杭州云帆智能装备有限公司' }, reason: '更名' });
    for (const text of [
      '云帆',
      '精密机械',
      '5058b',
      'hzyfzn',
      'hzyfjm',
      'yunfan',
      'hangzhouyun',
      '云帆 智能',
    ]) {
      const page = await test.ask('firms.search', { filter: { text, asOf } });
      expect(
        page.rows.map((row) => row.id),
        text,
      ).toEqual([id]);
    }
    for (const text of ['100%', '_', '不存在', 'fanyun']) {
      expect((await test.ask('firms.search', { filter: { text, asOf } })).total, text).toBe(0);
    }
    const detail = await test.ask('firms.get', { id, asOf });
    expect(detail.formerNames.map(({ name }) => name)).toEqual(['杭州云帆精密机械有限公司']);
    expect(detail.row.contactPhone).toBe('138****1234');
    expect(JSON.stringify(detail)).not.toContain('13800001234');
  });

  it('asks before keeping a code whose check sign is wrong, and refuses what is no code or is taken', async () => {
    const save = (patch: object, acceptSuspiciousCode = false) => ({
      id: null,
      patch,
      acceptSuspiciousCode,
      reason: '',
    });
    const suspicious = { name: '甲公司', code: '91350203M0001FUE2P' };
    expect((await test.refused('firms.save', save(suspicious))).code).toBe('firm-code-invalid');
    await test.ask('firms.save', { id: null, patch: suspicious, acceptSuspiciousCode: true, reason: '' });
    expect((await test.refused('firms.save', save({ name: '乙公司', code: '9135020300' }))).code).toBe(
      'firm-code-invalid',
    );
    expect((await test.refused('firms.save', save(suspicious, true))).code).toBe('firm-code-taken');
    expect((await test.refused('firms.save', save({ name: '  ' }))).code).toBe('firm-name-missing');
  });

  it('undoes one edit, and refuses when the row has moved on, naming it', async () => {
    const { id } = await test.ask('firms.save', { id: null, patch: { name: '丙公司' }, reason: '' });
    const first = await test.ask('firms.save', { id, patch: { remark: '一' }, reason: '' });
    const second = await test.ask('firms.save', { id, patch: { remark: '二' }, reason: '' });
    const refusal = await test.refused('changes.undo', { id: first.changeSetId, reason: '' });
    expect(refusal.code).toBe('undo-moved-on');
    expect(refusal.details?.join()).toContain('丙公司');
    await test.ask('changes.undo', { id: second.changeSetId ?? 0, reason: '录错' });
    expect((await test.ask('firms.get', { id, asOf })).form.remark).toBe('一');
  });

  it('records nothing when nothing differs', async () => {
    const { id } = await test.ask('firms.save', { id: null, patch: { name: '丁公司' }, reason: '' });
    expect(
      (await test.ask('firms.save', { id, patch: { name: '丁公司' }, reason: '' })).changeSetId,
    ).toBeNull();
  });
});

describe('hostile and wrong input', () => {
  it('is refused with a code and changes nothing', async () => {
    const before = await test.ask('changes.list', {});
    expect((await test.core.call('__proto__', {})).ok).toBe(false);
    expect((await test.core.call('constructor', {})).ok).toBe(false);
    expect((await test.refused('firms.get', { id: -1, asOf: '2026-06-30' })).code).toBe('bad-request');
    expect((await test.refused('firms.get', { id: 1, asOf: '2026-02-30' })).code).toBe('bad-request');
    expect((await test.refused('firms.get', { id: 1, asOf: '2026-06-30', extra: 1 })).code).toBe(
      'bad-request',
    );
    expect((await test.core.call('files.choose', {})).ok).toBe(false);
    expect(await test.ask('changes.list', {})).toEqual(before);
  });
});
