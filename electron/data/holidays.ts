import { z } from 'zod';
import { getSetting } from '#electron/db/tables/settings.ts';
import { DaySchema, YearSchema } from '#shared/contract/values.ts';
import type { HolidayTable } from '#shared/domain/working-days.ts';
import type { OpenLedger } from './context.ts';

/** Setting with the holidays (节假日) that the bureau entered itself, by year; they go before the pack's. */
export const holidaysKey = 'holidays';

/** Days off and make-up workdays by year. */
export const OwnHolidaysSchema = z.record(
  z.string(),
  z.strictObject({ year: YearSchema, off: z.array(DaySchema), work: z.array(DaySchema) }),
);

/** What the bureau entered, by year. */
export function ownHolidays({ ledger }: OpenLedger): z.output<typeof OwnHolidaysSchema> {
  const value = getSetting(ledger.read, holidaysKey);
  return value === undefined ? {} : OwnHolidaysSchema.parse(value);
}

/** The holidays by which periods are counted: the bureau's own where it entered a year, else the pack's. */
export function holidayTable(open: OpenLedger): HolidayTable {
  const own = Object.values(ownHolidays(open)).map((each) => ({ ...each, toConfirm: false }));
  const years = new Set(own.map(({ year }) => year));
  return [...own, ...open.pack.holidays.filter(({ year }) => !years.has(year))].sort(
    (a, b) => a.year - b.year,
  );
}
