import { z } from 'zod';
import { read, write } from '#shared/contract/method.ts';
import { ChangedSchema, DaySchema, PackIdSchema, TextSchema, YearSchema } from '#shared/contract/values.ts';

/** One measure (指标) of the 131 targets at a day. */
export const MeasureSchema = z.strictObject({
  id: PackIdSchema,
  label: z.string(),
  /** 口径: what exactly is counted. */
  definition: z.string(),
  reference: z.string(),
  /** Contradictions of the document and other remarks, shown beside the figure. */
  notes: z.array(z.string()),
  /** Whether it counts holders of titles or members of a cultivation pool. */
  counts: z.enum(['titles', 'pool']),
  /** Titles whose holders count, as distinct firms; the pool's own id where members of a pool count. */
  titleIds: z.array(PackIdSchema),
  /** Which of the two actual figures the document's target is set against. */
  basis: z.enum(['stock', 'cumulative']),
  /** Figure and year of the document's baseline (基数); null when it gives none. */
  baseline: z.number().int().nullable(),
  baselineYear: YearSchema.nullable(),
  /** What the ledger holds, counted by the basis, at the end of the baseline's year; null without a baseline. */
  atBaseline: z.number().int().nullable(),
  targets: z.array(z.strictObject({ year: YearSchema, value: z.number().int() })),
  /** 当前有效: distinct firms that hold the title on the day. */
  stock: z.number().int(),
  /** 累计认定: distinct firms ever recognised up to the day. */
  cumulative: z.number().int(),
  /** 当年新增: distinct firms first recognised in the year of the day. */
  newThisYear: z.number().int(),
  /** What is set against the target: the count of the basis, or the baseline with what was gained since. */
  progress: z.number().int(),
  /** Target in force on the day (of its year, else the next one to come, else the last). */
  targetYear: YearSchema.nullable(),
  target: z.number().int().nullable(),
  /** 还差: target less progress, never below 0; null without a target. */
  gap: z.number().int().nullable(),
  /** Whole months from the day to the end of the target's year; null without a target. */
  monthsLeft: z.number().int().nullable(),
  /** Firms a month that are needed, one decimal; null when nothing is missing or no time is left. */
  perMonth: z.number().nullable(),
  /** 逾期: the target's year is over and firms are missing. */
  overdue: z.boolean(),
  /** 预测 at the end of the target's year, low, middle, high; null when there is nothing to go by. */
  forecast: z
    .strictObject({
      year: YearSchema,
      low: z.number().int(),
      middle: z.number().int(),
      high: z.number().int(),
    })
    .nullable(),
  /** Actual at the end of each year, and at the day itself for its own year. */
  actuals: z.array(
    z.strictObject({
      year: YearSchema,
      stock: z.number().int(),
      cumulative: z.number().int(),
      added: z.number().int(),
      /** What is set against the target, counted like the measure's own progress. */
      progress: z.number().int(),
    }),
  ),
});

/** 按台账计数, or 按文件基数加增量. */
const CountingSchema = z.enum(['ledger', 'baseline']);

/** All measures at one day. */
export const GoalsSchema = z.strictObject({
  asOf: DaySchema,
  /** How progress is counted where the document gives a baseline. */
  counting: CountingSchema,
  measures: z.array(MeasureSchema),
});

/** Targets (131 目标). */
export const goalMethods = {
  'goals.get': read(z.strictObject({ asOf: DaySchema }), GoalsSchema),
  /** 目标分解: a target by street or platform, with what each has reached. */
  'goals.split': read(
    z.strictObject({ measureId: PackIdSchema, by: z.enum(['street', 'platform']), asOf: DaySchema }),
    z.strictObject({
      label: z.string(),
      /** What is counted: 当前有效 or 累计认定. */
      counted: z.string(),
      titleIds: z.array(PackIdSchema),
      view: z.enum(['stock', 'cumulative']),
      targetYear: YearSchema,
      /** Target of the whole district. */
      target: z.number().int(),
      /** Whether it has been split. */
      split: z.boolean(),
      lines: z.array(
        z.strictObject({
          placeId: PackIdSchema.nullable(),
          label: z.string(),
          target: z.number().int().nullable(),
          progress: z.number().int(),
          gap: z.number().int().nullable(),
          rank: z.number().int().nullable(),
        }),
      ),
    }),
  ),
  /** Splits the target in force on the day; none at all takes the split back. */
  'goals.setSplit': write(
    z.strictObject({
      measureId: PackIdSchema,
      by: z.enum(['street', 'platform']),
      asOf: DaySchema,
      targets: z
        .array(z.strictObject({ placeId: PackIdSchema, target: z.number().int().min(0).max(100_000) }))
        .max(200),
    }),
    ChangedSchema,
  ),
  /** Chooses how progress is counted; recorded, and printed with the figures. */
  'goals.setCounting': write(z.strictObject({ counting: CountingSchema, reason: TextSchema }), ChangedSchema),
};
