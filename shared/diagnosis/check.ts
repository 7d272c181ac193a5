import { scaleText } from '#shared/text/firm-text.ts';
import type { Amount } from './amount.ts';
import { measures } from './measures.ts';
import type { Test } from './standard.ts';
import { lacks, lastYear, type Reading, type Subject } from './subject.ts';

/** 符合, 不符合, 缺数据, 需人工判断. */
export type Outcome = 'met' | 'unmet' | 'unknown' | 'judge';

/** A test held against a firm. */
export type Finding = {
  readonly test: Test;
  readonly outcome: Outcome;
  /** How far an unmet test is from being met, as a share of its threshold, 0 to 1; 0 for the others. */
  readonly distance: number;
  /** Figures (未填) that are missing. */
  readonly missing: readonly string[];
  readonly reading: Reading<Amount> | null;
  /** What the firm has, in words, for tests that are no measures. */
  readonly actual: string | null;
  readonly parts: readonly Finding[];
};

/** Answer of the scoring table, where a test asks for it. */
export type ScoreAnswer = Pick<Finding, 'outcome' | 'distance' | 'missing'>;

/** Holds one test against a firm; pure. `score` answers for the scoring table of the standard. */
export function check(test: Test, subject: Subject, score: ScoreAnswer | null): Finding {
  switch (test.kind) {
    case 'measure':
      return checkMeasure(test, subject);
    case 'flag':
      return checkState(test, subject);
    case 'choice':
      return checkState(test, subject);
    case 'title': {
      const has = test.titleIds.some((id) => subject.titleIds.has(id));
      return plain(test, has === test.held ? 'met' : 'unmet', [], has ? '持有' : '未持有');
    }
    case 'sme':
      if (subject.scale === null) return plain(test, 'unknown', ['企业规模'], null);
      return plain(test, subject.scale === 'large' ? 'unmet' : 'met', [], scaleText[subject.scale]);
    case 'judge':
      return plain(test, 'judge', [], null);
    case 'score':
      if (score === null) throw new Error('a standard without a table asks for its score');
      return { ...plain(test, score.outcome, score.missing, null), distance: score.distance };
    case 'all':
      return checkAll(
        test,
        test.tests.map((each) => check(each, subject, score)),
      );
    case 'any':
      return checkAny(
        test,
        test.tests.map((each) => check(each, subject, score)),
      );
  }
}

function plain(test: Test, outcome: Outcome, missing: readonly string[], actual: string | null): Finding {
  return { test, outcome, distance: outcome === 'unmet' ? 1 : 0, missing, reading: null, actual, parts: [] };
}

function checkMeasure(test: Extract<Test, { kind: 'measure' }>, subject: Subject): Finding {
  const reading = measures[test.measure].read(subject);
  const base = { test, reading, actual: null, parts: [] };
  if (!reading.known) return { ...base, outcome: 'unknown', distance: 0, missing: reading.missing };
  const { value, compare } = reading.value;
  const short = test.least !== null && compare(test.least) < 0 ? test.least : null;
  const over =
    test.most !== null && compare(test.most) > 0
      ? test.most
      : test.below !== null && compare(test.below) >= 0
        ? test.below
        : null;
  const limit = short ?? over;
  if (limit === null) return { ...base, outcome: 'met', distance: 0, missing: [] };
  const distance = limit === 0 ? 1 : Math.min(1, Math.abs(value - limit) / Math.abs(limit));
  return { ...base, outcome: 'unmet', distance, missing: [] };
}

/** Yes-or-no figures and choices: one good year is enough; otherwise a year without statement leaves it open. */
function checkState(test: Extract<Test, { kind: 'flag' | 'choice' }>, subject: Subject): Finding {
  const last = lastYear(subject);
  const several = test.kind === 'choice' && test.years > 0;
  const years = several ? Array.from({ length: test.years }, (_, back) => last - back) : [];
  const stated = [last + 1, ...(several ? years : [last])].map((year) => ({
    year,
    value: subject.years.get(year)?.[test.figure] ?? null,
  }));
  const good = (value: boolean | string | null) =>
    test.kind === 'flag' ? value === true : typeof value === 'string' && test.of.includes(value);
  const newest = several ? stated : stated.filter((each) => each.value !== null).slice(0, 1);
  if (newest.some((each) => good(each.value))) return plain(test, 'met', [], '有');
  const open = several ? stated.filter((each) => each.year <= last && each.value === null) : [];
  if (newest.length === 0) return plain(test, 'unknown', lacks(last, test.figure).missing, null);
  const missing = open.flatMap((each) => lacks(each.year, test.figure).missing);
  return missing.length > 0 ? plain(test, 'unknown', missing, null) : plain(test, 'unmet', [], '无');
}

function checkAll(test: Test, parts: readonly Finding[]): Finding {
  const unmet = parts.filter((part) => part.outcome === 'unmet');
  const missing = parts.flatMap((part) => part.missing);
  const distance = Math.min(
    1,
    unmet.reduce((total, part) => total + part.distance, 0),
  );
  const rest =
    missing.length > 0 ? 'unknown' : parts.some((part) => part.outcome === 'judge') ? 'judge' : 'met';
  const outcome = unmet.length > 0 ? 'unmet' : rest;
  return { test, outcome, distance, missing, reading: null, actual: null, parts };
}

function checkAny(test: Test, parts: readonly Finding[]): Finding {
  const order: readonly Outcome[] = ['met', 'judge', 'unknown', 'unmet'];
  const outcome = order.find((each) => parts.some((part) => part.outcome === each)) ?? 'unmet';
  const distance = outcome === 'unmet' ? Math.min(...parts.map((part) => part.distance)) : 0;
  const missing = outcome === 'unknown' ? [...new Set(parts.flatMap((part) => part.missing))] : [];
  return { test, outcome, distance, missing, reading: null, actual: null, parts };
}
