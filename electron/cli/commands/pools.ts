import { ask, type Command, dayOption } from '../command.ts';
import { withCore } from '../with-core.ts';

/** `pools`: the cultivation pools at a day, with members and candidates. */
export const poolsCommand: Command = {
  name: 'pools',
  usage: '--db 文件 --as-of YYYY-MM-DD',
  summary: '某日各培育库：在库、目标、还差、各阶段、成员与入库候选。',
  options: { db: 'value', 'as-of': 'value' },
  run: (args, io) =>
    withCore(args, io, async (core) => {
      const asOf = dayOption(args, 'as-of');
      const { pools } = await ask(core, 'pools.list', { asOf });
      const full = [];
      for (const pool of pools) {
        const {
          rows: members,
          exits,
          health,
        } = await ask(core, 'pools.members', { poolId: pool.poolId, asOf });
        const { rows: candidates } = await ask(core, 'pools.candidates', { poolId: pool.poolId, asOf });
        full.push({ ...pool, memberList: members, candidates, exits, health });
      }
      return {
        json: { asOf, pools: full },
        lines: full.map(
          (pool) =>
            `${pool.label}：在库 ${pool.members} 家（${pool.stages.map((stage, index) => `${stage} ${pool.byStage[index] ?? 0}`).join('、')}）` +
            `${pool.target === null ? '' : `，目标 ${pool.target} 家，还差 ${pool.gap} 家`}；候选 ${pool.candidates.length} 家`,
        ),
      };
    }),
};
