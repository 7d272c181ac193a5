import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import { evaluate } from '#shared/policy/evaluate.ts';
import { explainTrace } from '#shared/policy/explain.ts';
import type { Facts } from '#shared/policy/fact.ts';
import { readFacts } from '#shared/policy/facts.ts';
import { findClause } from '#shared/policy/find-clause.ts';
import { packOf } from '#test/policy/example-pack.ts';

function clauseOf(pack: string, text: string) {
  const clause = findClause(packOf(pack), text);
  if (clause === undefined) throw new Error(`no clause ${text}`);
  return clause;
}

const titleAward = clauseOf('qiantang-2024', '四2');
const equipment = clauseOf('example', '二1');
const earned: Facts = { title: 'little-giant', firstRecognition: true, firstInDistrict: true };

function problemOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError && error.code === 'facts-invalid') return String(error.params.problem);
    throw error;
  }
  return 'accepted';
}

describe('facts', () => {
  it.each([
    ['an unknown one', { ...earned, bonus: 1 }, '没有“bonus”'],
    ['a name of every object', { constructor: true }, '没有“constructor”'],
    ['a text for yes or no', { firstRecognition: 'true' }, '是否首次认定'],
    ['a title that does not exist', { title: 'giant' }, '认定称号'],
  ])('%s is refused with its label', (_, facts, problem) => {
    expect(problemOf(() => evaluate(titleAward, facts, '2024-07-01'))).toContain(problem);
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('money of %d is refused', (value) => {
    expect(problemOf(() => evaluate(equipment, { equipment: value }, '2025-06-01'))).toContain('设备投入');
  });

  it('not given or null is not known, never zero', () => {
    const facts = readFacts(equipment, { 项目总投资: null, 软件投入: '' });
    const result = evaluate(equipment, facts, '2025-06-01');
    expect(result.outcome === 'needsData' && result.fields.map((field) => field.field)).toEqual([
      'totalInvestment',
      'equipment',
      'software',
      'field',
      'aboveScale',
      'staff',
    ]);
  });

  it('are read as people write them, by label or by name', () => {
    expect(
      readFacts(equipment, {
        项目总投资: '1.5亿元',
        equipment: 12,
        field: '刀具',
        是否规上: '否',
        staff: '12人',
      }),
    ).toEqual({
      totalInvestment: 15_000_000_000,
      equipment: 12,
      field: 'tools',
      aboveScale: false,
      staff: 12,
    });
  });

  it.each([
    ['an amount without unit', { 项目总投资: '300' }, '金额，如 600万元'],
    ['another unit', { staff: '12家' }, '单位人'],
    ['the same fact twice', { 项目总投资: '1元', totalInvestment: 100 }, '写了两次'],
    ['a list', [], '事实项: 值'],
  ])('%s is refused in words', (_, input, problem) => {
    expect(problemOf(() => readFacts(equipment, input))).toContain(problem);
  });

  it('a day that does not exist is refused', () => {
    expect(problemOf(() => evaluate(titleAward, earned, '2024-02-30'))).toContain('2024-02-30');
  });
});

describe('the start day of the 钱塘 plan', () => {
  it.each(['2023-12-31', '2025-01-01', 'soon'])('%s is refused: the document says 2024', (start) => {
    const settings = { 'policy-start': start };
    expect(problemOf(() => evaluate(titleAward, earned, '2024-07-01', { settings }))).toContain('施行起始日');
  });

  it('takes the 待定 note away once it is filled in', () => {
    const settings = { 'policy-start': '2024-04-18' };
    const result = evaluate(titleAward, earned, '2024-07-01', { settings });
    expect(result.outcome === 'awarded' && result.notes.join()).not.toContain('待定');
  });
});

describe('an assumed figure (测算)', () => {
  it('changes the amount, says so, and leaves the pack as it is', () => {
    const overrides = { 'little-giant-award': 12_345 };
    const assumed = evaluate(titleAward, earned, '2024-07-01', { overrides });
    expect(assumed.outcome === 'awarded' && assumed.amount).toBe(12_345);
    expect(explainTrace(assumed.trace).join()).toContain('测算假设，文件为100万元');
    const today = evaluate(titleAward, earned, '2024-07-01');
    expect(today.outcome === 'awarded' && today.amount).toBe(100_000_000);
  });

  it.each([
    { nothing: 1 },
    { 'awarded-titles': 1 },
    { 'little-giant-award': -1 },
    { 'little-giant-award': 0.5 },
  ])('%j is refused', (overrides) => {
    expect(problemOf(() => evaluate(titleAward, earned, '2024-07-01', { overrides }))).not.toBe('accepted');
  });
});

describe('the trace', () => {
  it('shows every condition, the failed and the open ones too, with origin and reference', () => {
    const facts = { totalInvestment: 1, field: 'trade', aboveScale: false };
    const { trace } = evaluate(equipment, facts, '2020-01-01', { origins: { totalInvestment: '申报表!C7' } });
    const [force, conditions, amount] = trace.children;
    expect(force?.met).toBe(false);
    expect(conditions?.children.map((child) => child.met)).toEqual([false, false, undefined]);
    expect(conditions?.children[2]?.children.map((child) => child.met)).toEqual([false, undefined]);
    expect(conditions?.children[0]?.inputs[0]?.origin).toBe('申报表!C7');
    expect(conditions?.children[0]?.parameters[0]?.reference).toBe('《示例办法》第二部分第1条');
    expect(amount).toBeUndefined();
  });

  it('says in words what is lacking', () => {
    const { trace } = evaluate(titleAward, { title: 'little-giant' }, '2024-07-01');
    expect(explainTrace(trace)).toContain('“是否首次认定”未填，尚不能判断。');
    expect(explainTrace(trace).at(-1)).toBe('结果：资料不全，待补充后测算。');
  });

  it('survives storing: the stored trace is explained in the same words', () => {
    const { trace } = evaluate(titleAward, earned, '2024-07-01');
    // The stored text is the trace that was written a moment ago.
    const stored = JSON.parse(JSON.stringify(trace)) as typeof trace;
    expect(stored).toEqual(trace);
    expect(explainTrace(stored)).toEqual(explainTrace(trace));
  });

  it('tells how overlaps are treated and why, when something is paid', () => {
    const { trace } = evaluate(titleAward, earned, '2024-07-01');
    expect(explainTrace(trace).join('\n')).toMatch(/梯度认定奖励）：可叠加。.*分别给予.*第四部分第8条/);
  });

  it('tells that the bureau has set another rule for overlaps than the pack', () => {
    const settings = { 'overlap.title-ladder': 'top-up' };
    const { trace } = evaluate(titleAward, earned, '2024-07-01', { settings });
    expect(explainTrace(trace).join('\n')).toMatch(/梯度认定奖励）：补齐差额。本单位设置，政策包原为可叠加/);
  });
});
