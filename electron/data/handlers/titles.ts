import { putFirmYear } from '#electron/db/tables/firm-years.ts';
import { getFirms } from '#electron/db/tables/firms.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Handlers } from '../context.ts';
import { recordChange } from '../record-change.ts';
import { titleCalendar, titleCohort, titleOverview } from '../titles.ts';

/** 梯度认定: catalogue, calendar, review cohorts, 年度更新. */
export const titleHandlers: Handlers<
  'titles.overview' | 'titles.calendar' | 'titles.cohort' | 'titles.markUpdated'
> = {
  'titles.overview': (context, { asOf }) => titleOverview(context.open(), asOf),
  'titles.calendar': (context, { asOf, days }) => titleCalendar(context.open(), asOf, days),
  'titles.cohort': (context, { year, asOf }) => titleCohort(context.open(), year, asOf),

  'titles.markUpdated': (context, { firmIds, year }) => {
    const ids = [...new Set(firmIds)];
    const firms = getFirms(context.open().ledger.read, ids);
    if (firms.length < ids.length) throw new AppError('not-found');
    const reason = firms.length === 1 ? (firms[0]?.fields.name ?? '') : `${firms.length} 家企业`;
    const done = recordChange(context, 'title-updated', `${year} 年度更新：${reason}`, (tx) => {
      for (const id of ids) putFirmYear(tx, id, year, { figures: { titleUpdate: true } });
    });
    return { changeSetId: done.id, firms: ids.length };
  },
};
