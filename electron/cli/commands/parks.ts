import { yearOf } from '#shared/domain/day.ts';
import { amountText } from '#shared/domain/money.ts';
import { parkKindText } from '#shared/domain/park.ts';
import { ask, type Command, dayOption } from '../command.ts';
import { withCore } from '../with-core.ts';

/** `parks`: 平台载体 with their firms and figures. */
export const parksCommand: Command = {
  name: 'parks',
  usage: '--db 文件 --as-of YYYY-MM-DD',
  summary: '平台载体：类型、级别、企业、称号、培育库和上年营业收入。',
  options: { db: 'value', 'as-of': 'value' },
  run: (args, io) =>
    withCore(args, io, async (core) => {
      const asOf = dayOption(args, 'as-of');
      const list = await ask(core, 'parks.list', { asOf, year: yearOf(asOf) });
      return {
        json: { asOf, ...list },
        lines: [
          ...list.rows.map(({ label, kind, rating, firms, titled, revenueFen }) => {
            const what = [kind === null ? '未登记' : parkKindText[kind], rating ?? '']
              .filter(Boolean)
              .join(' ');
            const revenue = revenueFen === null ? '—' : `${amountText(revenueFen)}`;
            return `${label}（${what}）：企业 ${firms} 家，称号企业 ${titled} 家，${list.figureYear} 年营业收入 ${revenue}`;
          }),
          `不在平台的企业 ${list.unplaced} 家`,
        ],
      };
    }),
};
