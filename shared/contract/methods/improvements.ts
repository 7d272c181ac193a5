import { z } from 'zod';
import { read, write } from '#shared/contract/method.ts';
import { ChangedSchema, DaySchema, IdSchema, PackIdSchema, TextSchema } from '#shared/contract/values.ts';
import { improvementStates } from '#shared/domain/improvement.ts';

const shape = {
  titleId: PackIdSchema.nullable(),
  weakPoint: TextSchema.min(1),
  action: TextSchema.min(1),
  owner: TextSchema.nullable(),
  dueOn: DaySchema.nullable(),
  state: z.enum(improvementStates),
  progress: z.string().max(20_000).nullable(),
};

/** One measure as the pages show it. */
export const ImprovementSchema = z.strictObject({
  id: IdSchema,
  ...shape,
  titleLabel: z.string().nullable(),
  /** Not done and past its day. */
  overdue: z.boolean(),
});

/** Measures of 一企一策. */
export const improvementMethods = {
  'improvements.list': read(
    z.strictObject({ firmId: IdSchema, asOf: DaySchema }),
    z.strictObject({ items: z.array(ImprovementSchema) }),
  ),
  /** Adds a measure, or writes all of one anew; the firm it belongs to stays. */
  'improvements.save': write(
    z.strictObject({ id: IdSchema.nullable(), firmId: IdSchema, ...shape }),
    ChangedSchema,
  ),
  /** Adds a note of progress (进展) with its day and person, and says how far the measure is. */
  'improvements.note': write(
    z.strictObject({
      id: IdSchema,
      on: DaySchema,
      person: TextSchema.trim().min(1),
      content: TextSchema.trim().min(1),
      state: shape.state,
    }),
    ChangedSchema,
  ),
};
