import { z } from 'zod';
import { read, write } from '#shared/contract/method.ts';
import { DaySchema, IdSchema, PackIdSchema, pageShape, TextSchema } from '#shared/contract/values.ts';

const Person = z.string().trim().min(1).max(50);

const next = { officer: Person, unit: z.string().trim().min(1).max(100).nullable(), from: DaySchema };

const Assigned = z.strictObject({ changeSetId: IdSchema.nullable(), firms: z.number().int() });

/** 服务专员 of firms. */
export const serviceMethods = {
  /** Titled firms and firms that are served, with their 服务专员 on a day, and the coverage by street. */
  'services.list': read(
    z.strictObject({
      asOf: DaySchema,
      /** Only titled firms without a person. */
      missing: z.boolean().default(false),
      officer: TextSchema.nullable().default(null),
      streetId: PackIdSchema.nullable().default(null),
      /** Part of a name or code. */
      text: TextSchema.default(''),
      ...pageShape,
    }),
    z.strictObject({
      total: z.number().int(),
      titled: z.number().int(),
      covered: z.number().int(),
      streets: z.array(
        z.strictObject({
          streetId: PackIdSchema.nullable(),
          label: z.string(),
          titled: z.number().int(),
          covered: z.number().int(),
        }),
      ),
      /** People with the firms they serve on the day, and those that a hand-over would move. */
      officers: z.array(
        z.strictObject({ officer: z.string(), firms: z.number().int(), running: z.number().int() }),
      ),
      rows: z.array(
        z.strictObject({
          firmId: IdSchema,
          firm: z.string(),
          code: z.string().nullable(),
          streetLabel: z.string().nullable(),
          titles: z.array(z.string()),
          officer: z.string().nullable(),
          unit: z.string().nullable(),
          from: DaySchema.nullable(),
          /** Who served before, the latest first. */
          before: z.array(z.string()),
        }),
      ),
    }),
  ),
  /** Gives firms one 服务专员 from a day on; the one before ends the day before. */
  'services.assign': write(
    z.strictObject({ firmIds: z.array(IdSchema).min(1).max(20_000), ...next }),
    Assigned,
  ),
  /** 交接: all firms that one person serves go to another. */
  'services.handOver': write(z.strictObject({ leaving: Person, ...next }), Assigned),
};
