import { z } from 'zod';
import { read, write } from '#shared/contract/method.ts';
import {
  ChangedSchema,
  DaySchema,
  IdSchema,
  PackIdSchema,
  pageShape,
  TextSchema,
} from '#shared/contract/values.ts';
import { certainties } from '#shared/diagnosis/standard.ts';
import { planApplications } from '#shared/domain/plan.ts';
import { ImprovementSchema } from './improvements.ts';

const Outcome = z.enum(['met', 'unmet', 'unknown', 'judge']);

/** The diagnosis of the day a file was made, with the figures it rests on; kept in the ledger as it was. */
export const PlanSnapshotSchema = z.strictObject({
  asOf: DaySchema,
  standard: z.string(),
  document: z.string(),
  outcome: Outcome,
  items: z.array(
    z.strictObject({
      id: PackIdSchema,
      label: z.string(),
      outcome: Outcome,
      need: z.string(),
      actual: z.string().nullable(),
      gap: z.string().nullable(),
      missing: z.array(z.string()),
      certainty: z.enum(certainties),
    }),
  ),
  score: z.strictObject({ low: z.number(), high: z.number(), pass: z.number() }).nullable(),
  /** 主要数据: the years, and each figure in them as printed; 未填 is null. */
  years: z.array(z.number().int()),
  figures: z.array(z.strictObject({ label: z.string(), values: z.array(z.string().nullable()) })),
});

const shape = {
  titleId: PackIdSchema,
  application: z.enum(planApplications),
  openedOn: DaySchema,
  contact: TextSchema.nullable(),
  contactUnit: TextSchema.nullable(),
  note: TextSchema.nullable(),
};

/** One file with its measures. */
const PlanSchema = z.strictObject({
  id: IdSchema,
  ...shape,
  titleLabel: z.string(),
  closedOn: DaySchema.nullable(),
  result: z.string().nullable(),
  snapshot: PlanSnapshotSchema,
  measures: z.array(ImprovementSchema),
});

/** Files of firms (一企一策). */
export const planMethods = {
  /** Files with how their measures stand, and whether every 小巨人 has its contact. */
  'plans.list': read(
    z.strictObject({
      asOf: DaySchema,
      state: z.enum(['running', 'closed', 'all']).default('running'),
      /** Only files with a measure past its day. */
      overdue: z.boolean().default(false),
      /** Only files in which this person sees to a measure or is the contact. */
      owner: TextSchema.nullable().default(null),
      streetId: PackIdSchema.nullable().default(null),
      /** Part of a name or code. */
      text: TextSchema.default(''),
      ...pageShape,
    }),
    z.strictObject({
      total: z.number().int(),
      running: z.number().int(),
      overdueMeasures: z.number().int(),
      owners: z.array(z.string()),
      /** Holders of the title that asks for one-to-one contact, and those without a named person. */
      contacts: z.strictObject({
        titleLabel: z.string(),
        holders: z.number().int(),
        missing: z.array(
          z.strictObject({ firmId: IdSchema, firm: z.string(), streetLabel: z.string().nullable() }),
        ),
      }),
      rows: z.array(
        z.strictObject({
          id: IdSchema,
          firmId: IdSchema,
          firm: z.string(),
          code: z.string().nullable(),
          streetLabel: z.string().nullable(),
          titleLabel: z.string(),
          application: z.enum(planApplications),
          openedOn: DaySchema,
          closedOn: DaySchema.nullable(),
          contact: z.string().nullable(),
          owners: z.array(z.string()),
          measures: z.number().int(),
          done: z.number().int(),
          overdue: z.number().int(),
          /** The next day a measure is due. */
          nextDue: DaySchema.nullable(),
        }),
      ),
    }),
  ),
  /** One firm: its files, and what a new one would aim at. */
  'plans.get': read(
    z.strictObject({ firmId: IdSchema, asOf: DaySchema }),
    z.strictObject({
      firmId: IdSchema,
      firm: z.string(),
      code: z.string().nullable(),
      streetLabel: z.string().nullable(),
      mainProduct: z.string().nullable(),
      /** Label of the title that asks for one-to-one contact, when the firm holds it. */
      contactTitle: z.string().nullable(),
      /** Titles a standard judges on the day, and for which kind of application. */
      targets: z.array(
        z.strictObject({
          titleId: PackIdSchema,
          label: z.string(),
          applications: z.array(z.enum(planApplications)),
        }),
      ),
      /** 建议的培育目标. */
      suggested: z.strictObject({ titleId: PackIdSchema, application: z.enum(planApplications) }).nullable(),
      plans: z.array(PlanSchema),
    }),
  ),
  /** Opens the file of a firm with the diagnosis of the day it is opened on. */
  'plans.open': write(
    z.strictObject({ firmId: IdSchema, ...shape }),
    z.strictObject({ changeSetId: IdSchema.nullable(), id: IdSchema }),
  ),
  /** Changes who looks after the firm and the remarks of a file. */
  'plans.edit': write(
    z.strictObject({
      id: IdSchema,
      contact: shape.contact,
      contactUnit: shape.contactUnit,
      note: shape.note,
    }),
    ChangedSchema,
  ),
  /** Takes the diagnosis anew as of a day; the one before stays in the history. */
  'plans.diagnose': write(z.strictObject({ id: IdSchema, asOf: DaySchema }), ChangedSchema),
  /** 结案: what came of it. */
  'plans.close': write(
    z.strictObject({ id: IdSchema, on: DaySchema, result: TextSchema.trim().min(1) }),
    ChangedSchema,
  ),
};
