import { z } from 'zod';
import { read, write } from '#shared/contract/method.ts';
import {
  ChangedSchema,
  DaySchema,
  IdSchema,
  PackIdSchema,
  TextSchema,
  YearSchema,
} from '#shared/contract/values.ts';

/** Points in hundredths, 0 to 100.00. */
const PointsSchema = z.number().int().min(0).max(10_000);
const place = { poolId: PackIdSchema, year: YearSchema };

/** One indicator of a firm's score, with band, inputs and where they come from. */
export const IndicatorScoreSchema = z.strictObject({
  id: PackIdSchema,
  /** Points of 100; null while figures are missing. */
  band: z.number().int().nullable(),
  bandText: z.string().nullable(),
  low: PointsSchema,
  high: PointsSchema,
  actual: z.string().nullable(),
  inputs: z.array(z.strictObject({ label: z.string(), value: z.string(), origin: z.string() })),
  missing: z.array(z.string()),
});

const Outcome = {
  standing: z.enum(['scored', 'adjusted', 'missing', 'exempt']),
  low: PointsSchema,
  high: PointsSchema,
  points: PointsSchema.nullable(),
  grade: z.string().nullable(),
  passes: z.boolean().nullable(),
  rank: z.number().int().nullable(),
};

/** One firm of the evaluation. */
const RowSchema = z.strictObject({
  firmId: IdSchema,
  firm: z.string(),
  code: z.string().nullable(),
  streetLabel: z.string().nullable(),
  stage: z.string(),
  ...Outcome,
  /** Why the bureau set the points, or left the firm out. */
  reason: z.string().nullable(),
  missing: z.array(z.string()),
  /** Points of each indicator in its order, hundredths; null while figures are missing. */
  items: z.array(PointsSchema.nullable()),
  /** The published result of the year before. */
  previous: z
    .strictObject({
      points: PointsSchema.nullable(),
      grade: z.string().nullable(),
      rank: z.number().int().nullable(),
    })
    .nullable(),
  appeal: z.string().nullable(),
  appealResult: z.string().nullable(),
  /** No longer in the pool. */
  left: z.boolean(),
  /** What today's figures would give where that differs from what was published. */
  recomputed: z.strictObject({ low: PointsSchema, high: PointsSchema }).nullable(),
});

/** Indicators and grades in force: those of the pack with the bureau's weights, or as published. */
export const EvaluationRuleSchema = z.strictObject({
  note: z.string(),
  reference: z.string(),
  /** The bureau set other weights than the pack. */
  ownWeights: z.boolean(),
  indicators: z.array(
    z.strictObject({
      id: PackIdSchema,
      label: z.string(),
      weight: z.number().int(),
      /** Bands in words, best first. */
      bands: z.array(z.strictObject({ points: z.number().int(), text: z.string() })),
      /** Where the document sets it; null: 本局可调. */
      reference: z.string().nullable(),
    }),
  ),
  grades: z.array(z.strictObject({ label: z.string(), least: z.number().int(), passes: z.boolean() })),
});

/** Yearly evaluation of pool members (年度评价): computed, decided, published, carried out. */
export const evaluationMethods = {
  'evaluations.get': read(
    z.strictObject({ ...place, asOf: DaySchema }),
    z.strictObject({
      ...place,
      poolLabel: z.string(),
      /** Null when the pack says nothing about evaluation. */
      rule: EvaluationRuleSchema.nullable(),
      /** Day the members are counted: the end of the year, or the day of the question while the year runs. */
      membersOn: DaySchema,
      published: z
        .strictObject({
          on: DaySchema,
          asOf: DaySchema,
          document: z.string().nullable(),
          ruleVersion: z.string(),
        })
        .nullable(),
      rows: z.array(RowSchema),
      /** Firms of the rows that handed in their 自评 for the year, with the grade they give themselves. */
      selfAssessed: z.array(z.strictObject({ firmId: IdSchema, grade: z.string().nullable() })),
    }),
  ),
  /** One firm's score with every input: as published, or as computed. */
  'evaluations.firm': read(
    z.strictObject({ ...place, asOf: DaySchema, firmId: IdSchema }),
    z.strictObject({
      row: RowSchema,
      items: z.array(IndicatorScoreSchema),
      /** What the firm says of itself for the year. */
      selfAssessment: z
        .strictObject({
          filledOn: DaySchema.nullable(),
          grade: z.string().nullable(),
          achievements: z.string().nullable(),
          difficulties: z.string().nullable(),
          nextSteps: z.string().nullable(),
        })
        .nullable(),
      /** As today's figures have it, when that differs from what was published. */
      now: z.array(IndicatorScoreSchema).nullable(),
    }),
  ),
  /** 本局调整, 不参评, or back to the computed points; refused once published. */
  'evaluations.decide': write(
    z.strictObject({
      ...place,
      asOf: DaySchema,
      firmIds: z.array(IdSchema).min(1).max(2000),
      points: PointsSchema.nullable(),
      exempt: z.boolean(),
      reason: TextSchema,
    }),
    ChangedSchema,
  ),
  /** 申诉 and what came of it; possible before and after publication. */
  'evaluations.appeal': write(
    z.strictObject({
      ...place,
      asOf: DaySchema,
      firmId: IdSchema,
      appeal: TextSchema.nullable(),
      result: TextSchema.nullable(),
    }),
    ChangedSchema,
  ),
  /** Other weights for a pool, adding up to 100; null goes back to the pack's. */
  'evaluations.setWeights': write(
    z.strictObject({
      poolId: PackIdSchema,
      weights: z.record(PackIdSchema, z.number().int().min(0).max(100)).nullable(),
      reason: TextSchema,
    }),
    ChangedSchema,
  ),
  /** Locks the results; refused while a firm has no grade. */
  'evaluations.publish': write(
    z.strictObject({ ...place, asOf: DaySchema, on: DaySchema, document: TextSchema.nullable() }),
    z.strictObject({ changeSetId: IdSchema.nullable(), firms: z.number().int(), failed: z.number().int() }),
  ),
  /** 出库 of all firms that failed in the published list and have no open appeal, in one change set. */
  'evaluations.exit': write(
    z.strictObject({ ...place, on: DaySchema }),
    z.strictObject({ changeSetId: IdSchema.nullable(), left: z.number().int(), waiting: z.number().int() }),
  ),
};
