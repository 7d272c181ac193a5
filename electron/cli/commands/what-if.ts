import type { InputOf, OutputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { wanText } from '#shared/domain/money.ts';
import { splitAssumption } from '#shared/policy/assumption.ts';
import { type OverlapOutcome, overlapOutcomes, overlapOutcomeText } from '#shared/policy/clause.ts';
import { ask, type CliArguments, type Command, optional, valuesOf, yearOption } from '../command.ts';
import { withCore } from '../with-core.ts';

type WhatIf = OutputOf<'policy.whatIf'>;
type Line = WhatIf['total'];

/** `what-if`: the money of a year under assumed figures beside today's; writes nothing. */
export const whatIfCommand: Command = {
  name: 'what-if',
  usage: '--db 文件 [--year 年度] --set 条款.参数=数值 [--set …] [--overlap 重叠组=取最高|补齐差额|可叠加]',
  summary: '政策测算：假设几个数值，与现行规定对比总额、条款、街道、年度和企业，不写台账。',
  options: { db: 'value', year: 'value', set: 'values', overlap: 'values' },
  run: (args, io) =>
    withCore(args, io, async (core) => {
      const answer = await ask(core, 'policy.whatIf', whatIfQuestion(args));
      return { json: answer, lines: linesOf(answer) };
    }),
};

/** What `--year`, `--set` and `--overlap` assume. */
export function whatIfQuestion(args: CliArguments): InputOf<'policy.whatIf'> {
  return {
    year: optional(args, 'year') === undefined ? null : yearOption(args, 'year'),
    assumptions: valuesOf(args, 'set').map(splitAssumption),
    outcomes: valuesOf(args, 'overlap').map(outcomeOf),
  };
}

function outcomeOf(text: string): { group: string; outcome: OverlapOutcome } {
  const [group = '', word = ''] = text.split('=');
  const outcome = overlapOutcomes.find((each) => word === each || word === overlapOutcomeText[each]);
  if (outcome !== undefined) return { group, outcome };
  throw new AppError('usage', {
    problem: `--overlap 应写成 重叠组=取最高、补齐差额或可叠加，收到“${text}”。`,
  });
}

function linesOf(answer: WhatIf): readonly string[] {
  const line = ({ label, todayFen, assumedFen, todayCount, assumedCount }: Line) =>
    `${label}\t${wanText(todayFen)}\t${wanText(assumedFen)}\t${wanText(assumedFen - todayFen)}\t${todayCount}\t${assumedCount}`;
  return [
    ...answer.assumptions.map(
      (each) => `假设：${each.label} ${each.today} → ${each.assumed}（${each.reference}）`,
    ),
    '项目\t现行（万元）\t假设（万元）\t差额（万元）\t现行笔数\t假设笔数',
    ...[...answer.byClause, ...answer.byStreet, ...answer.byYear, answer.total].map(line),
    `金额有变化的企业 ${answer.firmsChanged} 家。`,
  ];
}
