import { z } from 'zod';
import { read, write } from '#shared/contract/method.ts';
import { DaySchema, IdSchema, PackIdSchema, TextSchema, YearSchema } from '#shared/contract/values.ts';
import { poolExits } from '#shared/domain/pool.ts';
import { TitleChipSchema } from './firms.ts';

/** Which firm a line of a pool list is about. */
const firmShape = {
  firmId: IdSchema,
  firm: z.string(),
  code: z.string().nullable(),
  streetLabel: z.string().nullable(),
  chainLabel: z.string().nullable(),
  titles: z.array(TitleChipSchema),
};

/** Members of a pool by one place: street, platform or chain. */
const HealthRowSchema = z.strictObject({
  id: PackIdSchema.nullable(),
  label: z.string(),
  members: z.number().int(),
  /** Members in each stage of the pool, in its order. */
  byStage: z.array(z.number().int()),
});

/** A pool (培育库) with its members at a day. */
const PoolSchema = z.strictObject({
  poolId: PackIdSchema,
  label: z.string(),
  aliases: z.array(z.string()),
  goalTitleId: PackIdSchema,
  goalLabel: z.string(),
  reference: z.string(),
  stages: z.array(z.string()),
  standard: z.strictObject({
    note: z.string(),
    pass: z.number().int(),
    items: z.array(z.strictObject({ label: z.string(), points: z.number().int(), required: z.boolean() })),
  }),
  /** 目标 of the year in force and what is missing; null when the document sets none. */
  target: z.number().int().nullable(),
  targetYear: YearSchema.nullable(),
  gap: z.number().int().nullable(),
  members: z.number().int(),
  entered: z.number().int(),
  left: z.number().int(),
  byStage: z.array(z.number().int()),
});

/** Cultivation pools (培育库): members, candidates, entry, stages, exit. */
export const poolMethods = {
  'pools.list': read(
    z.strictObject({ asOf: DaySchema }),
    z.strictObject({ asOf: DaySchema, pools: z.array(PoolSchema) }),
  ),
  'pools.members': read(
    z.strictObject({ poolId: PackIdSchema, asOf: DaySchema }),
    z.strictObject({
      rows: z.array(
        z.strictObject({
          ...firmShape,
          stage: z.string(),
          since: DaySchema,
          stageSince: DaySchema,
          /** Holds the title the pool cultivates for: 达标，待出库. */
          reached: z.boolean(),
          points: z.number().int(),
        }),
      ),
      health: z.strictObject({
        streets: z.array(HealthRowSchema),
        platforms: z.array(HealthRowSchema),
        chains: z.array(HealthRowSchema),
      }),
      /** Stays that ended in the year of the day, newest first. */
      exits: z.array(
        z.strictObject({
          ...firmShape,
          from: DaySchema,
          leftOn: DaySchema,
          exit: z.enum(poolExits),
          exitLabel: z.string(),
          reason: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** Firms outside the pool that pass its selection standard, best first, each with its reasons. */
  'pools.candidates': read(
    z.strictObject({ poolId: PackIdSchema, asOf: DaySchema }),
    z.strictObject({
      rows: z.array(
        z.strictObject({
          ...firmShape,
          points: z.number().int(),
          items: z.array(z.strictObject({ label: z.string(), met: z.boolean(), points: z.number().int() })),
        }),
      ),
    }),
  ),
  /** 入库, or another stage for members; a firm that holds the title already is refused. */
  'pools.enter': write(
    z.strictObject({
      poolId: PackIdSchema,
      firmIds: z.array(IdSchema).min(1).max(2000),
      stage: z.string().max(40),
      on: DaySchema,
      reason: TextSchema,
    }),
    z.strictObject({ changeSetId: IdSchema.nullable(), entered: z.number().int(), staged: z.number().int() }),
  ),
  'pools.leave': write(
    z.strictObject({
      poolId: PackIdSchema,
      firmIds: z.array(IdSchema).min(1).max(2000),
      exit: z.enum(poolExits),
      on: DaySchema,
      reason: TextSchema,
    }),
    z.strictObject({ changeSetId: IdSchema.nullable(), left: z.number().int() }),
  ),
};
