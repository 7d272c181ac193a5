import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPack } from '#shared/policy/packs/index.ts';
import { openTestCore, type TestCore } from '#test/builders/core.ts';

let test: TestCore;
afterEach(() => test.close());

describe.each(['qiantang-2024', 'binjiang-2023'])('政策库 of %s', (packId) => {
  beforeEach(async () => {
    test = await openTestCore({ pack: packId });
    await test.ask('demo.load', {});
  });

  it('holds every clause of the document, each with its place and words for what it does', async () => {
    const pack = loadPack(packId);
    const { rules, overlapGroups } = await test.ask('policy.library', {});
    const ids = [pack.clauses, pack.entitlements, pack.budgets, pack.principles].flatMap((list) =>
      list.map(({ id }) => id),
    );
    expect(rules.map(({ id }) => id).sort()).toEqual([...ids].sort());
    for (const rule of rules) {
      expect(rule.reference, rule.id).toMatch(/./);
      if (rule.kind === 'money') expect(rule.amount.length, rule.id).toBeGreaterThan(0);
    }
    expect(overlapGroups.map(({ id }) => id)).toEqual(pack.overlapGroups.map(({ id }) => id));
  });

  it('every clause can be tried, and says who benefits', async () => {
    const { rules } = await test.ask('policy.library', {});
    for (const { id, kind } of rules.filter((rule) => rule.kind === 'money' || rule.kind === 'entitlement')) {
      const tried = await test.ask('policy.try', { clause: id, on: '2024-06-01', facts: {} });
      expect(tried.headline, id).toMatch(/\p{Script=Han}/u);
      const benefits = await test.ask('policy.benefits', { clause: id, asOf: '2026-06-30' });
      if (kind === 'entitlement') expect(benefits.byYear).toEqual([]);
    }
    await test.refused('policy.try', { clause: '九9', on: '2024-06-01', facts: {} });
  });

  it('测算 without an assumption is the money of 奖补兑现, and every table adds up', async () => {
    const answer = await test.ask('policy.whatIf', { year: null });
    const years = answer.byYear.map(({ key }) => Number(key));
    let listed = 0;
    for (const year of years) listed += (await test.ask('awards.list', { year })).totalFen;
    expect(answer.total.todayFen).toBe(listed);
    expect(answer.total.assumedFen).toBe(listed);
    expect(answer.firmsChanged).toBe(0);
    for (const lines of [answer.byClause, answer.byStreet, answer.byYear]) {
      expect(lines.reduce((sum, line) => sum + line.todayFen, 0)).toBe(listed);
    }
  });
});

describe('policy.whatIf and policy.setOverlap', () => {
  beforeEach(async () => {
    test = await openTestCore({ pack: 'qiantang-2024' });
    await test.ask('demo.load', {});
  });

  it('30万元 in place of 20万元 costs 10万元 more for each provincial title, and changes nothing', async () => {
    const before = await test.ask('awards.list', { year: 2026 });
    const provincial = before.items.filter(
      (item) => item.titleId === 'provincial-srdi' && item.outcome === 'awarded',
    ).length;
    expect(provincial).toBeGreaterThan(0);
    const answer = await test.ask('policy.whatIf', {
      year: 2026,
      assumptions: [{ clause: '四2', parameter: 'provincial-srdi-award', text: '30万元' }],
    });
    expect(answer.total.assumedFen - answer.total.todayFen).toBe(provincial * 10_000_000);
    expect(answer.firmsChanged).toBe(provincial);
    expect(await test.ask('awards.list', { year: 2026 })).toEqual(before);
    const wrong = {
      year: null,
      assumptions: [{ clause: '四2', parameter: 'provincial-srdi-award', text: '30%' }],
    };
    expect((await test.refused('policy.whatIf', wrong)).code).toBe('facts-invalid');
  });

  it('money of another level counts alike in the award list and in 测算, and both say why less is paid', async () => {
    const { items } = await test.ask('awards.list', { year: 2026 });
    const [chosen] = items.filter((item) => item.titleId === 'provincial-srdi' && item.outcome === 'awarded');
    if (chosen === undefined) throw new Error('the sample has a provincial title in 2026');
    const { clause, firmId, groundKey } = chosen;
    const award = async () => {
      const { items } = await test.ask('awards.list', { year: 2026 });
      const item = items.find((each) => each.firmId === firmId);
      if (item === undefined) throw new Error('the firm has an award');
      return item;
    };
    const person = '王经办';
    const opened = await test.ask('claims.open', {
      grounds: [{ clause, firmId, groundKey }],
      on: '2026-06-30',
      person,
    });
    const aid = { claimId: opened.ids[0] ?? 0, payer: 'city', on: '2026-06-30' } as const;
    await test.ask('claims.addAid', { ...aid, amountFen: 8_000_000, document: '市财〔2026〕1号' });
    expect(await award()).toMatchObject({ amountFen: 12_000_000, outcome: 'awarded' });
    expect((await award()).explanation.join()).toContain('已付8万元，本次付12万元');
    await expectSameTotals();
    await test.ask('claims.addAid', { ...aid, amountFen: 12_000_000, document: '市财〔2026〕2号' });
    expect(await award()).toMatchObject({ amountFen: 0, outcome: 'notApplicable' });
    expect((await award()).notes.join()).toContain('已付20万元，本次付0元');
    await expectSameTotals();
  });

  /** 测算 of each year, and of all, says what the award lists say. */
  async function expectSameTotals(): Promise<number> {
    const years = [2023, 2024, 2025, 2026];
    let sum = 0;
    for (const year of years) {
      const listed = await test.ask('awards.list', { year });
      const { total } = await test.ask('policy.whatIf', { year });
      expect(total.todayFen, String(year)).toBe(listed.totalFen);
      sum += listed.totalFen;
    }
    expect((await test.ask('policy.whatIf', { year: null })).total.todayFen).toBe(sum);
    return sum;
  }

  it('an outcome that the bureau sets moves award list and 测算 alike, is in the history, and is taken back', async () => {
    const stackable = await expectSameTotals();
    const { changeSetId } = await test.ask('policy.setOverlap', {
      group: 'title-ladder',
      outcome: 'highest',
      reason: '区里会议纪要',
    });
    const highest = await expectSameTotals();
    expect(highest).toBeLessThanOrEqual(stackable);
    const { rows } = await test.ask('changes.list', { offset: 0, limit: 1 });
    expect(rows[0]).toMatchObject({ reason: '区里会议纪要' });
    await test.ask('changes.undo', { id: changeSetId ?? 0, reason: '改回' });
    expect(await expectSameTotals()).toBe(stackable);
    await test.refused('policy.setOverlap', { group: 'no-group', outcome: 'highest', reason: '无' });
  });
});
