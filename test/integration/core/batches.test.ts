import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimsOf, payment, person, wan } from '#test/builders/claims.ts';
import { openTestCore, type TestCore } from '#test/builders/core.ts';
import { readTexts, targetIn } from '#test/builders/exports.ts';

let test: TestCore;
beforeEach(async () => {
  test = await openTestCore({ pack: 'qiantang-2024', today: '2026-03-31' });
});
afterEach(() => test.close());

const { firm, open, step, lockedBatch, announce } = claimsOf(() => test);

describe('the exported list of claims and payments', () => {
  it('agrees with the ledger, masks accounts, and a copy in clear is recorded with its purpose', async () => {
    const { firmId, id, batchId } = await lockedBatch();
    await test.ask('claims.setAccount', {
      firmId,
      holder: '甲公司',
      bank: '某银行',
      accountNumber: '6222000011112222',
    });
    await announce(batchId);
    await test.ask('claims.pay', payment(id, 8 * wan));
    const masked = targetIn(test, '年度.xlsx');
    const done = await test.ask(
      'exports.awards',
      { target: masked.token, year: 2024, batchId: null },
      masked.paths,
    );
    expect(done.rows).toBe(1);
    const texts = await readTexts(masked.path);
    const [, header = [], row = [], total = []] = texts.兑现事项 ?? [];
    const cell = (cells: readonly string[], label: string) => cells[header.indexOf(label)];
    expect(cell(row, '企业名称')).toBe('甲公司');
    expect(['测算金额（万元）', '核定金额（万元）', '已拨付（万元）'].map((each) => cell(row, each))).toEqual(
      ['20', '20', '8'],
    );
    expect(cell(total, '已拨付（万元）')).toBe('8');
    expect(cell(row, '账号')).toBe('************2222');
    const [, paymentHeader = [], paid = []] = texts.拨付记录 ?? [];
    expect(paid[paymentHeader.indexOf('凭证号')]).toBe('记-101');

    const clear = targetIn(test, '批次.xlsx');
    const { changeSetId } = await test.ask(
      'exports.awards',
      { target: clear.token, year: null, batchId, unmasked: true, purpose: '交区财政局' },
      clear.paths,
    );
    expect(JSON.stringify(await readTexts(clear.path))).toContain('6222000011112222');
    const { changeSet } = await test.ask('changes.get', { id: changeSetId ?? 0 });
    expect(changeSet.reason).toMatch(
      /2025年度第一批兑现事项 1 笔及收款账户；文件 批次.xlsx.*用途：交区财政局/,
    );
    expect(changeSet.reason).not.toContain('6222');
    const empty = targetIn(test, '空.xlsx');
    const none = await test.core.call(
      'exports.awards',
      { target: empty.token, year: 2019, batchId: null },
      { paths: empty.paths },
    );
    expect(none).toMatchObject({ ok: false, error: { code: 'export-empty' } });
  });
});

describe('batches and budgets', () => {
  it('take decided claims only, and a locked list does not move', async () => {
    const { id, batchId } = await lockedBatch();
    const other = await open(await firm('乙公司', 'little-giant'));
    const move = (add: readonly number[], remove: readonly number[]) => ({
      id: batchId,
      add: [...add],
      remove: [...remove],
    });
    expect((await test.refused('batches.assemble', move(other, []))).code).toBe('batch-refused');
    expect((await test.refused('batches.assemble', move([], [id]))).code).toBe('batch-refused');
    await test.ask('batches.lock', { id: batchId, locked: false, on: '2025-02-12' });
    expect((await test.refused('batches.assemble', move(other, []))).code).toBe('batch-refused');
    await test.ask('batches.assemble', move([], [id]));
    await test.ask('batches.remove', { id: batchId });
    expect((await test.ask('batches.list', {})).waiting).toBe(1);
    expect((await test.refused('batches.create', { year: 2025, name: '空', claimIds: other })).code).toBe(
      'batch-refused',
    );
    expect((await test.ask('batches.list', {})).batches).toEqual([]);
  });

  it('give the sum in figures and in capitals, and a returned claim leaves the batch', async () => {
    const { id, batchId } = await lockedBatch();
    expect(
      (
        await test.refused('batches.announce', {
          id: batchId,
          from: '2025-02-10',
          workingDays: 5,
          contact: '科',
          person,
        })
      ).code,
    ).toBe('batch-refused');
    await announce(batchId);
    expect((await test.ask('batches.list', { year: 2025 })).batches).toMatchObject([
      { stage: 'ended', count: 1, decidedFen: 20 * wan, decidedCapital: '人民币贰拾万元整', paidFen: 0 },
    ]);
    await step(id, 'return', '2025-10-20', { note: '材料有误' });
    expect((await test.ask('batches.get', { id: batchId })).rows).toEqual([]);
    expect((await test.ask('claims.get', { id })).claim).toMatchObject({
      state: 'returned',
      decidedFen: null,
      batchId: null,
    });
  });

  it('the budget table shows what is set aside, owed, asked, decided, paid and left', async () => {
    await lockedBatch();
    await firm('乙公司', 'little-giant');
    await test.ask('budgets.set', { year: 2024, clause: 'qiantang-4-2', amountFen: 100 * wan });
    const { rows } = await test.ask('budgets.get', { year: 2024 });
    expect(rows.find((row) => row.clause === 'qiantang-4-2')).toMatchObject({
      budgetFen: 100 * wan,
      computedFen: 120 * wan,
      requestedFen: 0,
      decidedFen: 20 * wan,
      paidFen: 0,
      leftFen: 80 * wan,
      forecastFen: 120 * wan,
    });
  });
});

describe('papers of a batch', () => {
  const spec = (kind: 'claims' | 'notice' | 'payments', batchId: number | null) => ({
    kind,
    asOf: '2026-03-31',
    year: 2025,
    batchId,
  });

  async function paidBatch() {
    const made = await lockedBatch();
    await test.ask('firms.save', {
      id: made.firmId,
      patch: { contactName: '赵联络', contactPhone: '13800001111' },
      reason: '',
    });
    const account = { holder: '甲公司', bank: '某银行', accountNumber: '6222000011112222' };
    await test.ask('claims.setAccount', { firmId: made.firmId, ...account });
    await announce(made.batchId);
    await test.ask('claims.pay', payment(made.id, 15 * wan));
    return made;
  }

  it('the public notice carries only what everybody may read', async () => {
    const { batchId } = await paidBatch();
    const notice = await test.ask('reports.get', spec('notice', batchId));
    const table = notice.blocks.find((block) => block.type === 'table');
    expect(table?.columns.map((column) => column.label)).toEqual([
      '序号',
      '企业名称',
      '所属街道',
      '奖补事由',
      '政策依据',
      '奖补金额',
    ]);
    expect(table?.total?.at(-1)).toBe(20 * wan);
    const text = JSON.stringify(notice);
    for (const secret of ['赵联络', '13800001111', '1111', '6222', '2222', '某银行', '记-101']) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain('2025年9月29日至2025年10月11日（5个工作日）');
    expect(text).toContain('人民币贰拾万元整');
    expect(text).toContain('企业科 88000000');
  });

  it('the payment list splits by level and masks accounts; the summary agrees with the claims', async () => {
    const { batchId } = await paidBatch();
    const payments = await test.ask('reports.get', spec('payments', batchId));
    const list = payments.blocks.find((block) => block.type === 'table');
    expect(list?.rows[0]?.slice(3, 9)).toEqual([
      20 * wan,
      0,
      15 * wan,
      5 * wan,
      '某银行',
      '************2222',
    ]);
    expect(JSON.stringify(payments)).not.toContain('62220000');
    const summary = await test.ask('reports.get', spec('claims', batchId));
    const total = summary.blocks.find((block) => block.type === 'table')?.total;
    const { decidedFen, paidFen } = await test.ask('claims.list', { year: 2024 });
    expect(total?.slice(6, 10)).toEqual([20 * wan, 0, decidedFen, paidFen]);
    expect((await test.refused('reports.get', spec('notice', null))).code).toBe('report-empty');
  });
});
