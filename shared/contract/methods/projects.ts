import { z } from 'zod';
import { read, write } from '#shared/contract/method.ts';
import {
  DaySchema,
  FenSchema,
  IdSchema,
  NothingSchema,
  PackIdSchema,
  TextSchema,
} from '#shared/contract/values.ts';
import { factTypes } from '#shared/policy/fact.ts';

/** Answer of a project's form: 分 and ppm are integers, days are `YYYY-MM-DD`, choices are ids; null is 未填. */
const FactValueSchema = z.union([z.string().max(200), z.number(), z.boolean()]).nullable();

/** What a person writes about a project. */
const projectShape = {
  firmId: IdSchema,
  kindId: PackIdSchema,
  name: z.string().trim().min(1).max(200),
  eventOn: DaySchema,
  facts: z.record(z.string().max(80), FactValueSchema),
  object: z.string().trim().max(200).nullable(),
  contract: z.string().trim().max(200).nullable(),
  remark: TextSchema.nullable(),
};

/** Projects (项目): 技改, 数字化攻关, 贷款 and whatever else the pack has clauses for. */
export const projectMethods = {
  /** Kinds of projects of the pack with the form of each. */
  'projects.kinds': read(
    NothingSchema,
    z.strictObject({
      kinds: z.array(
        z.strictObject({
          id: PackIdSchema,
          label: z.string(),
          dateLabel: z.string(),
          nameLabel: z.string(),
          objectLabel: z.string().nullable(),
          contractLabel: z.string().nullable(),
          reference: z.string(),
          clauses: z.array(z.string()),
          facts: z.array(
            z.strictObject({
              name: z.string(),
              label: z.string(),
              type: z.enum(factTypes),
              unit: z.string(),
              help: z.string().nullable(),
              choices: z.array(z.strictObject({ value: z.string(), label: z.string() })),
            }),
          ),
        }),
      ),
    }),
  ),
  'projects.list': read(
    z.strictObject({ firmId: IdSchema.nullable().default(null) }),
    z.strictObject({
      rows: z.array(
        z.strictObject({
          id: IdSchema,
          ...projectShape,
          firm: z.string(),
          code: z.string().nullable(),
          streetLabel: z.string().nullable(),
          kindLabel: z.string(),
          /** What the clauses make of it today, added up, 分. */
          amountFen: FenSchema,
          result: z.string(),
          /** Claims on it that have not ended. */
          claims: z.number().int(),
        }),
      ),
    }),
  ),
  'projects.save': write(
    z.strictObject({ id: IdSchema.nullable(), ...projectShape, reason: TextSchema.default('') }),
    z.strictObject({ changeSetId: IdSchema.nullable(), id: IdSchema }),
  ),
  'projects.remove': write(
    z.strictObject({ id: IdSchema, reason: TextSchema.default('') }),
    z.strictObject({ changeSetId: IdSchema.nullable() }),
  ),
};
