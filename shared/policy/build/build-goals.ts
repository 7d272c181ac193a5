import { yearOf } from '#shared/domain/day.ts';
import type { MeasureRule, Title } from '../pack.ts';
import type { GoalsFile } from '../schema/goals-schema.ts';
import type { YamlPath } from '../schema/problem.ts';
import type { YamlSource } from '../schema/yaml-source.ts';
import { type DocumentTable, reportDuplicates, resolveRef } from './references.ts';

type RawMeasure = GoalsFile['measures'][number];

/** Builds the measures; titles that do not exist and targets out of order are problems. */
export function buildMeasures(
  file: GoalsFile,
  titles: readonly Title[],
  documents: DocumentTable,
  source: YamlSource,
): readonly MeasureRule[] {
  reportDuplicates(
    file.measures.map((measure, i) => ({ text: measure.id, at: ['measures', i, 'id'] })),
    '指标编号',
    source,
  );
  return file.measures.map((measure, i) => {
    const at = ['measures', i];
    checkTitles(measure, titles, source, at);
    checkTargets(measure, source, at);
    const refText = (raw: RawMeasure['ref'], ...rest: YamlPath) =>
      resolveRef(raw, documents, source, [...at, ...rest]).text;
    const reference = refText(measure.ref, 'ref');
    if (measure.baseline !== null) refText(measure.baseline.ref, 'baseline', 'ref');
    return {
      id: measure.id,
      label: measure.label,
      definition: measure.definition,
      reference,
      notes: measure.notes.map((note, j) => `${note.text}（${refText(note.ref, 'notes', j, 'ref')}）`),
      counts: measure.counts === '称号' ? 'titles' : 'pool',
      titleIds: measure.titles,
      basis: measure.basis === '累计数' ? 'cumulative' : 'stock',
      baseline: measure.baseline?.value.value ?? null,
      baselineOn: measure.baseline?.on ?? null,
      baselineYear: measure.baseline === null ? null : yearOf(measure.baseline.on),
      targets: measure.targets.map((target, j) => ({
        year: target.year,
        value: target.value.value,
        reference: target.ref === undefined ? reference : refText(target.ref, 'targets', j, 'ref'),
      })),
    };
  });
}

function checkTitles(measure: RawMeasure, titles: readonly Title[], source: YamlSource, at: YamlPath): void {
  const known = titles.map((title) => title.id);
  for (const [i, id] of measure.titles.entries()) {
    if (known.includes(id)) continue;
    source.report(
      [...at, 'titles', i],
      `指标统计的称号“${id}”不在本区称号中`,
      `改为：${known.join('、')}；或先在 titles.yaml 中列出。`,
    );
  }
  if (measure.counts === '称号' && measure.titles.length === 0) {
    source.report([...at, 'counts'], '按称号统计的指标没有写称号', '补上 titles 一行。');
  }
  if (measure.counts === '培育库' && measure.titles.length > 0) {
    source.report([...at, 'titles'], '按培育库统计的指标不应写称号', '删去 titles 一行。');
  }
}

function checkTargets(measure: RawMeasure, source: YamlSource, at: YamlPath): void {
  const figures = [
    { quantity: measure.baseline?.value, at: [...at, 'baseline', 'value'] },
    ...measure.targets.map((target, i) => ({ quantity: target.value, at: [...at, 'targets', i, 'value'] })),
  ];
  for (const figure of figures) {
    if (figure.quantity === undefined || figure.quantity.unit === '家') continue;
    source.report(figure.at, `“${figure.quantity.text}”的单位不对`, '企业数按家写，如 270家。');
  }
  for (const [i, target] of measure.targets.entries()) {
    const before = measure.targets[i - 1];
    if (before === undefined || before.year < target.year) continue;
    source.report(
      [...at, 'targets', i, 'year'],
      '目标年份没有从前到后排列',
      '按年份从早到晚排列，每年一行。',
    );
  }
}
