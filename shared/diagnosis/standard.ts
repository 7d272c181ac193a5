import type { Day } from '#shared/domain/day.ts';
import type { ChoiceFigure, FlagFigure } from '#shared/domain/firm-year.ts';
import type { MeasureName } from './measures.ts';

/** How sure a figure is: 原文 read in the paper, 摘要 read in a digest of it, 待核实 known from memory only. */
export const certainties = ['原文', '摘要', '待核实'] as const;

/** How sure a figure is. */
export type Certainty = (typeof certainties)[number];

/** New application (新申报) or review (复核): each may have its own rule. */
export type Application = 'new' | 'review';

/** What must hold; thresholds in 分, ppm, counts or hundredths of a point, boundaries included. */
export type Test =
  | {
      readonly kind: 'measure';
      readonly measure: MeasureName;
      readonly least: number | null;
      readonly most: number | null;
      /** Upper bound of a band, itself not included. */
      readonly below: number | null;
    }
  | { readonly kind: 'flag'; readonly figure: FlagFigure }
  | {
      readonly kind: 'choice';
      readonly figure: ChoiceFigure;
      readonly of: readonly string[];
      /** How many years back count, 上年 first; the running year always counts. */
      readonly years: number;
    }
  | { readonly kind: 'title'; readonly titleIds: readonly string[]; readonly held: boolean }
  | { readonly kind: 'sme' }
  | { readonly kind: 'judge'; readonly text: string }
  | { readonly kind: 'score' }
  | { readonly kind: 'all' | 'any'; readonly tests: readonly Test[] };

/** One condition (条件) of a standard. */
export type Condition = {
  readonly id: string;
  readonly label: string;
  readonly certainty: Certainty;
  /** Asked for in only one kind of application; null for both. */
  readonly only: Application | null;
  readonly note: string | null;
  readonly test: Test;
};

/** One line of a scoring table (评分指标). */
export type Criterion = {
  readonly label: string;
  readonly full: number;
  /** `bands`: the first that holds; `sum`: all that hold, at most `full`; `given`: points recorded by the platform. */
  readonly how: 'bands' | 'sum' | 'given';
  readonly bands: readonly { readonly points: number; readonly test: Test }[];
  readonly certainty: Certainty;
};

/** A scoring table (评价指标). */
export type ScoreTable = {
  readonly pass: number;
  readonly parts: readonly {
    readonly label: string;
    readonly full: number;
    readonly least: number;
    readonly criteria: readonly Criterion[];
  }[];
};

/** A term in which applications are judged by a standard; open-ended when `until` is null. */
export type Term = { readonly from: Day; readonly until: Day | null };

/** A national or provincial standard (认定标准) for one title. */
export type Standard = {
  readonly id: string;
  readonly titleId: string;
  readonly label: string;
  readonly document: string;
  readonly number: string | null;
  readonly terms: Readonly<Record<Application, Term | null>>;
  readonly notes: readonly string[];
  readonly conditions: readonly Condition[];
  readonly score: ScoreTable | null;
};
