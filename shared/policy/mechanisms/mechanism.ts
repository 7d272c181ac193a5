import type { z } from 'zod';
import type { Amount, Condition, NodeHead } from '../expression.ts';
import type { Fact, FactType } from '../fact.ts';
import type { ListParameter, QuantityParameter, SeriesParameter } from '../parameter.ts';
import type { QuantityKind } from '../quantity.ts';
import type { RoundingName } from '../rounding.ts';
import type { YamlPath } from '../schema/problem.ts';
import type { TraceFigure, TraceInput, TraceNode } from '../trace.ts';

/** What a mechanism may ask for while a clause is read; whatever is wrong is reported with its line. */
export type Scope = {
  /** Place of the clause in the file; ids of its nodes are paths below it. */
  readonly at: YamlPath;
  readonly parse: <T extends z.ZodType>(schema: T, raw: unknown, at: YamlPath) => z.output<T> | undefined;
  readonly fact: (name: string, at: YamlPath, types: readonly FactType[]) => Fact | undefined;
  readonly figure: (
    name: string,
    at: YamlPath,
    kinds: readonly QuantityKind[],
  ) => QuantityParameter | undefined;
  readonly list: (name: string, at: YamlPath) => ListParameter | undefined;
  readonly series: (name: string, at: YamlPath) => SeriesParameter | undefined;
  readonly condition: (raw: unknown, at: YamlPath) => Condition | undefined;
  readonly amount: (raw: unknown, at: YamlPath) => Amount | undefined;
  readonly report: (at: YamlPath, message: string, fix: string) => void;
};

/** What a mechanism may ask for while a clause is evaluated. */
export type Run = {
  /** A fact with its origin; value null when not known. */
  readonly input: (fact: Fact) => TraceInput;
  /** A figure of the clause, or the one assumed in its place (测算). */
  readonly figure: (parameter: QuantityParameter) => TraceFigure;
  readonly condition: (node: Condition) => TraceNode;
  readonly amount: (node: Amount) => TraceNode;
  readonly rounding: RoundingName;
  /** The day of the case; `text` is the day itself. */
  readonly date: TraceInput;
  /** What the bureau decided within a ceiling; null while it has not. */
  readonly decided: TraceInput | null;
};

/**
 * One way of computing (算法): how it is written in YAML, how it is read, evaluated and put into words.
 * A closed set; a document that cannot be said in them gets a new mechanism, never an expression language.
 */
export type Mechanism<Body, Node> = {
  /** The key in YAML and the `mechanism` of the node and of its trace. */
  readonly name: string;
  readonly schema: z.ZodType<Body>;
  /** Turns the checked YAML into a node; nothing when something was reported. */
  readonly compile: (body: Body, head: NodeHead, at: YamlPath, scope: Scope) => Node | undefined;
  readonly evaluate: (node: Node, run: Run) => TraceNode;
  /** Plain Chinese sentences for a trace of this mechanism; `explain` speaks for the children. */
  readonly explain: (trace: TraceNode, explain: (child: TraceNode) => readonly string[]) => readonly string[];
};

type Draft = { -readonly [Key in keyof TraceNode]: TraceNode[Key] };

/** The trace of a node, its keys always in the same order; the parts it does not use stay away. */
export function traceOf(
  node: NodeHead & { readonly mechanism: string },
  parts: Pick<TraceNode, 'value'> & Partial<TraceNode>,
): TraceNode {
  const trace: Draft = {
    id: node.id,
    label: node.label,
    mechanism: node.mechanism,
    value: parts.value,
    parameters: parts.parameters ?? [],
    inputs: parts.inputs ?? [],
    children: parts.children ?? [],
  };
  // Spreading the optional parts would cost as much as the rest of an evaluation.
  if (parts.word !== undefined) trace.word = parts.word;
  if (parts.met !== undefined) trace.met = parts.met;
  if (parts.reason !== undefined) trace.reason = parts.reason;
  return trace;
}
