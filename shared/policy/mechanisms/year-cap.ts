import type { YearCapNode } from '../expression.ts';
import { spentCap } from './spent-cap.ts';

/** 单个企业每年不超过: counts what the clause gave the firm in the calendar year of the case. */
export const yearCap = spentCap<YearCapNode>({
  name: 'yearCap',
  period: 'year',
  words: '每年',
  fix: '改用 from: { awarded: 本年度 } 的事实项。',
});
