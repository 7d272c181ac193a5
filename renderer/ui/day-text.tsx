import type { Day } from '#shared/domain/day.ts';

/** A day as tables write it, `—` when empty. */
export function DayText({ day }: { readonly day: Day | null }) {
  return <span className="figures">{day ?? '—'}</span>;
}
