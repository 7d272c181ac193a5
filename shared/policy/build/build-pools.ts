import type { PoolRule, Title } from '../pack.ts';
import type { GoalsFile } from '../schema/goals-schema.ts';
import type { YamlSource } from '../schema/yaml-source.ts';
import { buildEvaluation } from './build-evaluation.ts';
import { type DocumentTable, reportDuplicates, resolveRef } from './references.ts';

/** Builds the cultivation pools; a pool without its measure, and titles that do not exist, are problems. */
export function buildPools(
  file: GoalsFile,
  titles: readonly Title[],
  documents: DocumentTable,
  source: YamlSource,
): readonly PoolRule[] {
  reportDuplicates(
    file.pools.map((pool, i) => ({ text: pool.id, at: ['pools', i, 'id'] })),
    '培育库编号',
    source,
  );
  const measured = file.measures
    .filter((measure) => measure.counts === '培育库')
    .map((measure) => measure.id);
  for (const [i, measure] of file.measures.entries()) {
    if (measure.counts !== '培育库' || file.pools.some((pool) => pool.id === measure.id)) continue;
    source.report(
      ['measures', i, 'id'],
      `指标“${measure.label}”没有对应的培育库`,
      `在 pools 中加一个编号为 ${measure.id} 的培育库。`,
    );
  }
  const known = titles.map((title) => title.id);
  return file.pools.map((pool, i) => {
    const checkTitle = (id: string, ...rest: readonly (string | number)[]) => {
      if (known.includes(id)) return;
      source.report(['pools', i, ...rest], `称号“${id}”不在本区称号中`, `改为：${known.join('、')}。`);
    };
    if (!measured.includes(pool.id)) {
      source.report(
        ['pools', i, 'id'],
        `培育库“${pool.label}”没有对应的指标`,
        '在 measures 中加同一编号的指标。',
      );
    }
    checkTitle(pool.goal, 'goal');
    for (const [j, item] of pool.standard.items.entries()) {
      for (const [k, id] of item.titles.entries()) checkTitle(id, 'standard', 'items', j, 'titles', k);
      if (item.titles.length > 0 === (item.fact !== undefined)) {
        source.report(
          ['pools', i, 'standard', 'items', j],
          '遴选条件要写称号或情况之一',
          '只写 titles 或只写 fact。',
        );
      }
    }
    return {
      id: pool.id,
      label: pool.label,
      aliases: pool.aliases,
      goalTitleId: pool.goal,
      evaluation: buildEvaluation(pool.evaluation, { documents, titleIds: known }, source, [
        'pools',
        i,
        'evaluation',
      ]),
      stages: pool.stages,
      reference: resolveRef(pool.ref, documents, source, ['pools', i, 'ref']),
      standard: {
        note: pool.standard.note,
        pass: pool.standard.pass,
        items: pool.standard.items.map((item) => ({
          label: item.label,
          titleIds: item.titles,
          fact: item.fact === undefined ? null : poolFacts[item.fact],
          points: item.points,
          required: item.required,
        })),
      },
    };
  });
}

/** What a selection item can ask of the firm itself, by its word in the file. */
const poolFacts = { 产业链: 'chain', 规上: 'aboveScale', 平台: 'platform' } as const;
