import type { Test } from '#shared/diagnosis/standard.ts';
import type { Reference } from '#shared/policy/reference.ts';

/** One indicator (评价指标) of the yearly evaluation: its bands give points of 100, its weight what they count. */
export type EvaluationIndicator = {
  readonly id: string;
  readonly label: string;
  /** 权重; those of a pool add up to 100. */
  readonly weight: number;
  /** Best first; the first that holds gives its points (1 to 100), none gives 0. */
  readonly bands: readonly { readonly points: number; readonly test: Test }[];
  /** Where the document sets it; null when it does not: 本局可调. */
  readonly reference: Reference | null;
};

/** One grade (评价等次); `least` in points of 100. */
export type EvaluationGrade = {
  readonly label: string;
  readonly least: number;
  /** A firm of a grade that does not pass is proposed to leave the pool. */
  readonly passes: boolean;
};

/** How the members of a pool are evaluated each year (年度综合评价), as the district pack says it. */
export type EvaluationRule = {
  readonly note: string;
  readonly reference: Reference;
  /** Best first; the last starts at 0. */
  readonly grades: readonly EvaluationGrade[];
  readonly indicators: readonly EvaluationIndicator[];
};

/** Points of 100 are kept in hundredths: weight times points of the band, exact. */
export const hundredths = 100;
