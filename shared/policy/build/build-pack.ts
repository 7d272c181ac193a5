import { sha256Hex } from '#shared/domain/sha256.ts';
import type { Pack } from '../pack.ts';
import { ClausesFileSchema } from '../schema/clauses-schema.ts';
import { DistrictFileSchema } from '../schema/district-schema.ts';
import { GoalsFileSchema } from '../schema/goals-schema.ts';
import type { PackProblem } from '../schema/problem.ts';
import { TasksFileSchema } from '../schema/tasks-schema.ts';
import { CatalogueFileSchema, TitlesFileSchema } from '../schema/titles-schema.ts';
import { openYaml } from '../schema/yaml-source.ts';
import { buildClauses } from './build-clauses.ts';
import { buildDistrict, documentTable } from './build-district.ts';
import { buildMeasures } from './build-goals.ts';
import { buildPools } from './build-pools.ts';
import { buildTasks } from './build-tasks.ts';
import { buildCatalogue, buildTitles } from './build-titles.ts';
import { freezeDeep } from './freeze-deep.ts';

/** One text of a pack: its path decides what it holds. */
export type PackFile = { readonly path: string; readonly text: string };

/** The texts of a district and the national catalogue. */
export type PackTexts = {
  readonly district: PackFile;
  readonly titles: PackFile;
  readonly goals: PackFile;
  readonly clauses: PackFile;
  /** 任务分工; packs made before there were tasks have none. */
  readonly tasks: PackFile | undefined;
  readonly national: PackFile;
};

/**
 * Reads, checks and freezes a pack (区县政策包). Nothing comes back when `problems` got an entry.
 * 1. Every file is read strictly by its schema. 2. Papers, titles, then what refers to them are built,
 * with every dangling id and wrong unit reported at its line. 3. The texts are hashed.
 */
export function buildPack(id: string, texts: PackTexts, problems: PackProblem[]): Pack | undefined {
  const open = (file: PackFile) => openYaml(file.path, file.text, problems);
  const sources = {
    district: open(texts.district),
    titles: open(texts.titles),
    goals: open(texts.goals),
    clauses: open(texts.clauses),
    national: open(texts.national),
    tasks: texts.tasks === undefined ? undefined : open(texts.tasks),
  };
  if (problems.length > 0) return undefined;
  const district = sources.district.parse(DistrictFileSchema, sources.district.value, []);
  const titlesFile = sources.titles.parse(TitlesFileSchema, sources.titles.value, []);
  const goals = sources.goals.parse(GoalsFileSchema, sources.goals.value, []);
  const clausesFile = sources.clauses.parse(ClausesFileSchema, sources.clauses.value, []);
  const national = sources.national.parse(CatalogueFileSchema, sources.national.value, []);
  const tasksFile =
    sources.tasks === undefined
      ? { tasks: [] }
      : sources.tasks.parse(TasksFileSchema, sources.tasks.value, []);
  if (!district || !titlesFile || !goals || !clausesFile || !national || !tasksFile) return undefined;

  const documents = documentTable(national.documents, district, sources.district);
  const { inForce, ...place } = buildDistrict(district, documents, sources.district);
  const catalogue = buildCatalogue(national, documents, sources.national);
  const titles = buildTitles(titlesFile, catalogue, documents, sources.titles);
  const measures = buildMeasures(goals, titles, documents, sources.goals);
  const pools = buildPools(goals, titles, documents, sources.goals);
  const built = buildClauses(clausesFile, { documents, titles, inForce }, sources.clauses);
  const clauseIds = built.clauses.map(({ id: clauseId }) => clauseId);
  const tasks =
    sources.tasks === undefined
      ? []
      : buildTasks(tasksFile, { documents, measures, clauseIds }, sources.tasks);
  if (problems.length > 0) return undefined;

  const hash = hashTexts(texts);
  return freezeDeep({
    id,
    ...place,
    documents: [...documents.values()],
    titles,
    measures,
    pools,
    ...built,
    tasks,
    hash,
    ruleVersion: `${district.edition}(${hash.slice(0, 8)})`,
  });
}

/** The same on every system: line endings and a byte-order mark do not count. Tasks pay nothing: another task is no other rule. */
function hashTexts({ tasks: _tasks, ...texts }: PackTexts): string {
  const plain = (file: PackFile) => file.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const parts = Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256Hex(parts.map(([name, file]) => `${name}\n${plain(file)}`).join('\n'));
}
