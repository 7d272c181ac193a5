import type { Day } from './day.ts';
import type { YearFigure } from './firm-year.ts';

/**
 * What a firm in a pool says of itself for a year (年度自评). Its figures go to the yearly figures of the firm.
 * Qiantang action plan 2024-2026, part 五 2: each firm assesses itself before the bureau evaluates it.
 */
export type SelfAssessment = {
  readonly id: number;
  readonly firmId: number;
  readonly year: number;
  /** 填报日期. */
  readonly filledOn: Day | null;
  /** 自评等次, in the words of the firm. */
  readonly grade: string | null;
  /** 主要成效. */
  readonly achievements: string | null;
  /** 存在问题. */
  readonly difficulties: string | null;
  /** 下一步打算. */
  readonly nextSteps: string | null;
};

/** Words of a self-assessment by field. */
export const selfAssessmentText = {
  filledOn: '填报日期',
  grade: '自评等次',
  achievements: '主要成效',
  difficulties: '存在问题',
  nextSteps: '下一步打算',
} as const;

/** Yearly figures that the form asks for: those that evaluations score and what they are held against. */
export const assessedFigures = [
  'revenue',
  'mainRevenue',
  'netProfit',
  'assets',
  'liabilities',
  'rdSpend',
  'employees',
  'rdStaff',
  'classOneIp',
  'classTwoIp',
  'inventionPatents',
  'marketShare',
  'digitalLevel',
] as const satisfies readonly YearFigure[];
