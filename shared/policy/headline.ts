import { amountText } from '#shared/domain/money.ts';
import type { EntitlementResult, Evaluation } from './evaluate.ts';

/** The result of an evaluation in one sentence: 应付100万元, 最高30万元, 可享受, 不适用：…, 缺少：…. */
export function resultHeadline(result: Evaluation | EntitlementResult): string {
  switch (result.outcome) {
    case 'awarded': {
      const decided = result.decided === null ? '' : `，核定${amountText(result.decided)}`;
      return `${result.ceiling ? '最高' : '应付'}${amountText(result.amount)}${decided}`;
    }
    case 'entitled':
      return '可享受';
    case 'notApplicable':
      return `不适用：${result.reasons.join('；')}`;
    case 'needsData':
      return `缺少：${result.fields.map((field) => field.label).join('、')}`;
  }
}
