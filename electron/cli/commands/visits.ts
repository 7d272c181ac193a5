import { requestKindText, requestStateText } from '#shared/domain/service-request.ts';
import { visitStateText } from '#shared/domain/visit.ts';
import { ask, type Command, dayOption } from '../command.ts';
import { withCore } from '../with-core.ts';

const pageSize = 500;

/** `visits`: visits to firms on a day, those that wait first. */
export const visitsCommand: Command = {
  name: 'visits',
  usage: '--db 文件 --as-of YYYY-MM-DD [--overdue]',
  summary: '走访计划与记录；--overdue 只列逾期未访的。',
  options: { db: 'value', 'as-of': 'value', overdue: 'flag' },
  run: (args, io) =>
    withCore(args, io, async (core) => {
      const asOf = dayOption(args, 'as-of');
      const state = args.options.overdue === true ? ('overdue' as const) : null;
      const list = (offset: number) => ask(core, 'visits.list', { asOf, state, offset, limit: pageSize });
      const first = await list(0);
      const rows = [...first.rows];
      while (rows.length < first.total) rows.push(...(await list(rows.length)).rows);
      const { counts, firmsThisYear } = first;
      return {
        json: { asOf, ...first, rows },
        lines: [
          `已走访 ${counts.made} 次（本年 ${firmsThisYear} 家），计划中 ${counts.planned} 次，逾期未访 ${counts.overdue} 次`,
          ...rows.map(
            (row) =>
              `${visitStateText[row.state]}  ${row.visitedOn ?? row.plannedOn}  ${row.firm}  ${row.visitors ?? ''}`,
          ),
        ],
      };
    }),
};

/** `requests`: what firms asked for and how far it is. */
export const requestsCommand: Command = {
  name: 'requests',
  usage: '--db 文件 --as-of YYYY-MM-DD [--overdue]',
  summary: '企业诉求与办理情况；--overdue 只列逾期的。',
  options: { db: 'value', 'as-of': 'value', overdue: 'flag' },
  run: (args, io) =>
    withCore(args, io, async (core) => {
      const asOf = dayOption(args, 'as-of');
      const state = args.options.overdue === true ? ('overdue' as const) : null;
      const list = (offset: number) => ask(core, 'requests.list', { asOf, state, offset, limit: pageSize });
      const first = await list(0);
      const rows = [...first.rows];
      while (rows.length < first.total) rows.push(...(await list(rows.length)).rows);
      const { counts, inTime } = first;
      const all = counts.open + counts.answered + counts.overdue + counts.closed;
      return {
        json: { asOf, ...first, rows },
        lines: [
          `诉求 ${all} 件：已办结 ${counts.closed} 件（按期 ${inTime} 件），办理中 ${counts.answered} 件，待办理 ${counts.open} 件，逾期 ${counts.overdue} 件`,
          ...rows.map(
            (row) =>
              `${requestStateText[row.state]}  ${row.receivedOn}  ${row.firm}  ${requestKindText[row.kind]}：${row.text}` +
              `${row.unit === null ? '' : `（${row.unit}）`}`,
          ),
        ],
      };
    }),
};
