import { z } from 'zod';
import { isDay } from '#shared/domain/day.ts';

/** A calendar day `YYYY-MM-DD`, of the same years as `YearSchema`. */
export const DaySchema = z
  .string()
  .max(10)
  .refine((text) => isDay(text) && text >= '1900-01-01' && text <= '2200-12-31', {
    message: '日期应为 YYYY-MM-DD',
  });
/** Money in integer 分. */
export const FenSchema = z.number().int();
/** Row id of the ledger. */
export const IdSchema = z.number().int().positive();
/** Id inside a pack: street, title, clause, measure. */
export const PackIdSchema = z.string().min(1).max(80);
/** A year of the calendar. */
export const YearSchema = z.number().int().min(1900).max(2200);
/** Text that a person typed; bounded so that no message grows without limit. */
export const TextSchema = z.string().max(2000);
/** Nothing goes in, or nothing comes out. */
export const NothingSchema = z.strictObject({});
/** What to show of a long list: `offset` rows skipped, at most `limit` returned. */
export const pageShape = {
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(50),
};
/** Number of the change set that a write made; null when nothing had to change. */
export const ChangedSchema = z.strictObject({
  changeSetId: IdSchema.nullable(),
});
