import type { FirmCapNode } from '../expression.ts';
import { spentCap } from './spent-cap.ts';

/** 单个企业累计不超过: counts what the clause ever gave the firm. */
export const firmCap = spentCap<FirmCapNode>({
  name: 'firmCap',
  period: 'ever',
  words: '累计',
  fix: '改用 from: { awarded: 历年 } 的事实项。',
});
