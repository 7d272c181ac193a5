import { AppError } from '#shared/contract/errors.ts';
import type { Day } from '#shared/domain/day.ts';
import type { PackProblem } from '#shared/policy/schema/problem.ts';
import { openYaml } from '#shared/policy/schema/yaml-source.ts';
import type { Application, Standard } from '../standard.ts';
import { type RawStandard, StandardSchema } from '../standard-schema.ts';

const texts = import.meta.glob('./*.yaml', { query: '?raw', import: 'default', eager: true });

/** Every standard (认定标准) the program knows, in the order of its files. */
export const standards: readonly Standard[] = Object.keys(texts)
  .sort()
  .map((path) => parseStandard(path.slice('./'.length), texts[path] ?? ''));

/**
 * The standard that judges an application for a title on a day; nothing when none is known.
 * Chosen by title, kind of application and date, never by “the present rule”.
 */
export function standardFor(titleId: string, application: Application, day: Day): Standard | undefined {
  return standards.find((standard) => {
    const term = standard.terms[application];
    return (
      standard.titleId === titleId &&
      term !== null &&
      term.from <= day &&
      (term.until === null || day <= term.until)
    );
  });
}

/** Reads one file. Throws `pack-invalid` with file, line and remedy for each problem. */
export function parseStandard(path: string, text: string): Standard {
  const problems: PackProblem[] = [];
  const source = openYaml(path, text, problems);
  const raw = source.parse(StandardSchema, source.value, []);
  if (raw !== undefined) checkSums(raw, source.report);
  if (raw === undefined || problems.length > 0) {
    const details = problems.map((each) => `${each.file}:${each.line} ${each.message}。${each.fix}`);
    throw new AppError('pack-invalid', { pack: path, count: details.length }, details);
  }
  return build(raw);
}

/** The full marks of a table must add up: a slip in a file would shift every score. */
function checkSums(
  raw: RawStandard,
  report: (at: (string | number)[], message: string, fix: string) => void,
) {
  for (const [index, part] of (raw.score?.parts ?? []).entries()) {
    const sum = part.criteria.reduce((total, criterion) => total + criterion.full, 0);
    if (sum === part.full) continue;
    report(['score', 'parts', index], `“${part.label}”各项满分合计 ${sum}，不是 ${part.full}`, '改正满分。');
  }
}

function build(raw: RawStandard): Standard {
  return {
    id: raw.id,
    titleId: raw.title,
    label: raw.label,
    document: raw.document,
    number: raw.number,
    terms: { new: raw.new, review: raw.review },
    notes: raw.notes,
    conditions: raw.conditions.map((condition) => ({
      ...condition,
      certainty: condition.certainty ?? raw.certainty,
    })),
    score:
      raw.score === null
        ? null
        : {
            pass: raw.score.pass,
            parts: raw.score.parts.map((part) => ({
              ...part,
              criteria: part.criteria.map(({ label, full, certainty, bands, sum, given }) => ({
                label,
                full,
                certainty: certainty ?? raw.certainty,
                how:
                  given !== undefined
                    ? ('given' as const)
                    : sum !== undefined
                      ? ('sum' as const)
                      : ('bands' as const),
                bands: bands ?? sum ?? [],
              })),
            })),
          },
  };
}
