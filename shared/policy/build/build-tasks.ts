import type { MeasureRule } from '../pack.ts';
import type { YamlPath } from '../schema/problem.ts';
import type { TasksFile } from '../schema/tasks-schema.ts';
import type { YamlSource } from '../schema/yaml-source.ts';
import {
  type TaskIndicator,
  type TaskRule,
  type TaskSource,
  taskFeeds,
  taskFeedText,
  taskFeedUnit,
} from '../task.ts';
import { type DocumentTable, reportDuplicates, resolveRef } from './references.ts';

type RawIndicator = TasksFile['tasks'][number]['indicators'][number];

/** What tasks refer to besides papers. */
export type TaskTargets = {
  readonly documents: DocumentTable;
  readonly measures: readonly MeasureRule[];
  readonly clauseIds: readonly string[];
};

/** Builds the tasks (任务分工); measures and clauses that do not exist, and indicators without one source, are problems. */
export function buildTasks(file: TasksFile, known: TaskTargets, source: YamlSource): readonly TaskRule[] {
  reportDuplicates(
    file.tasks.map((task, i) => ({ text: task.id, at: ['tasks', i, 'id'] })),
    '任务编号',
    source,
  );
  return file.tasks.map((task, i) => {
    reportDuplicates(
      task.indicators.map((each, j) => ({ text: each.id, at: ['tasks', i, 'indicators', j, 'id'] })),
      '任务指标编号',
      source,
    );
    return {
      id: task.id,
      group: task.group,
      title: task.title,
      leads: task.leads,
      supports: task.supports,
      indicators: task.indicators.map((each, j) =>
        buildIndicator(each, known, source, ['tasks', i, 'indicators', j]),
      ),
      reference: resolveRef(task.ref, known.documents, source, ['tasks', i, 'ref']),
    };
  });
}

function buildIndicator(
  raw: RawIndicator,
  known: TaskTargets,
  source: YamlSource,
  at: YamlPath,
): TaskIndicator {
  const from = [raw.measure, raw.clauses[0], raw.feed, raw.unit].filter((each) => each !== undefined);
  if (from.length !== 1) {
    source.report(
      at,
      `任务指标“${raw.label}”的来源不清楚`,
      '在 measure、clauses、feed、unit 中只写一项；由单位填报的写 unit。',
    );
  }
  if (raw.target !== undefined && raw.target.unit !== raw.unit) {
    source.report(
      [...at, 'target'],
      `“${raw.target.text}”的单位与指标不一致`,
      '只有单位填报的指标写 target，单位与 unit 相同，如 30家。',
    );
  }
  checkNames(raw, known, source, at);
  const fedBy = sourceOf(raw);
  return {
    id: raw.id,
    label: raw.label,
    source: fedBy,
    unit: raw.unit ?? unitOf(fedBy),
    target: raw.target?.value ?? null,
  };
}

function checkNames(raw: RawIndicator, known: TaskTargets, source: YamlSource, at: YamlPath): void {
  const measures = known.measures.map(({ id }) => id);
  if (raw.measure !== undefined && !measures.includes(raw.measure)) {
    source.report([...at, 'measure'], `没有编号为“${raw.measure}”的指标`, `改为：${measures.join('、')}。`);
  }
  for (const [i, id] of raw.clauses.entries()) {
    if (known.clauseIds.includes(id)) continue;
    source.report(
      [...at, 'clauses', i],
      `没有编号为“${id}”的奖补条款`,
      `改为：${known.clauseIds.join('、')}。`,
    );
  }
}

function unitOf(source: TaskSource): string {
  if (source.kind === 'paid') return '万元';
  return source.kind === 'fed' ? (taskFeedUnit[source.feed] ?? '家') : '家';
}

function sourceOf({ measure, clauses, feed }: RawIndicator): TaskSource {
  if (measure !== undefined) return { kind: 'measure', measureId: measure };
  if (clauses.length > 0) return { kind: 'paid', clauseIds: clauses };
  const fed = taskFeeds.find((each) => taskFeedText[each] === feed);
  if (fed !== undefined) return { kind: 'fed', feed: fed };
  return { kind: 'reported' };
}
