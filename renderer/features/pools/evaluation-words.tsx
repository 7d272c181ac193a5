import { StatusWord } from '#renderer/ui/status-word.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { standingText } from '#shared/evaluation/rank.ts';

/** The evaluation of a pool and year. */
export type Evaluation = OutputOf<'evaluations.get'>;
/** One firm of it. */
export type EvaluationRow = Evaluation['rows'][number];

/** Hundredths of a point as text. */
export function pointsText(points: number | null): string {
  return points === null ? '—' : (points / 100).toFixed(2);
}

/** Points, or between which they lie while figures are missing. */
export function rangeText({ low, high }: { readonly low: number; readonly high: number }): string {
  return low === high ? pointsText(low) : `${pointsText(low)} 至 ${pointsText(high)}`;
}

/** 等次, or why there is none. */
export function Grade({ row }: { readonly row: EvaluationRow }) {
  if (row.grade === null) {
    return (
      <StatusWord kind={row.standing === 'missing' ? 'warn' : 'muted'} text={standingText[row.standing]} />
    );
  }
  const adjusted = row.standing === 'adjusted' ? '（调整）' : '';
  return <StatusWord kind={row.passes ? 'ok' : 'warn'} text={`${row.grade}${adjusted}`} />;
}
