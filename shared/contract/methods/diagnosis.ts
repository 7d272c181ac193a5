import { z } from 'zod';
import { read } from '#shared/contract/method.ts';
import { DaySchema, FenSchema, IdSchema, PackIdSchema, pageShape } from '#shared/contract/values.ts';
import { certainties } from '#shared/diagnosis/standard.ts';
import { FigurePatchSchema } from './years.ts';

const Outcome = z.enum(['met', 'unmet', 'unknown', 'judge']);
const Application = z.enum(['new', 'review']);
const Points = { low: z.number(), high: z.number(), full: z.number() };

/** Which standard judges: printed with every answer. */
const StandardSchema = z.strictObject({
  id: PackIdSchema,
  label: z.string(),
  document: z.string(),
  number: z.string().nullable(),
  notes: z.array(z.string()),
});

/** One firm held against a standard (对标诊断). */
const DiagnosisSchema = z.strictObject({
  firmId: IdSchema,
  firm: z.string(),
  code: z.string().nullable(),
  titleId: PackIdSchema,
  titleLabel: z.string(),
  application: Application,
  asOf: DaySchema,
  standard: StandardSchema,
  outcome: Outcome,
  distance: z.number(),
  items: z.array(
    z.strictObject({
      id: PackIdSchema,
      label: z.string(),
      outcome: Outcome,
      /** 标准. */
      need: z.string(),
      /** 企业情况; null when nothing is known. */
      actual: z.string().nullable(),
      /** 差距; null unless the condition is not met. */
      gap: z.string().nullable(),
      /** Figures that are 未填. */
      missing: z.array(z.string()),
      certainty: z.enum(certainties),
      note: z.string().nullable(),
    }),
  ),
  /** The scoring table where the standard has one; low and high differ while figures are missing. */
  score: z
    .strictObject({
      low: z.number(),
      high: z.number(),
      pass: z.number(),
      parts: z.array(
        z.strictObject({
          label: z.string(),
          least: z.number(),
          ...Points,
          criteria: z.array(
            z.strictObject({
              label: z.string(),
              ...Points,
              missing: z.array(z.string()),
              certainty: z.enum(certainties),
            }),
          ),
        }),
      ),
    })
    .nullable(),
  /** What recognition would bring by the policy of the district. */
  money: z.array(
    z.strictObject({
      clauseLabel: z.string(),
      reference: z.string(),
      amountFen: FenSchema,
      ceiling: z.boolean(),
      explanation: z.array(z.string()),
    }),
  ),
});

/** Diagnosis against national and provincial standards. */
export const diagnosisMethods = {
  /** Titles of the district that a standard judges on a day. */
  'diagnosis.targets': read(
    z.strictObject({ asOf: DaySchema }),
    z.strictObject({
      targets: z.array(
        z.strictObject({
          titleId: PackIdSchema,
          label: z.string(),
          new: StandardSchema.nullable(),
          review: StandardSchema.nullable(),
        }),
      ),
    }),
  ),
  'diagnosis.get': read(
    z.strictObject({
      firmId: IdSchema,
      titleId: PackIdSchema,
      application: Application.default('new'),
      asOf: DaySchema,
      /** 假设: figures of 上年 in place of those on record; nothing is written. */
      assume: FigurePatchSchema.default({}),
    }),
    DiagnosisSchema,
  ),
  /** All firms of the ledger by distance, nearest first; holders are left out, or alone in for a review. */
  'diagnosis.nearMiss': read(
    z.strictObject({
      titleId: PackIdSchema,
      application: Application.default('new'),
      asOf: DaySchema,
      /** Only firms that lack this condition. */
      lacks: PackIdSchema.nullable().default(null),
      ...pageShape,
    }),
    z.strictObject({
      standard: StandardSchema,
      /** Firms looked at, and those of them that meet everything a figure can show. */
      considered: z.number().int(),
      ready: z.number().int(),
      total: z.number().int(),
      conditions: z.array(
        z.strictObject({
          id: PackIdSchema,
          label: z.string(),
          unmet: z.number().int(),
          unknown: z.number().int(),
        }),
      ),
      rows: z.array(
        z.strictObject({
          firmId: IdSchema,
          firm: z.string(),
          code: z.string().nullable(),
          streetLabel: z.string().nullable(),
          outcome: Outcome,
          distance: z.number(),
          unmet: z.array(z.string()),
          unknown: z.array(z.string()),
        }),
      ),
    }),
  ),
};
