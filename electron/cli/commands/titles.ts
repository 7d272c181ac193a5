import { yearOf } from '#shared/domain/day.ts';
import { ask, type Command, dayOption, wholeNumber, yearOption } from '../command.ts';
import { withCore } from '../with-core.ts';

/** Days ahead that count as expiring when the command does not say. */
const usualDays = 180;

/** `titles`: every title with its counts, what expires, and the review cohort of a year. */
export const titlesCommand: Command = {
  name: 'titles',
  usage: '--db 文件 --as-of YYYY-MM-DD [--days 天数] [--year 年度]',
  summary: '某日各称号的有效、累计、新增，即将到期与到期未复核的名单，某年的复核名单。',
  options: { db: 'value', 'as-of': 'value', days: 'value', year: 'value' },
  run: (args, io) =>
    withCore(args, io, async (core) => {
      const asOf = dayOption(args, 'as-of');
      const { titles } = await ask(core, 'titles.overview', { asOf });
      const calendar = await ask(core, 'titles.calendar', {
        asOf,
        days: wholeNumber(args, 'days', usualDays),
      });
      const cohort = await ask(core, 'titles.cohort', {
        year: yearOption(args, 'year', yearOf(asOf)),
        asOf,
      });
      return {
        json: { asOf, titles, ...calendar, cohort },
        lines: [
          ...titles.map(
            (title) =>
              `${title.label}：当前有效 ${title.stock} 家，累计认定 ${title.cumulative} 家，当年新增 ${title.newThisYear} 家`,
          ),
          ...calendar.expiring.map((row) => `${row.until} 到期：${row.firm}（${row.titleLabel}）`),
          ...calendar.lapsed.map((row) => `${row.until} 已到期未复核：${row.firm}（${row.titleLabel}）`),
          `${cohort.year} 年应复核 ${cohort.rows.length} 家次`,
        ],
      };
    }),
};
