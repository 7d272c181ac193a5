import { amountText } from '#shared/domain/money.ts';
import type { Fact, FactValue } from './fact.ts';
import type { ListParameter, QuantityParameter } from './parameter.ts';
import { ppmPerWhole } from './quantity.ts';

/** A parameter that a step read, with where it stands. */
export type TraceParameter = {
  readonly name: string;
  readonly label: string;
  readonly value: number | readonly string[];
  /** 分, ppm, or the counted unit. */
  readonly unit: string;
  /** The value in words: `100万元`, `20%`. */
  readonly text: string;
  readonly reference: string;
};

/** A fact that a step read; `value` null means it is not known. */
export type TraceInput = {
  readonly field: string;
  readonly label: string;
  readonly value: FactValue | null;
  /** The value in words; 未填 when not known. */
  readonly text: string;
  /** Where the value comes from: a form, a cell, a ledger row. */
  readonly origin?: string;
};

/** One step of a calculation (测算说明): JSON, stored with the award, same input same bytes. */
export type TraceNode = {
  readonly id: string;
  readonly label: string;
  readonly mechanism: string;
  /** The word of a comparison (以上…) or the name of a rounding. */
  readonly word?: string;
  /** 分 for amounts, true or false for conditions, null when it cannot be told. */
  readonly value: FactValue | null;
  readonly parameters: readonly TraceParameter[];
  readonly inputs: readonly TraceInput[];
  /** Whether the condition is met; absent when that is not known or not a condition. */
  readonly met?: boolean;
  /** Why it stands in the way; only where it does. */
  readonly reason?: string;
  readonly children: readonly TraceNode[];
};

/** A rate in words: `20%`, `0.5%`. */
function rateText(ppm: number): string {
  return `${ppm / (ppmPerWhole / 100)}%`;
}

/** The trace entry of a figure. */
export type TraceFigure = TraceParameter & { readonly value: number };

/** The trace entry of a figure as the pack has it; the same object each time, since thousands of cases ask for it. */
export function traceFigure(parameter: QuantityParameter): TraceFigure {
  const known = figures.get(parameter);
  if (known !== undefined) return known;
  const entry = { ...traceList(parameter), value: parameter.value };
  figures.set(parameter, entry);
  return entry;
}

const figures = new WeakMap<QuantityParameter, TraceFigure>();

/** The trace entry of a list, or of any parameter, as the pack has it. */
export function traceList(parameter: QuantityParameter | ListParameter): TraceParameter {
  return {
    name: parameter.name,
    label: parameter.label,
    value: parameter.value,
    unit: parameter.unit,
    text: parameter.text,
    reference: parameter.reference.text,
  };
}

/** A figure in words by its unit. */
export function figureText(value: number, unit: string): string {
  if (unit === '分') return amountText(value);
  if (unit === 'ppm') return rateText(value);
  return `${value}${unit}`;
}

/** A fact's value in words; 未填 when not known. */
export function factText(fact: Fact, value: FactValue | null): string {
  if (value === null) return '未填';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return figureText(value, fact.unit);
  return fact.choices.find((choice) => choice.value === value)?.label ?? value;
}
