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
  /** What a record consists of that could be of another firm. */
  'duplicates.parts': read(
    z.strictObject({ firmId: IdSchema }),
    z.strictObject({
      name: z.string(),
      /** Names it was known by, and records that were merged into it. */
      names: z.array(z.strictObject({ name: z.string(), code: z.string().nullable() })),
      groups: z.array(
        z.strictObject({
          table: z.string(),
          label: z.string(),
          rows: z.array(z.strictObject({ id: IdSchema, text: z.string(), claimed: z.boolean() })),
        }),
      ),
    }),
  ),
  /** 拆分: a record of its own out of parts of one; one change set, taken back whole. */
  'duplicates.split': write(
    z.strictObject({
      firmId: IdSchema,
      name: TextSchema,
      code: TextSchema.nullable(),
      acceptSuspiciousCode: z.boolean().default(false),
      rows: z.array(z.strictObject({ table: z.string().max(40), id: IdSchema })).max(5000),
      reason: TextSchema,
    }),
    z.strictObject({ changeSetId: IdSchema.nullable(), id: IdSchema }),
  ),
  /** 不是同一家: the pair is not shown again. */
  'duplicates.distinct': write(
    z.strictObject({ firstId: IdSchema, secondId: IdSchema, reason: TextSchema.trim().min(1) }),
    ChangedSchema,
  ),
};
