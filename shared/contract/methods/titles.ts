import { z } from 'zod';
import { read, write } from '#shared/contract/method.ts';
import { DaySchema, IdSchema, PackIdSchema, YearSchema } from '#shared/contract/values.ts';

/** Which firm and title a line of the calendar is about. */
const holderShape = {
  firmId: IdSchema,
  firm: z.string(),
  code: z.string().nullable(),
  streetLabel: z.string().nullable(),
  titleId: PackIdSchema,
  titleLabel: z.string(),
};

/** A title that ends soon, or ended without a review. */
const DueTitleSchema = z.strictObject({
  ...holderShape,
  /** Last valid day. */
  until: DaySchema,
  /** Days from the as-of day to the last valid day; negative once it is over. */
  daysLeft: z.number().int(),
});

/** The titles of the district (梯度认定): catalogue with counts, calendar, review cohorts. */
export const titleMethods = {
  /** Every title of the pack with its counts at the day and by year. */
  'titles.overview': read(
    z.strictObject({ asOf: DaySchema }),
    z.strictObject({
      asOf: DaySchema,
      /** Years shown, ascending, the year of the day last. */
      years: z.array(YearSchema),
      titles: z.array(
        z.strictObject({
          titleId: PackIdSchema,
          label: z.string(),
          issuer: z.enum(['national', 'province', 'city']),
          tier: z.number().int(),
          /** Whether it is a rung of the district's ladder. */
          ladder: z.boolean(),
          validityYears: z.number().int().nullable(),
          /** 待核实: the validity is known from memory only. */
          toConfirm: z.boolean(),
          reference: z.string(),
          notes: z.array(z.string()),
          requires: z.array(z.string()),
          /** Titles whose holders may not newly apply for it. */
          barredBy: z.array(z.string()),
          /** Last day of the year for 年度更新; null when it asks for none. */
          updateBy: DaySchema.nullable(),
          stock: z.number().int(),
          cumulative: z.number().int(),
          newThisYear: z.number().int(),
          /** For each of `years`: firms first recognised in it, and valid at its end (or at the day). */
          byYear: z.array(z.strictObject({ added: z.number().int(), stock: z.number().int() })),
        }),
      ),
    }),
  ),
  /** What ends within `days`, what ended without a review within a year, and holders without their prerequisite. */
  'titles.calendar': read(
    z.strictObject({ asOf: DaySchema, days: z.number().int().min(1).max(1100).default(180) }),
    z.strictObject({
      expiring: z.array(DueTitleSchema),
      lapsed: z.array(DueTitleSchema),
      /** Firms that owe the 年度更新 of the day's year, one line a firm. */
      updates: z.array(z.strictObject({ ...holderShape, by: DaySchema, overdue: z.boolean() })),
      withoutPrerequisite: z.array(z.strictObject({ ...holderShape, requires: z.array(z.string()) })),
    }),
  ),
  /** Takes down that firms did their 年度更新 of a year. */
  'titles.markUpdated': write(
    z.strictObject({ firmIds: z.array(IdSchema).min(1).max(5000), year: YearSchema }),
    z.strictObject({ changeSetId: IdSchema.nullable(), firms: z.number().int() }),
  ),
  /** The review cohort (复核名单) of a year. */
  'titles.cohort': read(
    z.strictObject({ year: YearSchema, asOf: DaySchema }),
    z.strictObject({
      year: YearSchema,
      rows: z.array(
        z.strictObject({
          ...holderShape,
          recognisedOn: DaySchema,
          batch: z.string().nullable(),
          document: z.string().nullable(),
          until: DaySchema,
          result: z.enum(['passed', 'failed', 'recognisedAgain', 'ended', 'pending', 'overdue']),
          resultLabel: z.string(),
          resultOn: DaySchema.nullable(),
        }),
      ),
    }),
  ),
};
