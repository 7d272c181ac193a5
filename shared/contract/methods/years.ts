import { z } from 'zod';
import { read, write } from '#shared/contract/method.ts';
import { ChangedSchema, IdSchema, TextSchema, YearSchema } from '#shared/contract/values.ts';
import { type YearFigures, yearFigureInfo, yearFigures } from '#shared/domain/firm-year.ts';
import { figureBounds } from '#shared/text/year-figure-text.ts';

const shape = Object.fromEntries(
  yearFigures.map((figure) => {
    const { kind, choices } = yearFigureInfo[figure];
    if (kind === 'flag') return [figure, z.boolean().nullable()];
    if (kind === 'choice') return [figure, z.enum(Object.keys(choices ?? {})).nullable()];
    const { least, most } = figureBounds(figure);
    return [figure, z.number().int().min(least).max(most).nullable()];
  }),
);

/** All figures of a year; the shape is made from the same table as the type, figure by figure. */
const FiguresSchema: z.ZodType<YearFigures> = z.strictObject(shape) as unknown as z.ZodType<YearFigures>;

/** Some figures of a year; absent ones stay as they are. Made from the same table as the type. */
export const FigurePatchSchema = z.strictObject(shape).partial() as unknown as z.ZodType<
  Partial<YearFigures>,
  Partial<YearFigures>
>;

/** Yearly figures (经营数据) of a firm. */
export const yearMethods = {
  'years.list': read(
    z.strictObject({ firmId: IdSchema }),
    z.strictObject({
      /** Years on record, oldest first. */
      years: z.array(
        z.strictObject({
          year: YearSchema,
          figures: FiguresSchema,
          source: z.string().nullable(),
          remark: z.string().nullable(),
        }),
      ),
      /** 疑点: what a person should look at; never blocks. */
      notes: z.array(z.strictObject({ year: YearSchema, text: z.string() })),
    }),
  ),
  'years.save': write(
    z.strictObject({
      firmId: IdSchema,
      year: YearSchema,
      figures: FigurePatchSchema,
      source: TextSchema.nullable(),
      remark: TextSchema.nullable(),
      reason: TextSchema,
    }),
    ChangedSchema,
  ),
};
