import { z } from 'zod';
import { read, write } from '#shared/contract/method.ts';
import { ChangedSchema, DaySchema, NothingSchema, TextSchema, YearSchema } from '#shared/contract/values.ts';

const daysShape = { off: z.array(DaySchema).max(120), work: z.array(DaySchema).max(60) };

/** Holidays and make-up workdays (节假日与调休), by which periods in working days are counted. */
export const holidayMethods = {
  'holidays.list': read(
    NothingSchema,
    z.strictObject({
      years: z.array(
        z.strictObject({
          year: YearSchema,
          ...daysShape,
          /** 待核实: of the pack, not held against the notice yet. */
          toConfirm: z.boolean(),
          /** Entered by the bureau. */
          own: z.boolean(),
        }),
      ),
    }),
  ),
  /** Enters the days of a year; null takes the pack's again. */
  'holidays.set': write(
    z.strictObject({ year: YearSchema, days: z.strictObject(daysShape).nullable(), reason: TextSchema }),
    ChangedSchema,
  ),
};
