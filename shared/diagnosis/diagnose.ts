import { check, type Finding, type Outcome } from './check.ts';
import { type Score, scoreAnswer, scoreOf } from './score.ts';
import type { Application, Condition, Standard } from './standard.ts';
import type { Subject } from './subject.ts';

/** One condition of the standard held against the firm. */
export type ConditionFinding = { readonly condition: Condition; readonly finding: Finding };

/** The answer of a standard for one firm (对标诊断). */
export type Diagnosis = {
  readonly outcome: Outcome;
  /** Gaps of unmet conditions added up, each a share of its threshold, and half for each that lacks figures. */
  readonly distance: number;
  readonly findings: readonly ConditionFinding[];
  readonly score: Score | null;
};

/** Distance that a condition without figures counts for: it may be met or not. */
const unknownDistance = 0.5;

/** Holds a standard against a firm; pure, every condition is looked at, the failed ones too. */
export function diagnose(standard: Standard, application: Application, subject: Subject): Diagnosis {
  const score = standard.score === null ? null : scoreOf(standard.score, subject);
  const answer = score === null ? null : scoreAnswer(score);
  const findings = standard.conditions
    .filter((condition) => condition.only === null || condition.only === application)
    .map((condition) => ({ condition, finding: check(condition.test, subject, answer) }));
  const outcomes = new Set(findings.map(({ finding }) => finding.outcome));
  const order: readonly Outcome[] = ['unmet', 'unknown', 'judge'];
  return {
    outcome: order.find((outcome) => outcomes.has(outcome)) ?? 'met',
    distance: findings.reduce(
      (sum, { finding }) => sum + (finding.outcome === 'unknown' ? unknownDistance : finding.distance),
      0,
    ),
    findings,
    score,
  };
}
