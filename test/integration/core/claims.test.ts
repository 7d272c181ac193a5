import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { brand, claimsOf, payment, person, type Step, wan } from '#test/builders/claims.ts';
import { openTestCore, type TestCore } from '#test/builders/core.ts';

let test: TestCore;
beforeEach(async () => {
  test = await openTestCore({ pack: 'qiantang-2024', today: '2026-03-31' });
});
afterEach(() => test.close());

const { firm, open, step, lockedBatch, announce } = claimsOf(() => test);

describe('a claim from title to archive', () => {
  it('passes every step with its day, person and document, in tranches, and undo takes the last back', async () => {
    const { id, batchId } = await lockedBatch();
    await announce(batchId);
    await test.ask('claims.pay', payment(id, 15 * wan));
    const last = await test.ask('claims.pay', payment(id, 5 * wan, { tranche: 2, on: '2025-11-20' }));
    await step(id, 'archive', '2025-12-01', { document: '归档盒2025-1' });
    const { claim, steps, payments } = await test.ask('claims.get', { id });
    expect([claim.state, claim.computedFen, claim.decidedFen, claim.paidFen]).toEqual([
      'archived',
      20 * wan,
      20 * wan,
      20 * wan,
    ]);
    expect(steps.map(({ action, on }) => `${action} ${on}`)).toEqual([
      '立项 2025-01-10',
      '会审核定 2025-02-10',
      '公示 2025-09-29',
      '登记拨付 2025-10-20',
      '登记拨付 2025-11-20',
      '归档 2025-12-01',
    ]);
    expect(payments.map(({ tranche, amountFen, voucher }) => [tranche, amountFen, voucher])).toEqual([
      [1, 15 * wan, '记-101'],
      [2, 5 * wan, '记-101'],
    ]);
    expect((await test.refused('changes.undo', { id: last.changeSetId, reason: '' })).code).toBe(
      'undo-moved-on',
    );
    expect((await test.ask('ledger.verify', {})).problems).toEqual([]);
  });

  it('an undo that would loosen a locked list or an earlier tranche is refused; the newest step can be taken back', async () => {
    const { id, batchId } = await lockedBatch();
    const created = (await test.ask('changes.list', {})).rows.find((row) => row.kind === 'batch-create');
    expect((await test.refused('changes.undo', { id: created?.id ?? 0, reason: '' })).code).toBe(
      'undo-moved-on',
    );
    await announce(batchId);
    const first = await test.ask('claims.pay', payment(id, 15 * wan));
    const second = await test.ask('claims.pay', payment(id, 5 * wan, { tranche: 2 }));
    expect((await test.refused('changes.undo', { id: first.changeSetId, reason: '' })).code).toBe(
      'undo-moved-on',
    );
    await test.ask('changes.undo', { id: second.changeSetId ?? 0, reason: '录错' });
    const { claim, payments } = await test.ask('claims.get', { id });
    expect([claim.state, claim.paidFen, payments.length]).toEqual(['paid', 15 * wan, 1]);
    expect((await test.ask('ledger.verify', {})).problems).toEqual([]);
  });

  it('an undo of an assembly after the lock is refused', async () => {
    const firmId = await firm('甲公司', 'provincial-srdi');
    const [id = 0] = await open(firmId);
    await step(id, 'decide', '2025-02-10');
    const batch = await test.ask('batches.create', { year: 2025, name: '第一批' });
    const added = await test.ask('batches.assemble', { id: batch.id, add: [id], remove: [] });
    await test.ask('batches.lock', { id: batch.id, locked: true, on: '2025-02-11' });
    expect((await test.refused('changes.undo', { id: added.changeSetId, reason: '' })).code).toBe(
      'undo-moved-on',
    );
    expect((await test.ask('batches.get', { id: batch.id })).rows).toHaveLength(1);
  });

  it('refuses steps out of order, days out of order, and changes nothing by that', async () => {
    const firmId = await firm('甲公司', 'provincial-srdi');
    const [id = 0] = await open(firmId);
    const act = (action: Step, on = '2025-02-01') => ({ ids: [id], action, on, person });
    expect((await test.refused('claims.act', act('check'))).code).toBe('claim-order');
    expect((await test.refused('claims.act', act('archive'))).code).toBe('claim-order');
    expect((await test.refused('claims.pay', payment(id, wan))).code).toBe('claim-order');
    expect((await test.refused('claims.act', act('file', '2025-01-09'))).code).toBe('claim-refused');
    expect((await test.refused('claims.act', act('file', '2026-04-01'))).code).toBe('claim-refused');
    expect((await test.refused('claims.act', act('withdraw'))).code).toBe('claim-refused');
    expect((await test.ask('claims.get', { id })).claim.state).toBe('computed');
  });

  it('stops a second claim on the same ground and names the first; after 撤回 the ground is free', async () => {
    const firmId = await firm('甲公司', 'provincial-srdi');
    const [id = 0] = await open(firmId);
    const ground = { firmId, clause: 'qiantang-4-2', groundKey: 'provincial-srdi:first' };
    const again = { grounds: [ground], on: '2025-03-01', person };
    const failure = await test.refused('claims.open', again);
    expect([failure.code, failure.params.id]).toEqual(['claim-twice', id]);
    await step(id, 'withdraw', '2025-03-01', { note: '企业放弃' });
    expect((await test.ask('claims.open', again)).ids).toHaveLength(1);
    expect(
      (await test.refused('claims.open', { ...again, grounds: [{ ...ground, groundKey: 'x' }] })).code,
    ).toBe('claim-nothing');
  });

  it('does one step for many or for none', async () => {
    const ids = [
      ...(await open(await firm('甲公司', 'provincial-srdi'))),
      ...(await open(await firm('乙公司', 'little-giant'))),
    ];
    await step(ids[1] ?? 0, 'file', '2025-02-01');
    const file = { ids, action: 'file', on: '2025-02-02', person };
    expect((await test.refused('claims.act', file)).code).toBe('claim-order');
    const list = await test.ask('claims.list', { year: 2024 });
    expect([list.counts.computed, list.counts.filed, list.computedFen, list.requestedFen]).toEqual([
      1,
      1,
      120 * wan,
      100 * wan,
    ]);
  });
});

describe('amounts', () => {
  it('a ceiling needs the amount the bureau decides, with a reason, and never more than the ceiling', async () => {
    const firmId = await firm('甲公司', 'provincial-srdi');
    await test.ask('projects.save', { id: null, firmId, ...brand });
    const [id = 0] = await open(firmId, 2025, '2025-07-01');
    await step(id, 'file', '2025-07-02', { amountFen: 40 * wan });
    await step(id, 'check', '2025-07-03');
    const decide = (amountFen: number, note: string) => ({
      ids: [id],
      action: 'decide',
      on: '2025-07-04',
      person,
      amountFen,
      note,
    });
    expect((await test.refused('claims.act', decide(30 * wan, ''))).code).toBe('claim-refused');
    expect((await test.refused('claims.act', decide(31 * wan, '会审意见'))).code).toBe('claim-refused');
    await step(id, 'decide', '2025-07-04', { amountFen: 25 * wan, note: '会审意见' });
    const { claim, decisionReason } = await test.ask('claims.get', { id });
    expect([claim.computedFen, claim.requestedFen, claim.decidedFen, decisionReason]).toEqual([
      30 * wan,
      40 * wan,
      25 * wan,
      '会审意见',
    ]);
  });

  it('never pays more than decided, before the notice is over, over an open objection, or from a level not named', async () => {
    const { id, batchId } = await lockedBatch();
    await announce(batchId);
    const refused = async (input: unknown) => (await test.refused('claims.pay', input)).code;
    // 5 working days from 2025-09-29: 29, 30, then the holiday 1 to 8 October, 9, 10, and Saturday 11 is worked.
    expect((await test.ask('batches.get', { id: batchId })).batch.noticeUntil).toBe('2025-10-11');
    expect(await refused(payment(id, wan, { on: '2025-10-11' }))).toBe('claim-refused');
    expect(await refused(payment(id, 20 * wan + 1))).toBe('claim-refused');
    expect(await refused(payment(id, wan, { payer: 'city' }))).toBe('claim-refused');
    await test.ask('batches.object', {
      id: batchId,
      claimId: id,
      on: '2025-10-09',
      raisedBy: '乙公司（盖章）',
      content: '认定有误',
    });
    expect(await refused(payment(id, 20 * wan))).toBe('claim-refused');
    const [objection] = (await test.ask('batches.get', { id: batchId })).objections;
    await test.ask('batches.closeObjection', {
      id: batchId,
      objectionId: objection?.id ?? 0,
      on: '2025-10-12',
      outcome: '经核查不成立',
    });
    await test.ask('claims.pay', payment(id, 20 * wan));
    expect(await refused(payment(id, 1, { tranche: 2 }))).toBe('claim-refused');
    expect(await refused(payment(id, 1))).toBe('claim-refused');
  });

  it('money of the province or the city for the same title leaves only the rest', async () => {
    const firmId = await firm('甲公司', 'provincial-srdi');
    const [id = 0] = await open(firmId);
    const aid = {
      claimId: id,
      payer: 'city' as const,
      amountFen: 8 * wan,
      on: '2024-12-01',
      document: '市财〔2024〕1号',
    };
    await test.ask('claims.addAid', aid);
    const detail = await test.ask('claims.get', { id });
    expect([detail.claim.computedFen, detail.payableFen]).toEqual([20 * wan, 12 * wan]);
    expect(detail.overlap.join()).toContain('8万元');
    await step(id, 'decide', '2025-02-10');
    expect((await test.ask('claims.get', { id })).claim.decidedFen).toBe(12 * wan);
  });

  it('shows what recomputing would change, and leaves a decided claim alone', async () => {
    const firmId = await firm('甲公司', 'provincial-srdi');
    const project = {
      ...brand,
      kindId: 'digital-project',
      facts: { recognised: true, equipment: 100 * wan, technology: 0, software: 0 },
      object: null,
    };
    const saved = await test.ask('projects.save', { id: null, firmId, ...project });
    const [id = 0] = await open(firmId, 2025, '2025-07-01');
    const facts = { ...project.facts, equipment: 200 * wan };
    await test.ask('projects.save', { id: saved.id, firmId, ...project, facts });
    expect((await test.ask('claims.get', { id })).differs).toMatchObject({
      outcome: 'awarded',
      amountFen: 40 * wan,
    });
    await step(id, 'file', '2025-07-02');
    await step(id, 'check', '2025-07-03');
    expect(
      (await test.refused('claims.act', { ids: [id], action: 'decide', on: '2025-07-04', person })).code,
    ).toBe('claim-refused');
    const again = { ids: [id], on: '2025-07-04' };
    expect((await test.ask('claims.recompute', again)).changed).toBe(1);
    await step(id, 'decide', '2025-07-04');
    expect((await test.refused('claims.recompute', again)).code).toBe('claim-refused');
    expect((await test.refused('projects.save', { id: saved.id, firmId, ...project })).code).toBe(
      'project-refused',
    );
    expect((await test.refused('projects.remove', { id: saved.id })).code).toBe('project-refused');
    expect((await test.ask('claims.get', { id })).claim.decidedFen).toBe(40 * wan);
  });

  it('masks the account wherever it is shown', async () => {
    const { firmId, id } = await lockedBatch();
    const account = { firmId, holder: '甲公司', bank: '某银行', accountNumber: '6222000011112222' };
    await test.ask('claims.setAccount', account);
    expect((await test.ask('claims.get', { id })).account?.number).toBe('************2222');
    expect(JSON.stringify(await test.ask('firms.get', { id: firmId, asOf: '2026-03-31' }))).not.toContain(
      '62220000',
    );
  });
});

describe('projects', () => {
  it('are computed by the clauses of their kind, and say what is missing', async () => {
    const firmId = await firm('甲公司', 'provincial-srdi');
    await test.ask('projects.save', { id: null, firmId, ...brand, facts: {} });
    const first = (await test.ask('projects.list', {})).rows[0];
    expect(first?.result).toContain('缺少');
    await test.ask('projects.save', { id: first?.id ?? 0, firmId, ...brand });
    const { rows } = await test.ask('projects.list', { firmId });
    expect(rows.map(({ amountFen, result }) => [amountFen, result])).toEqual([[30 * wan, '可申报（上限）']]);
    expect((await test.refused('projects.save', { id: null, firmId, ...brand })).code).toBe('project-twice');
    expect(
      (await test.refused('projects.save', { id: null, firmId, ...brand, name: '二', facts: { x: 1 } })).code,
    ).toBe('project-refused');
    expect(
      (
        await test.refused('projects.save', {
          id: null,
          firmId,
          ...brand,
          name: '二',
          facts: { famousList: 3 },
        })
      ).code,
    ).toBe('project-refused');
    await test.ask('projects.remove', { id: first?.id ?? 0 });
    expect((await test.ask('projects.list', {})).rows).toEqual([]);
  });
});
