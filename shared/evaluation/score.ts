import { check, type Finding } from '#shared/diagnosis/check.ts';
import type { Test } from '#shared/diagnosis/standard.ts';
import { lastYear, type Subject } from '#shared/diagnosis/subject.ts';
import { actualText } from '#shared/diagnosis/words.ts';
import { figureLabel, figureText } from '#shared/text/year-figure-text.ts';
import type { EvaluationIndicator } from './rule.ts';
import { watched } from './watch.ts';
import { bandText } from './words.ts';

/** One input of a score with where it comes from. */
export type EvaluationInput = { readonly label: string; readonly value: string; readonly origin: string };

/** What a firm scores on one indicator, with the reasons. Points are hundredths of a point of the whole. */
export type IndicatorScore = {
  readonly id: string;
  /** Points of 100 of the band that holds; null while figures are missing. */
  readonly band: number | null;
  /** What the band asks for, in words; null when none holds or it is not known which does. */
  readonly bandText: string | null;
  readonly low: number;
  readonly high: number;
  readonly actual: string | null;
  readonly inputs: readonly EvaluationInput[];
  /** Figures that are 缺数据. */
  readonly missing: readonly string[];
};

/** The score of a firm: `low` and `high` are the same when no figure is missing. Hundredths of a point. */
export type FirmScore = {
  readonly low: number;
  readonly high: number;
  readonly items: readonly IndicatorScore[];
  readonly missing: readonly string[];
};

/** Scores a firm on the indicators, each with the weight in force; a missing figure is a range, never a zero. */
export function evaluateFirm(
  indicators: readonly EvaluationIndicator[],
  subject: Subject,
  titleLabel: (id: string) => string,
): FirmScore {
  const items = indicators.map((indicator) => scoreIndicator(indicator, subject, titleLabel));
  return {
    low: items.reduce((sum, item) => sum + item.low, 0),
    high: items.reduce((sum, item) => sum + item.high, 0),
    items,
    missing: [...new Set(items.flatMap((item) => item.missing))],
  };
}

function scoreIndicator(
  { id, weight, bands }: EvaluationIndicator,
  firm: Subject,
  titleLabel: (id: string) => string,
): IndicatorScore {
  const { subject, seen } = watched(firm);
  const findings = bands.map(({ test }) => check(test, subject, null));
  const held = findings.findIndex(({ outcome }) => outcome === 'met');
  const before = held === -1 ? findings : findings.slice(0, held);
  const open = before.filter(({ outcome }) => outcome === 'unknown' || outcome === 'judge');
  const low = held === -1 ? 0 : (bands[held]?.points ?? 0);
  const highest = findings.findIndex((finding) => open.includes(finding));
  const high = highest === -1 ? low : (bands[highest]?.points ?? low);
  const inputs = seen.map(({ year, figure }) => ({
    label: `${year.year}年${figureLabel(figure)}`,
    value: year[figure] === null ? '缺数据' : figureText(figure, year[figure]),
    origin: `经营数据，来源：${year.source ?? '未注明'}`,
  }));
  const band = bands[held];
  return {
    id,
    band: open.length === 0 ? low : null,
    bandText: open.length > 0 || band === undefined ? null : bandText(band.test, titleLabel),
    low: low * weight,
    high: high * weight,
    actual: findings.map(actualText).find((text) => text !== null) ?? null,
    inputs: [...inputs, ...ledgerInputs(findings, firm, titleLabel)],
    missing: [...new Set(open.flatMap((finding) => finding.missing))],
  };
}

/** Inputs that are no yearly figures: titles, 注册日期, 企业规模. */
function ledgerInputs(
  findings: readonly Finding[],
  subject: Subject,
  titleLabel: (id: string) => string,
): readonly EvaluationInput[] {
  const tests = new Map(findings.flatMap(flat).map((test) => [JSON.stringify(test), test]));
  const inputs = new Map<string, EvaluationInput>();
  for (const test of tests.values()) {
    if (test.kind === 'title') {
      const on = `${lastYear(subject)}年末`;
      for (const id of test.titleIds) {
        const value = subject.titleIds.has(id) ? '持有' : '未持有';
        inputs.set(id, { label: `${on}${titleLabel(id)}`, value, origin: '称号登记' });
      }
    } else if (test.kind === 'measure' && test.measure === 'operatingYears') {
      const value = subject.registeredOn ?? '缺数据';
      inputs.set('registeredOn', { label: '注册日期', value, origin: '企业台账' });
    }
  }
  return [...inputs.values()];
}

function flat({ test, parts }: Finding): readonly Test[] {
  return parts.length === 0 ? [test] : parts.flatMap(flat);
}
