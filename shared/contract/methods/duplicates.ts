import { z } from 'zod';
import { read, write } from '#shared/contract/method.ts';
import { ChangedSchema, IdSchema, pageShape, TextSchema, YearSchema } from '#shared/contract/values.ts';
import { firmFields } from '#shared/domain/firm.ts';

/** A fact of a firm, or where it stands with the district. */
const mergeFields = [...firmFields, 'status'] as const;

/** One of two records that may be of one firm. */
const SideSchema = z.strictObject({
  id: IdSchema,
  name: z.string(),
  code: z.string().nullable(),
  streetLabel: z.string().nullable(),
  statusLabel: z.string(),
  /** What hangs on the record, such as 称号事件 3. */
  rows: z.array(z.strictObject({ label: z.string(), count: z.number().int() })),
});

/** Records that may be of one firm (重复企业); a person decides. */
export const duplicateMethods = {
  'duplicates.list': read(
    z.strictObject(pageShape),
    z.strictObject({
      total: z.number().int(),
      pairs: z.array(
        z.strictObject({
          reason: z.enum(['code', 'name', 'formerName']),
          first: SideSchema,
          second: SideSchema,
        }),
      ),
    }),
  ),
  /** Two records side by side: what differs, what would move, what stands in the way of merging. */
  'duplicates.compare': read(
    z.strictObject({ keepId: IdSchema, goneId: IdSchema }),
    z.strictObject({
      keep: SideSchema,
      gone: SideSchema,
      /** Facts in which both say something else; phones masked. */
      fields: z.array(
        z.strictObject({
          field: z.enum(mergeFields),
          label: z.string(),
          keep: z.string().nullable(),
          gone: z.string().nullable(),
        }),
      ),
      /** Facts that only the record that goes knows: they are taken over. */
      filled: z.array(z.string()),
      /** Years in which both have figures that differ. */
      years: z.array(
        z.strictObject({
          year: YearSchema,
          figures: z.array(z.strictObject({ label: z.string(), keep: z.string(), gone: z.string() })),
        }),
      ),
      /** Both have a bank account. */
      accounts: z.boolean(),
      /** Why they cannot be merged as they are. */
      obstacles: z.array(z.string()),
      /** What to look at afterwards. */
      notes: z.array(z.string()),
    }),
  ),
  /** 合并: everything moves to `keepId`, `goneId` is no more; one change set, taken back whole. */
  'duplicates.merge': write(
    z.strictObject({
      keepId: IdSchema,
      goneId: IdSchema,
      /** Facts taken from the record that goes, where both differ. */
      takeFields: z.array(z.enum(mergeFields)).max(mergeFields.length).default([]),
      /** Years whose differing figures are taken from the record that goes. */
      takeYears: z.array(YearSchema).max(100).default([]),
      takeAccount: z.boolean().default(false),
      reason: TextSchema,
    }),
    ChangedSchema,
  ),
  /** 不是同一家: the pair is not shown again. */
  'duplicates.distinct': write(
    z.strictObject({ firstId: IdSchema, secondId: IdSchema, reason: TextSchema.trim().min(1) }),
    ChangedSchema,
  ),
};
