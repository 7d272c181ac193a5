import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertTitleEvent } from '#electron/db/tables/title-events.ts';
import { brand, claimsOf, payment, person, wan } from '#test/builders/claims.ts';
import { openTestCore, type TestCore } from '#test/builders/core.ts';
import { openTyped, prepareLedger, type TypedRows } from '#test/builders/drafts.ts';
import { openRoster, targetIn } from '#test/builders/exports.ts';
import { newTitleEvent } from '#test/builders/firm.ts';
import type { MessyValue } from '#test/builders/rosters/messy-sheet.ts';

let test: TestCore;
beforeEach(async () => {
  test = await openTestCore({ pack: 'qiantang-2024' });
});
afterEach(() => test.close());

const claims = claimsOf(() => test);
const open = (rows: TypedRows, name?: string) => openTyped(test, rows, name);
const header: MessyValue[] = [
  '企业名称',
  '事由',
  '资金来源',
  '拨付金额（万元）',
  '拨付日期',
  '凭证号',
  '资金下达文号',
];
const list = (...rows: MessyValue[][]): MessyValue[][] => [['2025年奖补资金拨付明细表'], header, ...rows];
const title = '省级专精特新中小企业';

/** 甲公司 with 20万 decided and announced; the notice ends on 2025-10-13. */
async function announced() {
  const made = await claims.lockedBatch();
  await claims.announce(made.batchId);
  return made;
}

describe('兑现记录 of a claim', () => {
  it('join it by what they are for, are registered by the rules of paying, seen again as 无变化, undone', async () => {
    const { id, firmId } = await announced();
    const rows = list(
      ['甲公司', title, '区级', 12, '2025-10-20', '记-101', '钱财〔2025〕7号'],
      ['甲公司', title, '区财政', '8万元', '2025年11月3日', '记-102', null],
    );
    const { draftId, table, rows: compared } = await open(rows);
    expect(table).toMatchObject({ kind: 'payments', counts: { rows: 2, created: 2, toConfirm: 0 } });
    expect(table?.kindReason).toContain('“拨付金额”和“拨付日期”');
    expect(compared[0]?.changes.map(({ label, after }) => `${label} ${after}`)).toContain(
      `2025-10-20 区级资金事项编号 ${id}`,
    );
    const { changeSetId } = await test.ask('imports.commit', { draftId });
    const claim = await test.ask('claims.get', { id });
    expect(claim.payments.map(({ tranche, amountFen, voucher }) => [tranche, amountFen, voucher])).toEqual([
      [1, 12 * wan, '记-101'],
      [2, 8 * wan, '记-102'],
    ]);
    expect(claim.claim).toMatchObject({ state: 'paid', paidFen: 20 * wan });
    expect((await test.ask('imports.source', { firmId })).rows).toMatchObject([{ row: 3 }, { row: 4 }]);
    expect((await open(rows, '再报.xlsx')).rows.map(({ outcome }) => outcome)).toEqual([
      'unchanged',
      'unchanged',
    ]);
    const paper = await open(
      list(['甲公司', title, '区级', 8, '2025-11-03', '记-102', '钱财〔2025〕9号']),
      '补.xlsx',
    );
    expect(paper.rows[0]).toMatchObject({
      outcome: 'update',
      changes: [{ before: null, after: '钱财〔2025〕9号' }],
    });
    await test.ask('changes.undo', { id: changeSetId ?? 0, reason: '测试' });
    expect((await test.ask('claims.get', { id })).claim).toMatchObject({ state: 'announced', paidFen: 0 });
  });

  it('never exceed what was decided, alone or together, and say how much is left', async () => {
    await announced();
    const { rows } = await open(
      list(
        ['甲公司', title, '区级', 25, '2025-10-20', '记-1', null],
        ['甲公司', title, '区级', 15, '2025-10-20', '记-2', null],
        ['甲公司', title, '区级', 15, '2025-10-21', '记-3', null],
        ['甲公司', title, '区级', 5, '2025-10-19', '记-4', null],
      ),
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['reject', 'create', 'reject', 'reject']);
    expect(rows[0]?.reason).toContain('最多还可拨付20万元，不能拨付25万元');
    expect(rows[2]?.reason).toContain('最多还可拨付5万元');
    expect(rows[3]?.reason).toContain('日期比上面一行早');
  });

  it('are refused before the notice has ended, without voucher, or against what is registered', async () => {
    const { id } = await announced();
    const early = await open(list(['甲公司', title, '区级', 5, '2025-10-09', '记-1', null]), '早.xlsx');
    expect(early.rows[0]?.reason).toContain('期满次日起才能拨付');
    const bare = await open(list(['甲公司', title, '区级', 5, '2025-10-20', null, null]), '无证.xlsx');
    expect(bare.rows[0]?.reason).toBe('没有写凭证号');
    await test.ask('claims.pay', payment(id, 5 * wan));
    const numbered: MessyValue[][] = [
      ['企业名称', '事项编号', '期次', '资金来源', '拨付金额（元）', '拨付日期', '凭证号'],
      ['甲公司', id, 1, '区级', 60_000, '2025-10-20', '记-101'],
      ['甲公司', id + 7, 1, '区级', 60_000, '2025-10-20', '记-101'],
      ['甲公司', id, 1, '区级', 50_000, '2025-10-20', '记-101'],
    ];
    const { rows } = await open(numbered, '编号.xlsx');
    expect(rows.map(({ outcome }) => outcome)).toEqual(['reject', 'reject', 'unchanged']);
    expect(rows[0]?.reason).toContain('第1期区级资金已登记 5万元（2025-10-20），与本行不同');
    expect(rows[1]?.reason).toContain(`没有第${id + 7}号兑现事项`);
  });
});

describe('兑现记录 without a claim', () => {
  it('become money already got, which the decision counts', async () => {
    const firmId = await claims.firm('乙公司', 'provincial-srdi');
    const { draftId, rows } = await open([
      ['2024年度专精特新奖励资金兑现情况表（单位：万元）'],
      ['企业名称', '认定称号', '市级资金', '区级资金', '兑付时间', '资金下达文号'],
      ['乙公司', title, 3, 4, '2024-12-01', '杭财〔2024〕1号'],
    ]);
    expect(rows).toMatchObject([{ outcome: 'create', toConfirm: false }]);
    expect(rows[0]?.issues[0]?.message).toContain('没有对应的兑现事项');
    await test.ask('imports.commit', { draftId });
    const [id = 0] = await claims.open(firmId);
    const detail = await test.ask('claims.get', { id });
    expect(detail.aid.map(({ payer, amountFen, receivedOn }) => [payer, amountFen, receivedOn])).toEqual([
      ['city', 3 * wan, '2024-12-01'],
      ['district', 4 * wan, '2024-12-01'],
    ]);
    expect(detail.payableFen).toBe(13 * wan);
  });

  it('above what the policy comes to, or for a title that the firm does not hold, wait for a person', async () => {
    await claims.firm('乙公司', 'provincial-srdi');
    const { rows, table } = await open(
      list(
        ['乙公司', title, '区级', 15, '2024-10-20', '记-1', null],
        ['乙公司', title, '区级', 15, '2024-11-20', '记-2', null],
        ['乙公司', '国家级专精特新“小巨人”企业', '区级', 100, '2024-11-20', '记-3', null],
      ),
    );
    expect(table?.counts).toMatchObject({ created: 3, toConfirm: 2 });
    expect(rows[1]?.issues.at(-1)?.message).toContain('连同本行已得 30万元，超过测算金额 20万元');
    expect(rows[2]?.issues.at(-1)?.message).toContain('没有“');
  });

  it('say what is missing: the matter, the level, the day, the amount', async () => {
    await claims.firm('乙公司', 'provincial-srdi');
    const { rows } = await open(
      list(
        ['乙公司', '创新大赛奖金', '区级', 5, '2024-10-20', '记-1', null],
        ['乙公司', title, null, 5, '2024-10-20', '记-1', null],
        ['乙公司', title, '区级', 5, null, '记-1', null],
        ['乙公司', title, '区级', null, '2024-10-20', '记-1', null],
        ['乙公司', title, '区级', 5, '2030-10-20', '记-1', null],
        ['乙公司', title, '区级', 5, '2024-10-20', null, null],
      ),
    );
    expect(rows.map(({ reason }) => reason)).toEqual([
      '“创新大赛奖金”认不出是该企业的哪个称号或项目',
      '没有写明资金来源',
      '没有写明拨付日期',
      '没有写明拨付金额',
      '拨付日期 2030-10-20 晚于今天',
      '没有写资金下达文号或凭证号',
    ]);
    expect(rows.every(({ outcome }) => outcome === 'reject')).toBe(true);
  });

  it('of another level than pays the claim are counted against it, of a project they name it', async () => {
    const { firmId } = await announced();
    await test.ask('projects.save', { id: null, firmId, ...brand, reason: '' });
    const { draftId, rows } = await open(
      list(
        ['甲公司', title, '市级', 5, '2025-10-20', '市-1', null],
        ['甲公司', '品牌强国工程', '省级', 5, '2025-10-20', '省-1', null],
      ),
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['create', 'create']);
    expect(rows[0]?.issues[0]?.message).toContain('没有市级出资');
    await test.ask('imports.commit', { draftId });
    expect(
      (await open(list(['甲公司', title, '市级', 5, '2025-10-20', '市-1', null]), '再.xlsx')).rows[0]
        ?.outcome,
    ).toBe('unchanged');
  });
});

describe('the form of payments', () => {
  it('has a line for each claim that waits for its money; unfilled it is 无变化, filled in it pays', async () => {
    const { id } = await announced();
    prepareLedger(test, (tx) =>
      insertTitleEvent(tx, newTitleEvent(1, { titleId: 'high-tech', on: '2023-01-01' })),
    );
    const { token, path, paths } = targetIn(test, '拨付.xlsx');
    const input = { target: token, kind: 'payments', streetId: null, filled: true } as const;
    const done = await test.ask('exports.template', input, paths);
    expect(done.rows).toBe(1);
    const draft = await openRoster(test, path);
    expect(draft.tables.map(({ kind, counts }) => [kind, counts.unchanged])).toEqual([['payments', 1]]);
    await test.ask('claims.pay', { ...payment(id, 20 * wan), person });
    const exported = targetIn(test, '拨付记录.csv');
    const list = await test.ask(
      'exports.records',
      { target: exported.token, kind: 'payments' },
      exported.paths,
    );
    expect(list.rows).toBe(1);
    expect((await openRoster(test, exported.path)).tables[0]).toMatchObject({
      kind: 'payments',
      counts: { rows: 1, unchanged: 1 },
    });
    const awards = targetIn(test, '兑现.xlsx');
    await test.ask('exports.awards', { target: awards.token, year: 2024, batchId: null }, awards.paths);
    const [, payments] = (await openRoster(test, awards.path)).tables;
    expect(payments).toMatchObject({ kind: 'payments', counts: { rows: 1, unchanged: 1 } });
  });
});
