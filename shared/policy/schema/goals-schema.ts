import { z } from 'zod';
import { DayText, Id, quantityOf, RefSchema, strict, Words } from './common.ts';

const TargetSchema = strict({
  year: z.number().int().min(1900).max(2200),
  value: quantityOf('count'),
  ref: RefSchema.optional(),
});

/** goals.yaml: the measures of the 131 targets. */
export const GoalsFileSchema = strict({
  measures: z.array(
    strict({
      id: Id,
      label: Words,
      definition: Words,
      counts: z.enum(['称号', '培育库'], { error: '统计对象不对\n写“称号”或“培育库”。' }),
      titles: z.array(Id).default([]),
      basis: z.enum(['累计数', '当前有效'], { error: '目标口径不对\n写“累计数”或“当前有效”。' }),
      baseline: strict({ on: DayText, value: quantityOf('count'), ref: RefSchema }).nullable(),
      targets: z.array(TargetSchema).min(1, { error: '至少要有一个目标\n写出年份和数值。' }),
      ref: RefSchema,
      notes: z.array(strict({ text: Words, ref: RefSchema })).default([]),
    }),
  ),
});
/** goals.yaml after reading. */
export type GoalsFile = z.output<typeof GoalsFileSchema>;
