import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fenPerWan } from '#shared/domain/money.ts';
import type { Clause } from '#shared/policy/clause.ts';
import { type Evaluation, evaluate } from '#shared/policy/evaluate.ts';
import type { Amount } from '#shared/policy/expression.ts';
import type { Fact, Facts, FactValue } from '#shared/policy/fact.ts';
import { findClause } from '#shared/policy/find-clause.ts';
import { loadPack, packIds } from '#shared/policy/packs/index.ts';
import { packOf } from './example-pack.ts';

const clauses: readonly Clause[] = [...packIds.map((id) => loadPack(id)), packOf('example')].flatMap(
  (pack) => pack.clauses,
);

const money = fc.oneof(fc.integer({ min: 0, max: 2_000 * fenPerWan }), fc.integer({ min: 0, max: 2 ** 50 }));
const day = fc
  .date({ min: new Date('2022-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

function anyValue(fact: Fact): fc.Arbitrary<FactValue> {
  switch (fact.type) {
    case 'boolean':
      return fc.boolean();
    case 'money':
      return money;
    case 'rate':
      return fc.integer({ min: 0, max: 100_000 });
    case 'count':
      return fc.nat(1000);
    case 'day':
      return day;
    case 'choice':
      return fc.constantFrom(...fact.choices.map((choice) => choice.value));
  }
}

function factsOf(clause: Clause): fc.Arbitrary<Facts> {
  const entries = Object.values(clause.facts).map((fact) => [fact.name, anyValue(fact)] as const);
  return fc
    .record(Object.fromEntries(entries), { requiredKeys: [] })
    .map((facts) => Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, value ?? null])));
}

/** Facts with nothing left out, most of them such that the conditions hold. */
function fullFactsOf(clause: Clause): fc.Arbitrary<Facts> {
  const entries = Object.values(clause.facts).map((fact) => {
    const value = fact.type === 'boolean' ? fc.constant(fact.name !== 'rewardedBefore') : anyValue(fact);
    return [fact.name, value] as const;
  });
  return fc.record(Object.fromEntries(entries));
}

/** Limits that hold for the whole amount: those on the way down that no choice or sum lies above. */
function limitsOf(amount: Amount): readonly number[] {
  switch (amount.mechanism) {
    case 'cap':
    case 'yearCap':
    case 'firmCap':
      return [amount.parameter.value, ...limitsOf(amount.of)];
    case 'ceiling':
    case 'topUp':
      return limitsOf(amount.of);
    case 'cases': {
      const each = amount.of.map((one) => Math.min(Number.MAX_SAFE_INTEGER, ...limitsOf(one.amount)));
      return [Math.max(...each)];
    }
    default:
      return [];
  }
}

/** Facts that lower an amount. */
function takenOff(amount: Amount): ReadonlySet<string> {
  if (amount.mechanism === 'topUp') return new Set([amount.paid.name]);
  if ('of' in amount && !Array.isArray(amount.of) && 'mechanism' in amount.of) return takenOff(amount.of);
  return new Set();
}

describe.each(clauses.map((clause) => [clause.id, clause] as const))('%s, whatever the case', (_, clause) => {
  it('never pays a negative or a broken amount, and always says why it pays nothing', () => {
    fc.assert(
      fc.property(factsOf(clause), day, (facts, date) => {
        const result = evaluate(clause, facts, date);
        if (result.outcome === 'awarded') {
          expect(Number.isSafeInteger(result.amount) && result.amount >= 0).toBe(true);
          expect(result.trace.value).toBe(result.amount);
        }
        if (result.outcome === 'notApplicable') expect(result.reasons).not.toEqual([]);
        if (result.outcome === 'needsData') expect(result.fields).not.toEqual([]);
      }),
    );
  });

  it('gives the same bytes again, and what it asks for is enough to decide', () => {
    fc.assert(
      fc.property(factsOf(clause), factsOf(clause), day, (facts, more, date) => {
        const result = evaluate(clause, facts, date);
        expect(JSON.stringify(evaluate(clause, { ...facts }, date))).toBe(JSON.stringify(result));
        if (result.outcome !== 'needsData') return;
        const asked = result.fields.map((field) => field.field);
        if (!asked.every((field) => more[field] != null)) return;
        const filled = {
          ...facts,
          ...Object.fromEntries(asked.map((field) => [field, more[field] ?? null])),
        };
        expect(evaluate(clause, filled, date).outcome).not.toBe('needsData');
      }),
    );
  });

  it('never goes over a limit of its document, and grows with every amount that is put in', () => {
    const limits = limitsOf(clause.amount);
    const bases = Object.values(clause.facts).filter(
      (fact) =>
        fact.type === 'money' && fact.source.kind === 'project' && !takenOff(clause.amount).has(fact.name),
    );
    fc.assert(
      fc.property(fullFactsOf(clause), day, money, (facts, date, more) => {
        const result = evaluate(clause, facts, date);
        if (result.outcome !== 'awarded') return;
        for (const limit of limits) expect(result.amount).toBeLessThanOrEqual(limit);
        for (const base of bases) {
          const known = Number(facts[base.name]);
          const grown = evaluate(clause, { ...facts, [base.name]: Math.min(known + more, 2 ** 50) }, date);
          if (grown.outcome === 'awarded' && known + more <= 2 ** 50) {
            expect(grown.amount).toBeGreaterThanOrEqual(result.amount);
          }
        }
      }),
    );
  });

  it('computes again from the stored pack version to the same bytes', () => {
    fc.assert(
      fc.property(factsOf(clause), day, (facts, date) => {
        // The stored text is the clause that was written a moment ago.
        const stored = JSON.parse(JSON.stringify(clause)) as Clause;
        expect(JSON.stringify(evaluate(stored, facts, date))).toBe(
          JSON.stringify(evaluate(clause, facts, date)),
        );
      }),
    );
  });

  it('knowing more never turns a refusal into money', () => {
    fc.assert(
      fc.property(factsOf(clause), factsOf(clause), day, (facts, more, date) => {
        if (evaluate(clause, facts, date).outcome !== 'notApplicable') return;
        expect(evaluate(clause, { ...more, ...facts }, date).outcome).toBe('notApplicable');
      }),
    );
  });
});

describe('a share with a cap', () => {
  const clause = findClause(packOf('example'), '二1');
  if (clause === undefined) throw new Error('the example has no 二1');
  const fitting = { totalInvestment: 300 * fenPerWan, field: 'tools', aboveScale: true };
  const cap = 80 * fenPerWan;
  const amountOf = (result: Evaluation) => (result.outcome === 'awarded' ? result.amount : Number.NaN);
  const paid = (equipment: number, software: number) =>
    amountOf(evaluate(clause, { ...fitting, equipment, software }, '2025-06-01'));

  it('never exceeds the cap and reaches it exactly', () => {
    fc.assert(fc.property(money, money, (a, b) => paid(a, b) <= cap));
    // 80万元 ÷ 15% = 533.3333…万元
    expect(paid(533_333_333, 0)).toBe(cap);
    expect(paid(533_333_330, 0)).toBe(cap);
    expect(paid(533_333_329, 0)).toBe(cap - 1);
  });

  it('grows with its base and does not care how the base is split', () => {
    fc.assert(
      fc.property(money, money, money, (a, b, more) => {
        expect(paid(a + more, b)).toBeGreaterThanOrEqual(paid(a, b));
        expect(paid(a, b)).toBe(paid(a + b, 0));
      }),
    );
  });
});
