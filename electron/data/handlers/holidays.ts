import { changeSet } from '#electron/db/change-set.ts';
import { deleteSetting, putSetting } from '#electron/db/tables/settings.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { holidayMethods } from '#shared/contract/methods/holidays.ts';
import { isWeekend } from '#shared/domain/working-days.ts';
import type { Handlers } from '../context.ts';
import { holidaysKey, holidayTable, ownHolidays } from '../holidays.ts';

/** Holidays and make-up workdays (节假日与调休), by which working days are counted. */
export const holidayHandlers: Handlers<keyof typeof holidayMethods> = {
  'holidays.list': (context) => {
    const open = context.open();
    const own = ownHolidays(open);
    return {
      years: holidayTable(open).map(({ year, off, work, toConfirm }) => ({
        year,
        off: [...off],
        work: [...work],
        toConfirm,
        own: own[String(year)] !== undefined,
      })),
    };
  },

  'holidays.set': (context, { year, days, reason }) => {
    const open = context.open();
    if (days !== null) checkDays(year, days);
    const { [String(year)]: _before, ...others } = ownHolidays(open);
    const next = days === null ? others : { ...others, [String(year)]: { year, ...days } };
    const { id } = changeSet(
      open.ledger,
      {
        actor: context.actor,
        kind: 'setting',
        reason: reason || `${year}年节假日`,
        at: context.now(),
      },
      (tx) => {
        if (Object.keys(next).length === 0) deleteSetting(tx, holidaysKey);
        else putSetting(tx, holidaysKey, next);
      },
    );
    context.emit('data.changed', { changeSetId: id });
    return { changeSetId: id };
  },
};

type Days = { readonly off: readonly string[]; readonly work: readonly string[] };

function checkDays(year: number, { off, work }: Days): void {
  const other = [...off, ...work].find((day) => !day.startsWith(String(year)));
  if (other !== undefined) refuse(`${other}不在${year}年。`);
  const both = off.find((day) => work.includes(day));
  if (both !== undefined) refuse(`${both}既写了放假又写了上班。`);
  const ordinary = work.find((day) => !isWeekend(day));
  if (ordinary !== undefined) refuse(`调休上班的${ordinary}不是周末，请核对。`);
}

function refuse(problem: string): never {
  throw new AppError('bad-request', { problem });
}
