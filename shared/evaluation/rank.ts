import type { EvaluationGrade } from './rule.ts';
import { hundredths } from './rule.ts';

/** What the bureau decided on a firm's evaluation (本局调整): other points, or not taking part this year. */
export type EvaluationDecision = {
  /** Final points in hundredths; null leaves the computed ones. */
  readonly points: number | null;
  /** 本年不参评. */
  readonly exempt: boolean;
};

/** How a firm's evaluation stands: computed, adjusted by the bureau, waiting for data, not taking part. */
export type EvaluationStanding = 'scored' | 'adjusted' | 'missing' | 'exempt';

/** Word of each standing. */
export const standingText: Readonly<Record<EvaluationStanding, string>> = {
  scored: '已评分',
  adjusted: '本局调整',
  missing: '缺数据',
  exempt: '不参评',
};

/** The result of one firm. Points in hundredths; null where the firm has none. */
export type EvaluationOutcome = {
  readonly standing: EvaluationStanding;
  readonly points: number | null;
  readonly grade: string | null;
  readonly passes: boolean | null;
  /** 名次; equal points share one. */
  readonly rank: number | null;
};

/** Grade, standing and rank of every firm, in the order given. */
export function rankFirms(
  firms: readonly {
    readonly low: number;
    readonly high: number;
    readonly decision: EvaluationDecision | null;
  }[],
  grades: readonly EvaluationGrade[],
): readonly EvaluationOutcome[] {
  const results = firms.map(({ low, high, decision }) => {
    if (decision?.exempt) return { standing: 'exempt' as const, points: null };
    if (decision?.points != null) return { standing: 'adjusted' as const, points: decision.points };
    if (low !== high) return { standing: 'missing' as const, points: null };
    return { standing: 'scored' as const, points: low };
  });
  const all = results.flatMap(({ points }) => (points === null ? [] : [points]));
  const rankOf = new Map<number, number>();
  for (const [index, points] of all.sort((a, b) => b - a).entries()) {
    if (!rankOf.has(points)) rankOf.set(points, index + 1);
  }
  return results.map(({ standing, points }) => {
    const grade = points === null ? undefined : gradeOf(grades, points);
    return {
      standing,
      points,
      grade: grade?.label ?? null,
      passes: grade?.passes ?? null,
      rank: points === null ? null : (rankOf.get(points) ?? null),
    };
  });
}

/** The grade of points in hundredths; a boundary value takes the higher grade. */
export function gradeOf(grades: readonly EvaluationGrade[], points: number): EvaluationGrade | undefined {
  return grades.find(({ least }) => points >= least * hundredths);
}
