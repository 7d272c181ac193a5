import { z } from 'zod';
import { read, write } from '#shared/contract/method.ts';
import {
  ChangedSchema,
  DaySchema,
  FenSchema,
  IdSchema,
  PackIdSchema,
  TextSchema,
  YearSchema,
} from '#shared/contract/values.ts';
import { ClaimRowSchema } from './claims.ts';

const LineSchema = z.string().trim().max(200);

/** One batch (兑现批次) with its sums. */
export const BatchSchema = z.strictObject({
  id: IdSchema,
  year: YearSchema,
  name: z.string(),
  lockedOn: DaySchema.nullable(),
  noticeFrom: DaySchema.nullable(),
  noticeUntil: DaySchema.nullable(),
  noticeDays: z.number().int().nullable(),
  noticeContact: z.string().nullable(),
  /** 待编, 已锁定, 公示中, 公示期满, 已拨付. */
  stage: z.enum(['open', 'locked', 'announced', 'ended', 'paid']),
  count: z.number().int(),
  decidedFen: FenSchema,
  /** 大写 of the decided sum. */
  decidedCapital: z.string(),
  paidFen: FenSchema,
  /** Paid by the city, and by the district. */
  cityFen: FenSchema,
  districtFen: FenSchema,
  openObjections: z.number().int(),
});

/** Batches of a year: assemble, lock, announce, pay. */
export const batchMethods = {
  'batches.list': read(
    z.strictObject({ year: YearSchema.nullable().default(null) }),
    z.strictObject({
      batches: z.array(BatchSchema),
      /** Decided claims in no batch yet. */ waiting: z.number().int(),
    }),
  ),
  'batches.get': read(
    z.strictObject({ id: IdSchema }),
    z.strictObject({
      batch: BatchSchema,
      rows: z.array(ClaimRowSchema),
      /** Decided claims that could be taken in. */
      candidates: z.array(ClaimRowSchema),
      objections: z.array(
        z.strictObject({
          id: IdSchema,
          claimId: IdSchema.nullable(),
          firm: z.string().nullable(),
          receivedOn: DaySchema,
          raisedBy: z.string(),
          content: z.string(),
          outcome: z.string().nullable(),
          closedOn: DaySchema.nullable(),
        }),
      ),
    }),
  ),
  'batches.create': write(
    z.strictObject({
      year: YearSchema,
      name: LineSchema.min(1),
      claimIds: z.array(IdSchema).max(5000).default([]),
    }),
    z.strictObject({ changeSetId: IdSchema.nullable(), id: IdSchema }),
  ),
  /** Takes claims in and out while the batch is not locked. */
  'batches.assemble': write(
    z.strictObject({ id: IdSchema, add: z.array(IdSchema).max(5000), remove: z.array(IdSchema).max(5000) }),
    ChangedSchema,
  ),
  /** Locks the list, or opens it again before its notice. */
  'batches.lock': write(z.strictObject({ id: IdSchema, locked: z.boolean(), on: DaySchema }), ChangedSchema),
  /** When a notice of so many working days would end, and what to check about the holidays. */
  'batches.period': read(
    z.strictObject({ from: DaySchema, workingDays: z.number().int().min(1).max(60) }),
    z.strictObject({ until: DaySchema, remarks: z.array(z.string()) }),
  ),
  'batches.announce': write(
    z.strictObject({
      id: IdSchema,
      from: DaySchema,
      workingDays: z.number().int().min(1).max(60),
      contact: LineSchema.min(1),
      document: LineSchema.nullable().default(null),
      person: LineSchema.min(1),
    }),
    ChangedSchema,
  ),
  'batches.object': write(
    z.strictObject({
      id: IdSchema,
      claimId: IdSchema.nullable(),
      on: DaySchema,
      raisedBy: LineSchema.min(1),
      content: TextSchema.min(1),
    }),
    ChangedSchema,
  ),
  'batches.closeObjection': write(
    z.strictObject({ id: IdSchema, objectionId: IdSchema, on: DaySchema, outcome: TextSchema.min(1) }),
    ChangedSchema,
  ),
  'batches.remove': write(z.strictObject({ id: IdSchema }), ChangedSchema),
  /** 预算: by clause of a year, what is set aside and what is computed, asked, decided, paid and left. */
  'budgets.get': read(
    z.strictObject({ year: YearSchema }),
    z.strictObject({
      rows: z.array(
        z.strictObject({
          clause: PackIdSchema,
          label: z.string(),
          reference: z.string(),
          budgetFen: FenSchema.nullable(),
          /** All that the policy owes for the year by today's computation, claimed or not. */
          computedFen: FenSchema,
          requestedFen: FenSchema,
          decidedFen: FenSchema,
          paidFen: FenSchema,
          /** Budget less decided; null without a budget. */
          leftFen: FenSchema.nullable(),
          /** Decided, and for the rest what is computed: what the year will cost. */
          forecastFen: FenSchema,
        }),
      ),
      /** Sums that the document itself sets aside each year, with what was spent from them. */
      funds: z.array(
        z.strictObject({
          id: PackIdSchema,
          label: z.string(),
          reference: z.string(),
          amountFen: FenSchema,
          /** 不少于. */
          atLeast: z.boolean(),
          /** Uses on record, and decisions on the clauses that the document counts against it. */
          usedFen: FenSchema,
          uses: z.array(
            z.strictObject({
              id: IdSchema,
              usedOn: DaySchema,
              amountFen: FenSchema,
              purpose: z.string(),
              document: z.string().nullable(),
            }),
          ),
        }),
      ),
    }),
  ),
  /** Records a use of a yearly sum. */
  'funds.use': write(
    z.strictObject({
      fund: PackIdSchema,
      on: DaySchema,
      amountFen: FenSchema.positive(),
      purpose: LineSchema.min(1),
      document: LineSchema.nullable(),
    }),
    ChangedSchema,
  ),
  'funds.remove': write(z.strictObject({ id: IdSchema, reason: TextSchema.default('') }), ChangedSchema),
  'budgets.set': write(
    z.strictObject({
      year: YearSchema,
      clause: PackIdSchema,
      amountFen: FenSchema.nonnegative().nullable(),
      reason: TextSchema.default(''),
    }),
    ChangedSchema,
  ),
};
