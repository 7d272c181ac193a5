import { check, type ScoreAnswer } from './check.ts';
import type { Criterion, ScoreTable } from './standard.ts';
import { latest, type Subject } from './subject.ts';

/** Points between which a score lies; both are the same when every figure is known. */
export type Range = { readonly low: number; readonly high: number };

/** A line of the table with its points and the figures that are missing. */
export type CriterionScore = Range & { readonly criterion: Criterion; readonly missing: readonly string[] };

/** The score of a firm by a table, part by part. */
export type Score = Range & {
  readonly pass: number;
  readonly parts: readonly (Range & {
    readonly label: string;
    readonly full: number;
    readonly least: number;
    readonly criteria: readonly CriterionScore[];
  })[];
};

/** Scores a firm (评价得分); a missing figure leaves a range from its lowest to its highest points. */
export function scoreOf(table: ScoreTable, subject: Subject): Score {
  const parts = table.parts.map(({ label, full, least, criteria }) => {
    const lines = criteria.map((criterion) => scoreCriterion(criterion, subject));
    return { label, full, least, criteria: lines, ...total(lines) };
  });
  return { pass: table.pass, parts, ...total(parts) };
}

/** What the score means for the standard: every part and the whole must reach their least points. */
export function scoreAnswer(score: Score): ScoreAnswer {
  const limits = [{ ...score, least: score.pass }, ...score.parts];
  const short = limits.filter((each) => each.high < each.least);
  const missing = [
    ...new Set(score.parts.flatMap((part) => part.criteria.flatMap((criterion) => criterion.missing))),
  ];
  if (short.length > 0) {
    const distance = Math.max(...short.map((each) => (each.least - each.high) / each.least));
    return { outcome: 'unmet', distance, missing: [] };
  }
  if (limits.every((each) => each.low >= each.least)) return { outcome: 'met', distance: 0, missing: [] };
  return missing.length > 0
    ? { outcome: 'unknown', distance: 0, missing }
    : { outcome: 'judge', distance: 0, missing: [] };
}

function scoreCriterion(criterion: Criterion, subject: Subject): CriterionScore {
  if (criterion.how === 'given') {
    const reading = latest(subject, 'featurePoints');
    if (!reading.known) return { criterion, low: 0, high: criterion.full, missing: reading.missing };
    const points = Math.min(criterion.full, reading.value / 100);
    return { criterion, low: points, high: points, missing: [] };
  }
  return criterion.how === 'sum' ? addUp(criterion, subject) : firstBand(criterion, subject);
}

/** The first band that holds; bands above it that could still hold leave the score open upwards. */
function firstBand(criterion: Criterion, subject: Subject): CriterionScore {
  let high: number | undefined;
  const missing: string[] = [];
  for (const { points, test } of criterion.bands) {
    const finding = check(test, subject, null);
    if (finding.outcome === 'met') return { criterion, low: points, high: high ?? points, missing };
    if (finding.outcome === 'unmet') continue;
    high = Math.max(high ?? 0, points);
    missing.push(...finding.missing.filter((each) => !missing.includes(each)));
  }
  return { criterion, low: 0, high: high ?? 0, missing };
}

function addUp(criterion: Criterion, subject: Subject): CriterionScore {
  let [low, high] = [0, 0];
  const missing: string[] = [];
  for (const { points, test } of criterion.bands) {
    const finding = check(test, subject, null);
    if (finding.outcome === 'unmet') continue;
    high += points;
    if (finding.outcome === 'met') low += points;
    missing.push(...finding.missing);
  }
  return { criterion, low: Math.min(low, criterion.full), high: Math.min(high, criterion.full), missing };
}

function total(ranges: readonly Range[]): Range {
  return {
    low: ranges.reduce((sum, range) => sum + range.low, 0),
    high: ranges.reduce((sum, range) => sum + range.high, 0),
  };
}
