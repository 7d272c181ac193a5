import { z } from 'zod';
import { Bands } from '#shared/diagnosis/standard-schema.ts';
import { DayText, Id, quantityOf, RefSchema, strict, WordList, Words } from './common.ts';

const TargetSchema = strict({
  year: z.number().int().min(1900).max(2200),
  value: quantityOf('count'),
  ref: RefSchema.optional(),
});

/** One condition of a selection standard: a valid title of a list, or a fact of the firm. */
const StandardItemSchema = strict({
  label: Words,
  titles: z.array(Id).default([]),
  fact: z.enum(['产业链', '规上', '平台'], { error: '遴选情况不对\n写“产业链”“规上”或“平台”。' }).optional(),
  points: z.number().int().min(0),
  required: z.boolean().default(false),
});

const Points = z.int().min(0).max(100);

/** 年度综合评价: indicators whose bands give points of 100, weights that add up to 100, grades best first. */
const EvaluationSchema = strict({
  note: Words,
  ref: RefSchema,
  grades: z.array(strict({ label: Words, least: Points, passes: z.boolean().default(true) })).min(2),
  indicators: z
    .array(strict({ id: Id, label: Words, weight: Points, bands: Bands, ref: RefSchema.optional() }))
    .min(1),
});
/** The evaluation of a pool as its file writes it. */
export type RawEvaluation = z.output<typeof EvaluationSchema>;

const PoolSchema = strict({
  id: Id,
  label: Words,
  aliases: WordList,
  /** Title that a member is cultivated for; whoever gets it leaves with honour. */
  goal: Id,
  stages: z.array(Words).min(1, { error: '培育库至少要有一个阶段\n列出阶段名称。' }),
  /** 遴选标准: points that make a firm a candidate. */
  standard: strict({ note: Words, pass: z.number().int().min(0), items: z.array(StandardItemSchema).min(1) }),
  evaluation: EvaluationSchema.nullable().default(null),
  ref: RefSchema,
});

/** goals.yaml: the measures of the 131 targets and the cultivation pools. */
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
  pools: z.array(PoolSchema).default([]),
});
/** goals.yaml after reading. */
export type GoalsFile = z.output<typeof GoalsFileSchema>;
