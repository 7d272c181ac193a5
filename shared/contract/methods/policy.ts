import { z } from 'zod';
import { read, write } from '#shared/contract/method.ts';
import {
  ChangedSchema,
  DaySchema,
  FenSchema,
  IdSchema,
  NothingSchema,
  PackIdSchema,
  TextSchema,
  YearSchema,
} from '#shared/contract/values.ts';

const RuleLineSchema = z.strictObject({ depth: z.number().int(), text: z.string() });
const OutcomeSchema = z.enum(['highest', 'top-up', 'stackable']);

const LibraryParameterSchema = z.strictObject({
  name: z.string(),
  label: z.string(),
  text: z.string(),
  /** Figures can be assumed otherwise in 测算; lists and published rates cannot. */
  kind: z.enum(['money', 'rate', 'count', 'list', 'series']),
  reference: z.string(),
  quote: z.string().nullable(),
});

const LibraryFactSchema = z.strictObject({
  name: z.string(),
  label: z.string(),
  type: z.enum(['boolean', 'money', 'rate', 'count', 'day', 'choice']),
  unit: z.string(),
  choices: z.array(z.strictObject({ value: z.string(), label: z.string() })),
  help: z.string().nullable(),
  /** Who knows it, in words: 申报填写, 由称号得出, 由台账得出. */
  source: z.string(),
});

/** One clause of the document as the 政策库 shows it. */
export const LibraryRuleSchema = z.strictObject({
  id: PackIdSchema,
  kind: z.enum(['money', 'entitlement', 'budget', 'principle']),
  /** 第四部分第2条, with a running number where the clause holds several rules. */
  place: z.string(),
  title: z.string(),
  summary: z.string(),
  reference: z.string(),
  departments: z.array(z.string()),
  /** What the day is that chooses the clause; null for budgets and principles. */
  dateLabel: z.string().nullable(),
  /** What sets it off, in words. */
  trigger: z.string().nullable(),
  /** 给予 an amount, or only a ceiling (最高), or no figure at all; null where it pays nothing. */
  nature: z.string().nullable(),
  conditions: z.array(RuleLineSchema),
  amount: z.array(RuleLineSchema),
  rounding: z.string().nullable(),
  payers: z.string().nullable(),
  parameters: z.array(LibraryParameterSchema),
  facts: z.array(LibraryFactSchema),
  evidence: z.array(z.string()),
  notes: z.array(z.string()),
  remarks: z.array(z.string()),
  overlapGroup: z.string().nullable(),
});

/** The rule for awards that overlap, as it applies in this database. */
const LibraryOverlapSchema = z.strictObject({
  id: PackIdSchema,
  label: z.string(),
  scope: z.string(),
  outcome: OutcomeSchema,
  packOutcome: OutcomeSchema,
  countsPaidBy: z.array(z.string()),
  reason: z.string(),
  reference: z.string(),
});

/** The whole policy document, clause by clause. */
export const LibrarySchema = z.strictObject({
  documentTitle: z.string(),
  /** 施行期 in one sentence, 起始日待定 included. */
  term: z.string(),
  rules: z.array(LibraryRuleSchema),
  overlapGroups: z.array(LibraryOverlapSchema),
});

/** Who benefits from a clause, and the money so far. */
export const BenefitsSchema = z.strictObject({
  byYear: z.array(z.strictObject({ year: YearSchema, count: z.number().int(), amountFen: FenSchema })),
  firmCount: z.number().int(),
  /** The newest cases first, at most 100. */
  firms: z.array(
    z.strictObject({ firmId: IdSchema, firm: z.string(), label: z.string(), amountFen: FenSchema }),
  ),
});

const ComparedLineSchema = z.strictObject({
  key: z.string(),
  label: z.string(),
  todayFen: FenSchema,
  assumedFen: FenSchema,
  todayCount: z.number().int(),
  assumedCount: z.number().int(),
});

/** Figures assumed in place of the document's, and outcomes in place of those set. */
export const WhatIfInputSchema = z.strictObject({
  /** Year of the cases; null for all years. */
  year: YearSchema.nullable(),
  assumptions: z
    .array(z.strictObject({ clause: PackIdSchema, parameter: z.string().max(80), text: z.string().max(40) }))
    .max(100)
    .default([]),
  outcomes: z.array(z.strictObject({ group: PackIdSchema, outcome: OutcomeSchema })).default([]),
});

/** 测算: money under the rules of today and under the assumption, side by side. */
export const WhatIfSchema = z.strictObject({
  year: YearSchema.nullable(),
  assumptions: z.array(
    z.strictObject({
      clause: PackIdSchema,
      parameter: z.string(),
      label: z.string(),
      today: z.string(),
      assumed: z.string(),
      reference: z.string(),
    }),
  ),
  /** Groups whose awards are assumed to overlap otherwise. */
  outcomes: z.array(
    z.strictObject({
      group: PackIdSchema,
      label: z.string(),
      today: z.string(),
      assumed: z.string(),
      reference: z.string(),
    }),
  ),
  total: ComparedLineSchema,
  byClause: z.array(ComparedLineSchema),
  byStreet: z.array(ComparedLineSchema),
  byYear: z.array(ComparedLineSchema),
  /** Firms whose money changes, greatest difference first, at most 500. */
  byFirm: z.array(ComparedLineSchema),
  firmsChanged: z.number().int(),
});

/** One case tried on a clause (试算); nothing is kept. */
const TrialSchema = z.strictObject({
  outcome: z.enum(['awarded', 'entitled', 'notApplicable', 'needsData']),
  amountFen: FenSchema.nullable(),
  ceiling: z.boolean(),
  headline: z.string(),
  explanation: z.array(z.string()),
});

/** The policy document of the district: reading it, trying cases, assuming other figures. */
export const policyMethods = {
  'policy.library': read(NothingSchema, LibrarySchema),
  'policy.benefits': read(z.strictObject({ clause: PackIdSchema, asOf: DaySchema }), BenefitsSchema),
  'policy.try': read(
    z.strictObject({
      clause: PackIdSchema,
      on: DaySchema,
      /** By name or label, as people write them: 600万元, 20%, 是. */
      facts: z.record(z.string().max(80), z.string().max(200)),
    }),
    TrialSchema,
  ),
  'policy.whatIf': read(WhatIfInputSchema, WhatIfSchema),
  /** Sets the outcome of an overlap group for this database; null takes the pack's again. */
  'policy.setOverlap': write(
    z.strictObject({ group: PackIdSchema, outcome: OutcomeSchema.nullable(), reason: TextSchema.min(1) }),
    ChangedSchema,
  ),
};
