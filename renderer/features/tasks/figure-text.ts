import type { OutputOf } from '#shared/contract/api.ts';
import { amountText } from '#shared/domain/money.ts';

/** A task as its page shows it. */
export type Task = OutputOf<'tasks.list'>['rows'][number];
/** One of its figures. */
export type Indicator = Task['indicators'][number];

/** A figure with its unit and what it is held against: 85/119家, 320万元; 未填报 while nothing was reported. */
export function figureText({ value, target, unit }: Indicator): string {
  if (value === null) return target === null ? '未填报' : `未填报，目标 ${target} ${unit}`;
  if (unit === '万元') return amountText(value);
  return target === null ? `${value} ${unit}` : `${value}/${target} ${unit}`;
}
