import { AppError } from '#shared/contract/errors.ts';
import { type Day, isDay } from '#shared/domain/day.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { Clause, PayerLevel } from './clause.ts';
import { clauseTrace } from './clause-trace.ts';
import type { Facts } from './fact.ts';
import { checkFacts } from './facts.ts';
import { inForceNotes, inForceTrace, type PolicySettings, termOf } from './in-force.ts';
import { evaluateAmount, evaluateCondition } from './mechanisms/index.ts';
import type { Run } from './mechanisms/mechanism.ts';
import { missingFields, type NeededField } from './needed-fields.ts';
import { factText, figureText, type TraceNode, traceParameter } from './trace.ts';

/** What may come with an evaluation beside the facts. */
export type EvaluationOptions = {
  readonly settings?: PolicySettings;
  /** 测算: figures assumed in place of parameters, by name, in 分, ppm or the counted unit. */
  readonly overrides?: Readonly<Record<string, number>>;
  /** Where each fact comes from: a form, a cell, a ledger row. */
  readonly origins?: Readonly<Record<string, string>>;
};

/** The answer of a clause for one case: never a silent zero. JSON-serialisable, same input same bytes. */
export type Evaluation =
  | {
      readonly outcome: 'awarded';
      /** 分. With `ceiling` it is the most that can be paid. */
      readonly amount: Fen;
      readonly ceiling: boolean;
      readonly payers: readonly PayerLevel[];
      readonly notes: readonly string[];
      readonly trace: TraceNode;
    }
  | { readonly outcome: 'notApplicable'; readonly reasons: readonly string[]; readonly trace: TraceNode }
  | { readonly outcome: 'needsData'; readonly fields: readonly NeededField[]; readonly trace: TraceNode };

/**
 * Evaluates a clause (条款) for one case; pure.
 * 1. The facts are checked. 2. The day is held against the term. 3. Every condition is evaluated, the failed ones too.
 * 4. Unless something stands in the way the amount is computed. 5. All of it goes into the trace.
 * @param date day of the case by which the clause is chosen (`dateLabel`), not today
 * @throws AppError `facts-invalid` for unknown or ill-typed facts, a bad date, setting or override
 */
export function evaluate(
  clause: Clause,
  facts: Facts,
  date: Day,
  options: EvaluationOptions = {},
): Evaluation {
  if (!isDay(date)) throw new AppError('facts-invalid', { problem: `日期“${date}”不对，应为 YYYY-MM-DD。` });
  checkFacts(clause, facts);
  checkOverrides(clause, options.overrides);
  const settings = options.settings ?? {};
  const term = termOf(clause.inForce, settings);
  const run = createRun(clause, facts, options);
  const force = inForceTrace(clause, term, date);
  const conditions = evaluateCondition(clause.conditions, run);
  const refused = force.met === false || conditions.met === false;
  const amount = refused ? undefined : evaluateAmount(clause.amount, run);
  const steps = amount === undefined ? [force, conditions] : [force, conditions, amount];
  const reasons = [force, conditions].flatMap(failures).concat(amount === undefined ? [] : refusals(amount));
  const known = reasons.length === 0 && conditions.met === true ? amount?.value : undefined;
  const value = typeof known === 'number' ? known : null;
  const trace = clauseTrace(clause, steps, value, settings);

  if (reasons.length > 0) return { outcome: 'notApplicable', reasons, trace };
  if (value === null) return { outcome: 'needsData', fields: missingFields(clause, steps), trace };
  return {
    outcome: 'awarded',
    amount: value,
    ceiling: clause.amount.mechanism === 'ceiling',
    payers: clause.payers,
    notes: [...inForceNotes(clause, term, date), ...clause.notes],
    trace,
  };
}

function checkOverrides(clause: Clause, overrides: EvaluationOptions['overrides']): void {
  for (const name in overrides) {
    const parameter = Object.hasOwn(clause.parameters, name) ? clause.parameters[name] : undefined;
    const value = overrides[name];
    if (parameter === undefined || parameter.kind === 'list') {
      throw new AppError('facts-invalid', { problem: `没有名为“${name}”的数值参数，不能假设。` });
    }
    if (value === undefined || !Number.isSafeInteger(value) || value < 0) {
      throw new AppError('facts-invalid', { problem: `“${parameter.label}”的假设值应为不小于零的整数。` });
    }
  }
}

function createRun(clause: Clause, facts: Facts, options: EvaluationOptions): Run {
  const { overrides = {}, origins = {} } = options;
  const run: Run = {
    rounding: clause.rounding,
    input: (fact) => {
      const value = facts[fact.name] ?? null;
      const base = { field: fact.name, label: fact.label, value, text: factText(fact, value) };
      const origin = origins[fact.name];
      return origin === undefined || value === null ? base : { ...base, origin };
    },
    figure: (parameter) => {
      const assumed = overrides[parameter.name];
      const written = traceParameter(parameter);
      if (assumed === undefined) return { ...written, value: parameter.value };
      const text = figureText(assumed, parameter.unit);
      return { ...written, value: assumed, text, reference: `测算假设，文件为${parameter.text}` };
    },
    condition: (node) => evaluateCondition(node, run),
    amount: (node) => evaluateAmount(node, run),
  };
  return run;
}

/** Why conditions fail: a step that gives its own reason speaks for its parts. */
function failures(step: TraceNode): readonly string[] {
  if (step.met !== false) return [];
  return step.reason === undefined ? step.children.flatMap(failures) : [step.reason];
}

/** Why an amount cannot be had, wherever inside it the document is silent. */
function refusals(step: TraceNode): readonly string[] {
  return step.reason === undefined ? step.children.flatMap(refusals) : [step.reason];
}
