import { assertNever } from '#shared/domain/assert-never.ts';
import type { Amount, CompareNode, Condition, InterestNode } from './expression.ts';

/** One line of a rule in words; `depth` is how far it stands in. */
export type RuleLine = { readonly depth: number; readonly text: string };

/** The conditions of a clause in words, before any case is known (适用条件). */
export function describeCondition(node: Condition, depth = 0): readonly RuleLine[] {
  switch (node.mechanism) {
    case 'all':
      return [
        { depth, text: '同时符合：' },
        ...node.of.flatMap((each) => describeCondition(each, depth + 1)),
      ];
    case 'any':
      return [
        { depth, text: `${node.label}，符合下列之一：` },
        ...node.of.flatMap((each) => describeCondition(each, depth + 1)),
      ];
    case 'compare':
      return [{ depth, text: compareWords(node) }];
    default:
      return assertNever(node);
  }
}

/** How a clause comes to its amount, in words (计算方法). */
export function describeAmount(node: Amount, depth = 0): readonly RuleLine[] {
  const line = (text: string): RuleLine => ({ depth, text });
  switch (node.mechanism) {
    case 'fact':
      return [line(node.fact.label)];
    case 'fixed':
      return [line(`${node.label}：${node.parameter.text}`)];
    case 'byLevel':
      return [
        line(`按“${node.fact.label}”分档：`),
        ...node.table.map(({ level, parameter }) => ({
          depth: depth + 1,
          text: `${node.fact.choices.find((choice) => choice.value === level)?.label ?? level}：${parameter.text}`,
        })),
      ];
    case 'cases':
      return node.of.flatMap(({ when, amount }) => [
        line(`${when === null ? '其他情形' : conditionWords(when)}：`),
        ...describeAmount(amount, depth + 1),
      ]);
    case 'rate':
      return [line(`下列金额的${node.parameter.text}：`), ...describeAmount(node.of, depth + 1)];
    case 'interest':
      return [line(interestWords(node))];
    case 'cap':
      return [...describeAmount(node.of, depth), line(`不超过${node.parameter.text}`)];
    case 'yearCap':
      return [...describeAmount(node.of, depth), line(`单个企业每年不超过${node.parameter.text}`)];
    case 'firmCap':
      return [...describeAmount(node.of, depth), line(`单个企业累计不超过${node.parameter.text}`)];
    case 'topUp':
      return [...describeAmount(node.of, depth), line(`扣除“${node.paid.label}”，只补差额`)];
    case 'ceiling':
      return [...describeAmount(node.of, depth), line('以上为上限，实际金额由区里核定')];
    case 'sum':
      return [line(`${node.label}：`), ...node.of.flatMap((each) => describeAmount(each, depth + 1))];
    case 'highest':
      return [
        line(`${node.label}，取下列最高的一项：`),
        ...node.of.flatMap((each) => describeAmount(each, depth + 1)),
      ];
    default:
      return assertNever(node);
  }
}

function conditionWords(node: Condition): string {
  return describeCondition(node)
    .map((line) => line.text)
    .join('');
}

function compareWords(node: CompareNode): string {
  if (node.word === '是') {
    const label = node.fact.choices.find((choice) => choice.value === node.expected)?.label;
    return `${node.fact.label}：${label ?? (node.expected === false ? '否' : '是')}`;
  }
  if (node.word === '属于') return `${node.fact.label}属于：${node.parameter.text}`;
  const included = node.word === '以上' || node.word === '以下' ? '含本数' : '不含本数';
  if ('series' in node) return `${node.fact.label}在当日${node.series.label}${node.word}（${included}）`;
  return `${node.fact.label}${wordBefore(node.word) ? node.word : ''}${node.parameter.text}${wordBefore(node.word) ? '' : node.word}（${included}）`;
}

function wordBefore(word: string): boolean {
  return word === '超过' || word === '不足';
}

function interestWords(node: InterestNode): string {
  const rate = 'source' in node.rate ? node.rate.label : node.rate.text;
  const share = node.share === null ? '' : `×${node.share.text}`;
  return `${node.principal.label}×${rate}${share}×天数÷${node.basis.text}（${node.from.label}至${node.until.label}，算头不算尾）`;
}
