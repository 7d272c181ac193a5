import { localDay, yearOf } from '#shared/domain/day.ts';
import { standingText } from '#shared/evaluation/rank.ts';
import { ask, type Command, dayOption, optional, yearOption } from '../command.ts';
import { withCore } from '../with-core.ts';

/** `evaluate-year`: the yearly evaluation of pool members, as published or as it would be today. */
export const evaluateYearCommand: Command = {
  name: 'evaluate-year',
  usage: '--db 文件 [--year 年度] [--pool 培育库编号] [--as-of YYYY-MM-DD]',
  summary: '培育库企业年度评价：得分、等次、名次、缺数据和拟出库企业（--json 带各指标得分）。',
  options: { db: 'value', year: 'value', pool: 'value', 'as-of': 'value' },
  run: (args, io) =>
    withCore(args, io, async (core) => {
      const asOf = dayOption(args, 'as-of', localDay(new Date()));
      const year = yearOption(args, 'year', yearOf(asOf) - 1);
      const wanted = optional(args, 'pool');
      const { pools } = await ask(core, 'pools.list', { asOf });
      const chosen = wanted === undefined ? pools.map((pool) => pool.poolId) : [wanted];
      const evaluations = [];
      for (const poolId of chosen) {
        evaluations.push(await ask(core, 'evaluations.get', { poolId, year, asOf }));
      }
      return {
        json: { year, asOf, evaluations },
        lines: evaluations.flatMap((each) => [
          `${each.poolLabel} ${year} 年度：${
            each.rule === null
              ? '政策包没有写明评价指标'
              : `应评价 ${each.rows.length} 家，${each.published === null ? '尚未公布' : `${each.published.on} 公布`}`
          }`,
          ...each.rows.map(
            (row) =>
              `  ${row.rank ?? '—'}  ${row.firm}  ${
                row.points === null
                  ? standingText[row.standing]
                  : `${(row.points / 100).toFixed(2)} 分 ${row.grade}`
              }${row.standing === 'missing' ? `（缺${row.missing.join('、')}）` : ''}${row.passes === false ? '（拟出库）' : ''}`,
          ),
        ]),
      };
    }),
};
