import type { Test } from '#shared/diagnosis/standard.ts';
import type { EvaluationRule } from '#shared/evaluation/rule.ts';
import type { RawEvaluation } from '../schema/goals-schema.ts';
import type { YamlPath } from '../schema/problem.ts';
import type { YamlSource } from '../schema/yaml-source.ts';
import { type DocumentTable, reportDuplicates, resolveRef } from './references.ts';

type Known = { readonly documents: DocumentTable; readonly titleIds: readonly string[] };

/** Builds the yearly evaluation of a pool; weights that do not add up and grades out of order are problems. */
export function buildEvaluation(
  raw: RawEvaluation | null,
  known: Known,
  source: YamlSource,
  at: YamlPath,
): EvaluationRule | null {
  if (raw === null) return null;
  reportDuplicates(
    raw.indicators.map(({ id }, i) => ({ text: id, at: [...at, 'indicators', i, 'id'] })),
    '评价指标编号',
    source,
  );
  const sum = raw.indicators.reduce((total, { weight }) => total + weight, 0);
  if (sum !== 100) source.report([...at, 'indicators'], `权重合计 ${sum}，不是 100`, '改正各指标的权重。');
  checkGrades(raw, source, [...at, 'grades']);
  for (const [i, { bands }] of raw.indicators.entries()) {
    for (const [j, band] of bands.entries()) {
      const place = [...at, 'indicators', i, 'bands', j];
      if (!Number.isInteger(band.points) || band.points > 100)
        source.report(place, `分值 ${band.points} 不对`, '按百分制写 1 到 100 的整数，权重另写。');
      for (const test of flat(band.test)) checkTest(test, known, source, place);
    }
  }
  return {
    note: raw.note,
    reference: resolveRef(raw.ref, known.documents, source, [...at, 'ref']),
    grades: raw.grades,
    indicators: raw.indicators.map(({ ref, ...indicator }, i) => ({
      ...indicator,
      reference:
        ref === undefined ? null : resolveRef(ref, known.documents, source, [...at, 'indicators', i, 'ref']),
    })),
  };
}

function checkGrades({ grades }: RawEvaluation, source: YamlSource, at: YamlPath): void {
  const falling = grades.every(({ least }, i) => i === 0 || least < (grades[i - 1]?.least ?? 0));
  if (!falling || grades.at(-1)?.least !== 0)
    source.report(at, '等次的分数线要从高到低，最后一等从 0 分起', '改正各等次的 least。');
  if (!grades.some(({ passes }) => !passes))
    source.report(at, '没有不合格的等次', '在不合格的等次上写 passes: false。');
}

function checkTest(test: Test, { titleIds }: Known, source: YamlSource, at: YamlPath): void {
  if (test.kind === 'score' || test.kind === 'judge')
    source.report(at, '评价指标不能用 score 或 judge', '改用 measure、yes、choice 或 holds。');
  if (test.kind !== 'title') return;
  for (const id of test.titleIds) {
    if (titleIds.includes(id)) continue;
    source.report(at, `称号“${id}”不在本区称号中`, `改为：${titleIds.join('、')}。`);
  }
}

function flat(test: Test): readonly Test[] {
  return test.kind === 'all' || test.kind === 'any' ? test.tests.flatMap(flat) : [test];
}
