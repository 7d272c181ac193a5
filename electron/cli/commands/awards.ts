import { wanText } from '#shared/domain/money.ts';
import { ask, type Command, yearOption } from '../command.ts';
import { withCore } from '../with-core.ts';

/** `awards`: what the policy owes for a year, each with its trace. */
export const awardsCommand: Command = {
  name: 'awards',
  usage: '--db 文件 --year 年度',
  summary: '测算某年度的奖补，逐笔给出条款、金额与测算说明。',
  options: { db: 'value', year: 'value' },
  run: (args, io) =>
    withCore(args, io, async (core) => {
      const list = await ask(core, 'awards.list', { year: yearOption(args, 'year') });
      return {
        json: list,
        lines: [
          `${list.year} 年度 ${list.awardedCount} 笔，合计 ${wanText(list.totalFen)} 万元。`,
          ...list.items.map(
            (item) => `${item.firm}\t${item.clauseLabel}\t${wanText(item.amountFen)} 万元\t${item.ground}`,
          ),
        ],
      };
    }),
};
