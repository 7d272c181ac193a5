import { AppError } from '#shared/contract/errors.ts';
import { findClause } from './find-clause.ts';
import type { Pack } from './pack.ts';
import type { QuantityParameter } from './parameter.ts';
import { parseQuantity } from './quantity.ts';

/** One figure that is assumed in place of the document's. */
export type AssumedFigure = {
  readonly clauseId: string;
  readonly parameter: QuantityParameter;
  /** 分, ppm or the counted unit. */
  readonly value: number;
  /** As it was typed, such as `30万元`. */
  readonly text: string;
};

/**
 * Splits an assumption as the command line takes it: `四2.provincial-srdi-award=30万元`. The clause is an id or a
 * citation, the parameter a name or a label, the figure bears its unit.
 * @throws AppError `facts-invalid` in words when the form is another
 */
export function splitAssumption(text: string): {
  readonly clause: string;
  readonly parameter: string;
  readonly text: string;
} {
  const match = /^(.+)[.．]([^.=．]+)=(.+)$/.exec(text.trim());
  if (match === null) throw invalid(`“${text}”应写成 条款.参数=数值，如 四2.provincial-srdi-award=30万元。`);
  return { clause: match[1] ?? '', parameter: match[2] ?? '', text: match[3] ?? '' };
}

/**
 * Finds a figure of a clause and reads what is assumed in its place; the unit must be the document's.
 * @throws AppError `facts-invalid` in words
 */
export function assumedFigure(pack: Pack, cited: string, name: string, text: string): AssumedFigure {
  const clause = findClause(pack, cited);
  if (clause === undefined) {
    throw invalid(`没有可测算的条款“${cited}”，可写：${pack.clauses.map(({ id }) => id).join('、')}。`);
  }
  const figures = Object.values(clause.parameters).filter(isFigure);
  const wanted = name.trim();
  const parameter = figures.find((each) => each.name === wanted || each.label === wanted);
  if (parameter === undefined) {
    const known = figures.map((each) => `${each.name}（${each.label}）`).join('、');
    throw invalid(`本条没有参数“${wanted}”，可写：${known}。`);
  }
  const quantity = parseQuantity(text);
  if (quantity === undefined || quantity.unit !== parameter.unit) {
    throw invalid(
      `“${parameter.label}”的假设值“${text.trim()}”不对，请像文件那样带单位写，如${parameter.text}。`,
    );
  }
  return { clauseId: clause.id, parameter, value: quantity.value, text: text.trim() };
}

/** Whether a parameter is a single figure that can be assumed otherwise. */
function isFigure(parameter: { readonly kind: string }): parameter is QuantityParameter {
  return parameter.kind !== 'list' && parameter.kind !== 'series';
}

/** The figures by clause and parameter, as the evaluator takes them. */
export function overridesOf(
  figures: readonly AssumedFigure[],
): Readonly<Record<string, Readonly<Record<string, number>>>> {
  const overrides: Record<string, Record<string, number>> = {};
  for (const { clauseId, parameter, value } of figures) {
    overrides[clauseId] = { ...overrides[clauseId], [parameter.name]: value };
  }
  return overrides;
}

function invalid(problem: string): AppError {
  return new AppError('facts-invalid', { problem });
}
