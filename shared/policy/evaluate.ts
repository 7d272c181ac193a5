import { AppError } from '#shared/contract/errors.ts';
import { type Day, isDay } from '#shared/domain/day.ts';
import { amountText, type Fen } from '#shared/domain/money.ts';
import type { PayerLevel } from '#shared/domain/payer.ts';
import type { Clause, Entitlement } from './clause.ts';
import { clauseTrace, entitlementTrace } from './clause-trace.ts';
import type { Facts } from './fact.ts';
import { checkFacts } from './facts.ts';
import { inForceNotes, inForceTrace, type PolicySettings, type Term, termOf } from './in-force.ts';
import { undecided } from './mechanisms/cases.ts';
import { evaluateAmount, evaluateCondition } from './mechanisms/index.ts';
import type { Run } from './mechanisms/mechanism.ts';
import { missingFields, type NeededField } from './needed-fields.ts';
import type { RoundingName } from './rounding.ts';
import { factText, figureText, type TraceInput, type TraceNode, traceFigure } from './trace.ts';

/** What may come with an evaluation beside the facts. */
export type EvaluationOptions = {
  readonly settings?: PolicySettings;
  /** 测算: figures assumed in place of parameters, by name, in 分, ppm or the counted unit. */
  readonly overrides?: Readonly<Record<string, number>>;
  /** Where each fact comes from: a form, a cell, a ledger row. */
  readonly origins?: Readonly<Record<string, string>>;
  /** What the bureau decided where the document names only a ceiling, 分, with its reason. */
  readonly decided?: { readonly amount: Fen; readonly reason: string };
};

/** The answer of a clause for one case: never a silent zero. JSON-serialisable, same input same bytes. */
export type Evaluation =
  | {
      readonly outcome: 'awarded';
      /** 分. With `ceiling` it is the most that can be paid. */
      readonly amount: Fen;
      readonly ceiling: boolean;
      /** What the bureau decided within the ceiling; null while it has not, or where the document fixes the amount. */
      readonly decided: Fen | null;
      readonly payers: readonly PayerLevel[];
      readonly notes: readonly string[];
      readonly trace: TraceNode;
    }
  | { readonly outcome: 'notApplicable'; readonly reasons: readonly string[]; readonly trace: TraceNode }
  | { readonly outcome: 'needsData'; readonly fields: readonly NeededField[]; readonly trace: TraceNode };

/** Whether a firm is entitled to something that is not a sum of money (服务保障). */
export type EntitlementResult =
  | { readonly outcome: 'entitled'; readonly notes: readonly string[]; readonly trace: TraceNode }
  | Exclude<Evaluation, { readonly outcome: 'awarded' }>;

/**
 * Evaluates a clause (条款) for one case; pure.
 * 1. The facts are checked. 2. The day is held against the term. 3. Every condition is evaluated, the failed ones too.
 * 4. Unless something stands in the way the amount is computed. 5. All of it goes into the trace.
 * @param date day of the case by which the clause is chosen (`dateLabel`), not today
 * @throws AppError `facts-invalid` for unknown or ill-typed facts, a bad date, setting or override, or a decided
 * amount over the ceiling
 */
export function evaluate(
  clause: Clause,
  facts: Facts,
  date: Day,
  options: EvaluationOptions = {},
): Evaluation {
  const settings = options.settings ?? {};
  const run = createRun(clause, clause.rounding, facts, date, options);
  const { term, force, conditions } = weigh(clause, facts, date, options, run);
  const refused = force.met === false || conditions.met === false;
  const amount = refused ? undefined : evaluateAmount(clause.amount, run);
  const steps = amount === undefined ? [force, conditions] : [force, conditions, amount];
  const reasons = [force, conditions].flatMap(failures).concat(amount === undefined ? [] : refusals(amount));
  const known = reasons.length === 0 && conditions.met === true ? amount?.value : undefined;
  const value = typeof known === 'number' ? known : null;
  const ceiling = clause.amount.mechanism === 'ceiling';
  checkDecision(ceiling, value, options.decided);
  const trace = clauseTrace(clause, steps, value, settings);

  if (reasons.length > 0) return { outcome: 'notApplicable', reasons, trace };
  if (value === null) return { outcome: 'needsData', fields: missingFields(clause, steps), trace };
  return {
    outcome: 'awarded',
    amount: value,
    ceiling,
    decided: options.decided?.amount ?? null,
    payers: clause.payers,
    notes: [...inForceNotes(clause, term, date), ...clause.notes],
    trace,
  };
}

/** Evaluates an entitlement for one firm or project; pure, like `evaluate`. */
export function evaluateEntitlement(
  entitlement: Entitlement,
  facts: Facts,
  date: Day,
  options: EvaluationOptions = {},
): EntitlementResult {
  // Nothing is computed, so nothing is rounded; the run only has to have a rounding.
  const run = createRun(entitlement, '四舍五入到分', facts, date, options);
  const { term, force, conditions } = weigh(entitlement, facts, date, options, run);
  const steps = [force, conditions];
  const reasons = steps.flatMap(failures);
  const trace = entitlementTrace(entitlement, steps, reasons.length === 0 ? (conditions.met ?? null) : false);
  if (reasons.length > 0) return { outcome: 'notApplicable', reasons, trace };
  if (conditions.met !== true) {
    return { outcome: 'needsData', fields: missingFields(entitlement, steps), trace };
  }
  return {
    outcome: 'entitled',
    notes: [...inForceNotes(entitlement, term, date), ...entitlement.notes],
    trace,
  };
}

/** Checks what was given, then holds the day against the term and the facts against every condition. */
function weigh(
  clause: Clause | Entitlement,
  facts: Facts,
  date: Day,
  options: EvaluationOptions,
  run: Run,
): { readonly term: Term; readonly force: TraceNode; readonly conditions: TraceNode } {
  if (!isDay(date)) throw new AppError('facts-invalid', { problem: `日期“${date}”不对，应为 YYYY-MM-DD。` });
  checkFacts(clause, facts);
  checkOverrides(clause, options.overrides);
  const term = termOf(clause.inForce, options.settings ?? {});
  const force = inForceTrace(clause, term, date);
  return { term, force, conditions: evaluateCondition(clause.conditions, run) };
}

function checkDecision(ceiling: boolean, value: Fen | null, decided: EvaluationOptions['decided']): void {
  if (decided === undefined) return;
  const { amount } = decided;
  if (!ceiling) throw invalid('本条金额由文件规定，不需要核定。');
  if (!Number.isSafeInteger(amount) || amount < 0) throw invalid('核定金额应为不小于零的整数（分）。');
  if (value !== null && amount > value) {
    throw invalid(`核定金额${amountText(amount)}超过上限${amountText(value)}，请改小后再填。`);
  }
}

function invalid(problem: string): AppError {
  return new AppError('facts-invalid', { problem });
}

function checkOverrides(clause: Clause | Entitlement, overrides: EvaluationOptions['overrides']): void {
  for (const name in overrides) {
    const parameter = Object.hasOwn(clause.parameters, name) ? clause.parameters[name] : undefined;
    const value = overrides[name];
    if (parameter === undefined || parameter.kind === 'list' || parameter.kind === 'series') {
      throw new AppError('facts-invalid', { problem: `没有名为“${name}”的数值参数，不能假设。` });
    }
    if (value === undefined || !Number.isSafeInteger(value) || value < 0) {
      throw new AppError('facts-invalid', { problem: `“${parameter.label}”的假设值应为不小于零的整数。` });
    }
  }
}

function createRun(
  clause: Clause | Entitlement,
  rounding: RoundingName,
  facts: Facts,
  date: Day,
  options: EvaluationOptions,
): Run {
  const { overrides = {}, origins = {}, decided } = options;
  const run: Run = {
    rounding,
    date: { field: 'date', label: clause.dateLabel, value: date, text: date },
    decided: decided === undefined ? null : decidedInput(decided),
    input: (fact) => {
      const value = facts[fact.name] ?? null;
      const base = { field: fact.name, label: fact.label, value, text: factText(fact, value) };
      const origin = origins[fact.name];
      return origin === undefined || value === null ? base : { ...base, origin };
    },
    figure: (parameter) => {
      const assumed = overrides[parameter.name];
      if (assumed === undefined) return traceFigure(parameter);
      const text = figureText(assumed, parameter.unit);
      const reference = `测算假设，文件为${parameter.text}`;
      return { ...traceFigure(parameter), value: assumed, text, reference };
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

function decidedInput(decided: NonNullable<EvaluationOptions['decided']>): TraceInput {
  const { amount, reason } = decided;
  return { field: 'decided', label: '区里核定', value: amount, text: amountText(amount), origin: reason };
}

/** Why an amount cannot be had, wherever inside it the document is silent or its limit is used up. */
function refusals(step: TraceNode): readonly string[] {
  if (step.mechanism === 'cases' && step.reason === undefined) {
    // The conditions before the last child only choose among the cases; while the case is open none of them counts.
    return step.word === undecided ? [] : step.children.slice(-1).flatMap(refusals);
  }
  return step.reason === undefined ? step.children.flatMap(refusals) : [step.reason];
}
