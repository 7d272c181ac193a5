import { outcomeText } from '#shared/diagnosis/words.ts';
import { amountText } from '#shared/domain/money.ts';
import { ask, type Command, dayOption, firmWithCode, required, wholeNumber } from '../command.ts';
import { withCore } from '../with-core.ts';

/** `diagnose`: one firm against the standard of a title. */
export const diagnoseCommand: Command = {
  name: 'diagnose',
  usage: '--db 文件 --code 代码 --target 称号编号 --date YYYY-MM-DD [--review]',
  summary: '一家企业对照某称号的认定标准：逐条结论、差距、缺少的数据、得分、认定后的奖补。',
  options: { db: 'value', code: 'value', target: 'value', date: 'value', review: 'flag' },
  run: (args, io) =>
    withCore(args, io, async (core) => {
      const asOf = dayOption(args, 'date');
      const result = await ask(core, 'diagnosis.get', {
        firmId: await firmWithCode(core, required(args, 'code'), asOf),
        titleId: required(args, 'target'),
        application: args.options.review === true ? 'review' : 'new',
        asOf,
      });
      const { score } = result;
      return {
        json: result,
        lines: [
          `${result.firm}，对照${result.standard.label}：${outcomeText[result.outcome]}`,
          ...result.items.map(
            (item) =>
              `  ${outcomeText[item.outcome]}  ${item.label}：${item.gap ?? item.actual ?? item.need}` +
              (item.missing.length === 0 ? '' : `（缺：${item.missing.join('、')}）`),
          ),
          ...(score === null
            ? []
            : [
                `  得分 ${score.low === score.high ? score.low : `${score.low}—${score.high}`}，合格 ${score.pass}`,
              ]),
          ...result.money.map(
            (each) =>
              `  认定后：${each.clauseLabel} ${each.ceiling ? '最高 ' : ''}${amountText(each.amountFen)}`,
          ),
        ],
      };
    }),
};

/** `near-miss`: the firms of the ledger nearest to a title. */
export const nearMissCommand: Command = {
  name: 'near-miss',
  usage: '--db 文件 --target 称号编号 --date YYYY-MM-DD [--review] [--limit 条数]',
  summary: '全部在册企业离某称号的远近，最近的在前，列出不符合和缺数据的条件。',
  options: { db: 'value', target: 'value', date: 'value', review: 'flag', limit: 'value' },
  run: (args, io) =>
    withCore(args, io, async (core) => {
      const result = await ask(core, 'diagnosis.nearMiss', {
        titleId: required(args, 'target'),
        application: args.options.review === true ? 'review' : 'new',
        asOf: dayOption(args, 'date'),
        limit: wholeNumber(args, 'limit', 50),
      });
      const label = new Map(result.conditions.map((condition) => [condition.id, condition.label]));
      const words = (ids: readonly string[]) => ids.map((id) => label.get(id) ?? id).join('、') || '无';
      return {
        json: result,
        lines: [
          `${result.standard.label}：对照 ${result.considered} 家，数据齐全且全部符合 ${result.ready} 家`,
          ...result.rows.map(
            (row) =>
              `${row.distance.toFixed(3)}  ${row.firm}  不符合：${words(row.unmet)}；缺数据：${words(row.unknown)}`,
          ),
        ],
      };
    }),
};
