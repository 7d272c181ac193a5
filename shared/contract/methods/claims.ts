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
import { claimActions, claimStates } from '#shared/domain/claim.ts';
import { payerLevels } from '#shared/domain/payer.ts';

/** Short text on a record: a name, a number, a document. */
const LineSchema = z.string().trim().max(200);
/** An amount above zero, 分. */
const AmountSchema = FenSchema.positive().max(Number.MAX_SAFE_INTEGER);

/** One claim (兑现事项) as lists show it. */
export const ClaimRowSchema = z.strictObject({
  id: IdSchema,
  firmId: IdSchema,
  firm: z.string(),
  code: z.string().nullable(),
  streetLabel: z.string().nullable(),
  clause: PackIdSchema,
  clauseLabel: z.string(),
  reference: z.string(),
  year: YearSchema,
  ground: z.string(),
  eventOn: DaySchema,
  /** 免申即享 for titles, 企业申报 for projects. */
  route: z.enum(['direct', 'application']),
  projectId: IdSchema.nullable(),
  batchId: IdSchema.nullable(),
  batch: z.string().nullable(),
  state: z.enum(claimStates),
  /** 测算, 申报, 核定, 拨付, 分. */
  computedFen: FenSchema,
  ceiling: z.boolean(),
  requestedFen: FenSchema.nullable(),
  decidedFen: FenSchema.nullable(),
  paidFen: FenSchema,
  payers: z.array(z.enum(payerLevels)),
  /** Steps open now, in the order of work. */
  actions: z.array(z.enum(claimActions)),
});

/** One claim with all that led to it. */
const ClaimDetailSchema = z.strictObject({
  claim: ClaimRowSchema,
  decisionReason: z.string().nullable(),
  computedOn: DaySchema,
  explanation: z.array(z.string()),
  /** 从优从高不重复: what is left to pay on this claim now, and the arithmetic. */
  payableFen: FenSchema,
  overlap: z.array(z.string()),
  /** What recomputing today would give where that differs; null when it agrees. */
  differs: z
    .strictObject({
      outcome: z.enum(['awarded', 'notApplicable', 'needsData']),
      amountFen: FenSchema,
      why: z.string(),
    })
    .nullable(),
  steps: z.array(
    z.strictObject({
      id: IdSchema,
      action: z.string(),
      on: DaySchema,
      person: z.string(),
      amountFen: FenSchema.nullable(),
      document: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  payments: z.array(
    z.strictObject({
      id: IdSchema,
      payer: z.enum(payerLevels),
      tranche: z.number().int(),
      amountFen: FenSchema,
      paidOn: DaySchema,
      voucher: z.string().nullable(),
      document: z.string().nullable(),
    }),
  ),
  /** 收款账户, the number masked; null while not on record. */
  account: z.strictObject({ holder: z.string(), bank: z.string(), number: z.string() }).nullable(),
  /** Other public money for the firm (其他财政资金). */
  aid: z.array(
    z.strictObject({
      id: IdSchema,
      matter: z.string(),
      payer: z.enum(payerLevels),
      amountFen: FenSchema,
      receivedOn: DaySchema,
      document: z.string(),
      remark: z.string().nullable(),
    }),
  ),
});

/** Claims from 测算 to 归档: every step checked by the core. */
export const claimMethods = {
  'claims.list': read(
    z.strictObject({ year: YearSchema.nullable().default(null) }),
    z.strictObject({
      rows: z.array(ClaimRowSchema),
      /** How many stand at each step, and the four sums without 不予 and 撤回. */
      counts: z.record(z.enum(claimStates), z.number().int()),
      computedFen: FenSchema,
      requestedFen: FenSchema,
      decidedFen: FenSchema,
      paidFen: FenSchema,
    }),
  ),
  'claims.get': read(z.strictObject({ id: IdSchema }), ClaimDetailSchema),
  /** 立项: makes claims of computed awards; one on a ground that has a claim is refused, the first named. */
  'claims.open': write(
    z.strictObject({
      grounds: z
        .array(z.strictObject({ firmId: IdSchema, clause: PackIdSchema, groundKey: z.string().max(200) }))
        .min(1)
        .max(5000),
      on: DaySchema,
      person: LineSchema.min(1),
    }),
    z.strictObject({ changeSetId: IdSchema.nullable(), ids: z.array(IdSchema) }),
  ),
  /** One step for one claim, or the same step for several: then all of them or none. */
  'claims.act': write(
    z.strictObject({
      ids: z.array(IdSchema).min(1).max(2000),
      action: z.enum(['file', 'check', 'decide', 'archive', 'return', 'refuse', 'withdraw']),
      on: DaySchema,
      person: LineSchema.min(1),
      /** 申报 or 核定 amount, 分; null takes what the rule leaves to pay. Only for one claim at a time. */
      amountFen: AmountSchema.nullable().default(null),
      document: LineSchema.nullable().default(null),
      note: TextSchema.default(''),
    }),
    ChangedSchema,
  ),
  /** 重新测算, for claims without a decision. */
  'claims.recompute': write(
    z.strictObject({ ids: z.array(IdSchema).min(1).max(2000), on: DaySchema }),
    z.strictObject({ changeSetId: IdSchema.nullable(), changed: z.number().int() }),
  ),
  'claims.pay': write(
    z.strictObject({
      id: IdSchema,
      payer: z.enum(payerLevels),
      tranche: z.number().int().min(1).max(99),
      amountFen: AmountSchema,
      on: DaySchema,
      voucher: LineSchema.min(1),
      document: LineSchema.nullable().default(null),
      person: LineSchema.min(1),
    }),
    ChangedSchema,
  ),
  'claims.setAccount': write(
    z.strictObject({
      firmId: IdSchema,
      holder: LineSchema.min(1),
      bank: LineSchema.min(1),
      accountNumber: z
        .string()
        .trim()
        .regex(/^[0-9]{8,32}$/),
    }),
    ChangedSchema,
  ),
  /** Other public money (省、市资金) that the firm got for the matter of a claim. */
  'claims.addAid': write(
    z.strictObject({
      claimId: IdSchema,
      payer: z.enum(payerLevels),
      amountFen: AmountSchema,
      on: DaySchema,
      document: LineSchema.min(1),
      remark: TextSchema.default(''),
    }),
    ChangedSchema,
  ),
  'claims.removeAid': write(z.strictObject({ id: IdSchema }), ChangedSchema),
};
