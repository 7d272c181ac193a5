import { type ChoiceFigure, yearFigureInfo } from '#shared/domain/firm-year.ts';
import { amountText } from '#shared/domain/money.ts';
import type { Finding, Outcome } from './check.ts';
import { type MeasureKind, measures } from './measures.ts';
import type { Test } from './standard.ts';

/** Word of each outcome. */
export const outcomeText: Readonly<Record<Outcome, string>> = {
  met: '符合',
  unmet: '不符合',
  unknown: '缺数据',
  judge: '需人工判断',
};

/** A value of a measure in words with its unit. */
function valueText(kind: MeasureKind, value: number): string {
  switch (kind) {
    case 'money':
      return amountText(Math.round(value / 10_000) * 10_000);
    case 'share':
      return `${trim((value / 10_000).toFixed(2))}%`;
    case 'score':
      return `${trim((value / 100).toFixed(2))} 分`;
    case 'count':
      return trim(value.toFixed(2));
  }
}

/** What a test asks for, in words; `titleLabel` names titles. */
export function needText(test: Test, titleLabel: (id: string) => string): string {
  switch (test.kind) {
    case 'measure': {
      const { label, kind } = measures[test.measure];
      const limits = [
        test.least === null ? null : `不低于 ${valueText(kind, test.least)}`,
        test.most === null ? null : `不高于 ${valueText(kind, test.most)}`,
        test.below === null ? null : `低于 ${valueText(kind, test.below)}`,
      ];
      return `${label}${limits.filter((limit) => limit !== null).join('、')}`;
    }
    case 'flag':
      return yearFigureInfo[test.figure].label;
    case 'choice':
      return `${yearFigureInfo[test.figure].label}为${choiceWords(test.figure, test.of)}${test.years > 0 ? `（近 ${test.years} 年）` : ''}`;
    case 'title': {
      const names = test.titleIds.map(titleLabel).join('或');
      return test.held ? `持有有效的${names}称号` : `不持有有效的${names}称号`;
    }
    case 'sme':
      return '属于中小企业';
    case 'judge':
      return test.text;
    case 'score':
      return '评价得分达标';
    case 'all':
      return test.tests.map((each) => needText(each, titleLabel)).join('，且');
    case 'any':
      return test.tests.map((each) => bracketed(each, titleLabel)).join('；或');
  }
}

/** What the firm has, as far as it is known; null when there is nothing to say. */
export function actualText(finding: Finding): string | null {
  const { test, reading } = finding;
  if (test.kind === 'measure') {
    return reading?.known === true ? valueText(measures[test.measure].kind, reading.value.value) : null;
  }
  if (finding.parts.length === 0) return finding.actual;
  const said = finding.parts.flatMap((part) => {
    const text = actualText(part);
    if (text === null) return [];
    return [part.test.kind === 'measure' ? `${measures[part.test.measure].label} ${text}` : text];
  });
  return said.length === 0 ? null : [...new Set(said)].join('；');
}

/** By how much an unmet test is missed, in words; null when it is not unmet. */
export function gapText(finding: Finding): string | null {
  if (finding.outcome !== 'unmet') return null;
  const { test, reading } = finding;
  if (test.kind === 'measure' && reading?.known === true) {
    const { kind, label } = measures[test.measure];
    const { value, compare } = reading.value;
    const short = test.least !== null && compare(test.least) < 0;
    const limit = short ? test.least : (test.most ?? test.below);
    if (limit === null) return null;
    const size = Math.abs(limit - value);
    const text = kind === 'share' ? `${trim((size / 10_000).toFixed(2))} 个百分点` : valueText(kind, size);
    return `${label}${short ? '差' : '超'} ${text}`;
  }
  const unmet = finding.parts.filter((part) => part.outcome === 'unmet');
  if (unmet.length === 0) return null;
  const nearest =
    test.kind === 'any' ? [...unmet].sort((a, b) => a.distance - b.distance).slice(0, 1) : unmet;
  const texts = nearest.flatMap((part) => gapText(part) ?? []);
  return texts.length === 0 ? null : texts.join('，');
}

function bracketed(test: Test, titleLabel: (id: string) => string): string {
  const text = needText(test, titleLabel);
  return test.kind === 'all' ? `（${text}）` : text;
}

function choiceWords(figure: ChoiceFigure, values: readonly string[]): string {
  const words = yearFigureInfo[figure].choices ?? {};
  return values.map((value) => words[value] ?? value).join('或');
}

function trim(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
