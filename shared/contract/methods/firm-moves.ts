import { z } from 'zod';
import { read, write } from '#shared/contract/method.ts';
import { ChangedSchema, DaySchema, IdSchema, TextSchema } from '#shared/contract/values.ts';
import { firmEventKinds } from '#shared/domain/firm-event.ts';

const shape = { firmId: IdSchema, kind: z.enum(firmEventKinds), on: DaySchema };

/** 迁入, 迁出, 注销 of a firm. */
export const firmMoveMethods = {
  /** What is recorded along with it: nothing is written. */
  'firms.moveEffects': read(
    z.strictObject(shape),
    z.strictObject({
      /** Titles that get an event of their own, and its word. */
      titles: z.array(z.strictObject({ label: z.string(), eventLabel: z.string() })),
      /** Pools the firm leaves. */
      pools: z.array(z.string()),
      /** The running 一企一策 is closed. */
      closesPlan: z.boolean(),
    }),
  ),
  /** Records it with the events of titles and pools that follow from it, all in one change set. */
  'firms.move': write(
    z.strictObject({ ...shape, document: TextSchema.nullable(), note: TextSchema.nullable() }),
    ChangedSchema,
  ),
};
