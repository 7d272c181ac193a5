import type { YamlPath } from '../schema/problem.ts';
import type { TraceNode } from '../trace.ts';

/** Reads every part of a list; nothing when one of them was reported. */
export function compileList<N>(
  parts: readonly unknown[],
  at: YamlPath,
  compile: (raw: unknown, at: YamlPath) => N | undefined,
): readonly N[] | undefined {
  const nodes = parts.map((part, i) => compile(part, [...at, i]));
  const whole = nodes.filter((node) => node !== undefined);
  return whole.length === nodes.length ? whole : undefined;
}

/** One part that is `decisive` decides; otherwise an unknown part leaves it open. */
export function joinMet(parts: readonly TraceNode[], decisive: boolean): boolean | null {
  if (parts.some((part) => part.met === decisive)) return decisive;
  return parts.every((part) => part.met !== undefined) ? !decisive : null;
}

/** The amounts of the parts in 分; null when one of them cannot be told. */
export function knownAmounts(parts: readonly TraceNode[]): readonly number[] | null {
  const amounts = parts.map((part) => part.value).filter((value) => typeof value === 'number');
  return amounts.length === parts.length ? amounts : null;
}
