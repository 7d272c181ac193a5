import { amountText } from '#shared/domain/money.ts';
import { taskStateText } from '#shared/domain/task.ts';
import { ask, type Command, dayOption, optional } from '../command.ts';
import { withCore } from '../with-core.ts';

/** `tasks`: the tasks of the document with their state and figures on a day. */
export const tasksCommand: Command = {
  name: 'tasks',
  usage: '--db 文件 --as-of YYYY-MM-DD [--unit 责任单位] [--overdue]',
  summary: '某日各项任务的状态、指标和最近进展；--unit 只列一个单位的，--overdue 只列逾期的。',
  options: { db: 'value', 'as-of': 'value', unit: 'value', overdue: 'flag' },
  run: (args, io) =>
    withCore(args, io, async (core) => {
      const asOf = dayOption(args, 'as-of');
      const unit = optional(args, 'unit');
      const { rows, counts } = await ask(core, 'tasks.list', { asOf });
      const shown = rows.filter(
        ({ leads, supports, state }) =>
          (unit === undefined || leads.includes(unit) || supports.includes(unit)) &&
          (args.options.overdue !== true || state === 'overdue'),
      );
      return {
        json: { asOf, counts, rows: shown },
        lines: [
          `已完成 ${counts.done} 项，推进中 ${counts.running} 项，未启动 ${counts.waiting} 项，逾期 ${counts.overdue} 项`,
          ...shown.map(({ title, state, leads, indicators }) => {
            const figures = indicators.map(({ label, value, target, unit: of }) => {
              if (value === null) return `${label}未填报`;
              if (of === '万元') return `${label} ${amountText(value)}`;
              return `${label} ${value}${target === null ? '' : `/${target}`}${of}`;
            });
            return `${taskStateText[state]}  ${title}  ${leads.join('、')}${figures.length === 0 ? '' : `  ${figures.join('；')}`}`;
          }),
        ],
      };
    }),
};
