import { ask, type Command, dayOption } from '../command.ts';
import { withCore } from '../with-core.ts';

const pageSize = 500;

/** `services`: the 服务专员 of firms on a day, with coverage by street. */
export const servicesCommand: Command = {
  name: 'services',
  usage: '--db 文件 --as-of YYYY-MM-DD [--missing]',
  summary: '某日服务专员与按街道的覆盖；--missing 只列没有服务专员的称号企业。',
  options: { db: 'value', 'as-of': 'value', missing: 'flag' },
  run: (args, io) =>
    withCore(args, io, async (core) => {
      const asOf = dayOption(args, 'as-of');
      const missing = args.options.missing === true;
      const list = (offset: number) => ask(core, 'services.list', { asOf, missing, offset, limit: pageSize });
      const first = await list(0);
      const rows = [...first.rows];
      while (rows.length < first.total) rows.push(...(await list(rows.length)).rows);
      return {
        json: { asOf, ...first, rows },
        lines: [
          `称号企业 ${first.titled} 家，有服务专员 ${first.covered} 家`,
          ...first.streets.map(({ label, titled, covered }) => `${label}：${covered}/${titled}`),
          ...rows.map(
            ({ firm, officer, unit }) =>
              `${firm}  ${officer ?? '未明确'}${unit === null ? '' : `（${unit}）`}`,
          ),
        ],
      };
    }),
};
