import { claimStateText } from '#shared/domain/claim.ts';
import { wanText } from '#shared/domain/money.ts';
import { ask, type Command, yearOption } from '../command.ts';
import { withCore } from '../with-core.ts';

/** `claims`: the claims of a year with their steps and the four amounts. */
export const claimsCommand: Command = {
  name: 'claims',
  usage: '--db 文件 --year 年度',
  summary: '某年度的兑现事项：步骤、测算、申报、核定与拨付金额。',
  options: { db: 'value', year: 'value' },
  run: (args, io) =>
    withCore(args, io, async (core) => {
      const list = await ask(core, 'claims.list', { year: yearOption(args, 'year') });
      return {
        json: list,
        lines: [
          `共 ${list.rows.length} 笔，测算 ${wanText(list.computedFen)} 万元，核定 ${wanText(list.decidedFen)} 万元，拨付 ${wanText(list.paidFen)} 万元。`,
          ...list.rows.map(
            (row) =>
              `${row.id}\t${row.firm}\t${row.ground}\t${claimStateText[row.state]}\t核定 ${wanText(row.decidedFen)} 万元\t拨付 ${wanText(row.paidFen)} 万元`,
          ),
        ],
      };
    }),
};

/** `projects`: the projects on record with what their clauses make of them. */
export const projectsCommand: Command = {
  name: 'projects',
  usage: '--db 文件',
  summary: '登记的项目，以及按条款测算的金额与结果。',
  options: { db: 'value' },
  run: (args, io) =>
    withCore(args, io, async (core) => {
      const list = await ask(core, 'projects.list', {});
      return {
        json: list,
        lines: [
          `共 ${list.rows.length} 个项目。`,
          ...list.rows.map(
            (row) =>
              `${row.id}\t${row.firm}\t${row.kindLabel}\t${row.name}\t${wanText(row.amountFen)} 万元\t${row.result}`,
          ),
        ],
      };
    }),
};
