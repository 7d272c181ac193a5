import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { changeSet } from '#electron/db/change-set.ts';
import { openLedger } from '#electron/db/open.ts';
import { insertFirm } from '#electron/db/tables/firms.ts';
import { insertTitleEvent } from '#electron/db/tables/title-events.ts';
import { openTestCore, type TestCore } from '#test/builders/core.ts';
import { exportFirms, openRoster, readTexts, targetIn } from '#test/builders/exports.ts';
import { inventedCode, newFirm, newTitleEvent } from '#test/builders/firm.ts';

/** Three firms in 白杨 and 下沙, one with a title, all with a contact. */
async function ledgerWithFirms(): Promise<TestCore> {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  onTestFinished(() => core.close());
  const ledger = openLedger(core.databasePath);
  changeSet(ledger, { actor: '测试员', kind: 'edit', reason: '准备' }, (tx) => {
    const contact = { contactName: '张三丰', contactPhone: '13812345678' };
    insertFirm(
      tx,
      newFirm(1, {
        name: '杭州丙有限公司',
        streetId: 'baiyang',
        platformId: 'jianghai-zhicheng',
        ...contact,
      }),
    );
    insertFirm(tx, newFirm(2, { name: '杭州甲有限公司', streetId: 'xiasha', scale: 'small', ...contact }));
    insertFirm(
      tx,
      newFirm(3, {
        name: '杭州乙有限公司',
        streetId: 'baiyang',
        remark: '=1+1',
        contactPhone: '+86 13800000000',
      }),
    );
    insertTitleEvent(tx, newTitleEvent(1, { on: '2024-05-18', validUntil: '2027-05-17' }));
    insertTitleEvent(tx, newTitleEvent(2, { on: '2020-05-18', validUntil: '2023-05-17' }));
  });
  ledger.close();
  return core;
}

describe('the exported list of firms', () => {
  test('has the columns of the screen in their order, the order of the list, and a sheet that says what was asked', async () => {
    const core = await ledgerWithFirms();
    const { path, done } = await exportFirms(core, '全部.xlsx', {
      sort: { field: 'name', direction: 'asc' },
    });
    expect(done).toEqual({ fileName: '全部.xlsx', rows: 3, changeSetId: expect.any(Number) });
    const texts = await readTexts(path);
    expect(texts.企业台账).toEqual([
      ['序号', '企业名称', '统一社会信用代码', '所属街道', '称号（有效期至）', '联系人', '联系电话'],
      [
        '1',
        '杭州丙有限公司',
        inventedCode(1),
        '白杨街道',
        '省专精特新（至 2027-05-17）',
        '张**',
        '138****5678',
      ],
      ['2', '杭州甲有限公司', inventedCode(2), '下沙街道', '省专精特新（已失效）', '张**', '138****5678'],
      ['3', '杭州乙有限公司', inventedCode(3), '白杨街道', '—', '—', '+86********0000'],
    ]);
    expect(Object.fromEntries((texts.导出说明 ?? []).slice(2))).toMatchObject({
      来源: '杭州市钱塘区专精特新梯度培育台账',
      经办人: '测试员',
      范围: '台账全部企业',
      企业数: '3 家',
      个人信息: '已遮挡',
    });
  });

  test('follows the conditions, or the selection', async () => {
    const core = await ledgerWithFirms();
    const filter = { text: '', streetIds: ['baiyang'], titleIds: ['provincial-srdi'], asOf: '2026-06-30' };
    const filtered = await exportFirms(core, '条件.xlsx', { scope: 'filter', filter });
    const texts = await readTexts(filtered.path);
    expect(texts.企业台账?.slice(1).map((row) => row[1])).toEqual(['杭州丙有限公司']);
    expect(Object.fromEntries((texts.导出说明 ?? []).slice(2))).toMatchObject({
      条件: '街道：白杨街道；称号（当前有效）：省专精特新',
    });
    const chosen = await exportFirms(core, '勾选.csv', {
      scope: 'selection',
      ids: [3, 2, 99],
      columns: [],
      filter,
    });
    expect(chosen.done.rows).toBe(2);
    expect(readFileSync(chosen.path, 'utf8')).toBe(
      '\ufeff序号,企业名称\r\n1,杭州甲有限公司\r\n2,杭州乙有限公司\r\n',
    );
  });

  test('in clear is recorded in the audit trail with its conditions, columns, hash and purpose', async () => {
    const core = await ledgerWithFirms();
    const { path, done } = await exportFirms(core, '未遮挡.xlsx', { unmasked: true, purpose: '走访联系' });
    expect((await readTexts(path)).企业台账?.[1]?.slice(-2)).toEqual(['张三丰', '13812345678']);
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    const { rows } = await core.ask('changes.list', { offset: 0, limit: 1 });
    expect(rows[0]).toMatchObject({
      id: done.changeSetId,
      actor: '测试员',
      kindLabel: '导出个人信息',
      changeCount: 0,
    });
    for (const part of [
      '企业台账 3 家',
      '台账全部企业',
      '联系电话',
      '未遮挡.xlsx',
      sha256,
      '用途：走访联系',
    ]) {
      expect(rows[0]?.reason).toContain(part);
    }
    expect((await core.ask('ledger.verify', {})).ok).toBe(true);
  });

  test('masked, or without a column of personal data, is recorded as a list, not as personal data', async () => {
    const core = await ledgerWithFirms();
    const { done } = await exportFirms(core, '无个人信息.xlsx', { unmasked: true, columns: ['code'] });
    const { changeSet } = await core.ask('changes.get', { id: done.changeSetId ?? 0 });
    expect(changeSet).toMatchObject({ actor: '测试员', kindLabel: '导出名单', changeCount: 0 });
    expect(changeSet.reason).toMatch(/^导出企业台账 3 家.*文件 无个人信息.xlsx，SHA-256 [0-9a-f]{64}$/);
  });

  test('without a firm is refused and makes no file', async () => {
    const core = await ledgerWithFirms();
    const { token, path, paths } = targetIn(core, '空.xlsx');
    const input = {
      target: token,
      scope: 'filter',
      filter: { text: '没有', asOf: '2026-06-30' },
      columns: [],
    };
    const result = await core.core.call('exports.firms', input, { paths });
    expect(result.ok ? null : result.error.code).toBe('export-empty');
    expect(existsSync(path)).toBe(false);
  });

  test('goes nowhere without a place that a person chose', async () => {
    const core = await ledgerWithFirms();
    const input = {
      target: '/tmp/elsewhere.xlsx',
      scope: 'all',
      filter: { asOf: '2026-06-30' },
      columns: [],
    };
    expect((await core.refused('exports.firms', input)).code).toBe('file-token-unknown');
  });

  test.each(['往返.xlsx', '往返.csv'])('comes back through the import as 无变化: %s', async (name) => {
    const core = await ledgerWithFirms();
    const columns = [
      'code',
      'street',
      'platform',
      'chain',
      'titles',
      'industry',
      'scale',
      'mainProduct',
      'contactName',
      'contactPhone',
      'status',
    ] as const;
    for (const unmasked of [false, true]) {
      const { path } = await exportFirms(core, name, { columns: [...columns], unmasked });
      const draft = await openRoster(core, path);
      expect(
        draft.tables.map(({ kind, counts }) => ({ kind, rows: counts.rows, same: counts.unchanged })),
      ).toEqual([{ kind: 'firms', rows: 3, same: 3 }]);
    }
  });
});
