import { chainListText, chainRoleText, chainTierText, nodeStateText } from '#shared/domain/chain.ts';
import { ask, type Command, dayOption, optional } from '../command.ts';
import { withCore } from '../with-core.ts';

/** `chains`: the maps of the industry chains on a day; with `--chain` one map with its firms and lists. */
export const chainsCommand: Command = {
  name: 'chains',
  usage: '--db 文件 --as-of YYYY-MM-DD [--chain 产业链编号]',
  summary: '某日各产业链图谱的节点、缺失、薄弱与企业；--chain 列出一条链的节点、企业和清单。',
  options: { db: 'value', 'as-of': 'value', chain: 'value' },
  run: (args, io) =>
    withCore(args, io, async (core) => {
      const asOf = dayOption(args, 'as-of');
      const chainId = optional(args, 'chain');
      if (chainId === undefined) {
        const { chains } = await ask(core, 'chains.list', { asOf });
        return {
          json: { asOf, chains },
          lines: chains.map(
            (each) =>
              `${each.label}（${each.chainId}）：节点 ${each.nodes} 个，缺失 ${each.missing} 个，薄弱 ${each.weak} 个；` +
              `企业 ${each.firms} 家，有称号 ${each.titled} 家，链主 ${each.leaders} 家；未列入 ${each.unplaced} 家`,
          ),
        };
      }
      const map = await ask(core, 'chains.map', { chainId, asOf });
      return {
        json: { asOf, ...map },
        lines: [
          ...map.nodes.map(
            ({ tier, name, state, firms }) =>
              `${chainTierText[tier]}  ${name}  ${nodeStateText[state]}  ${firms.length} 家` +
              firms
                .map(({ firm, role }) => `\n  ${firm}${role === null ? '' : `（${chainRoleText[role]}）`}`)
                .join(''),
          ),
          ...map.entries.map(
            ({ list, name, dueOn, overdue }) =>
              `${chainListText[list]}：${name}${dueOn === null ? '' : `（${dueOn}${overdue ? ' 逾期' : ''}）`}`,
          ),
        ],
      };
    }),
};
