import { z } from 'zod';
import { read } from '#shared/contract/method.ts';
import { DaySchema, FenSchema, IdSchema, PackIdSchema, YearSchema } from '#shared/contract/values.ts';
import { claimStates } from '#shared/domain/claim.ts';

/** One computed award (奖补): a firm, a clause, a ground, an amount and why. */
export const AwardItemSchema = z.strictObject({
  firmId: IdSchema,
  firm: z.string(),
  code: z.string().nullable(),
  streetLabel: z.string().nullable(),
  clause: PackIdSchema,
  clauseLabel: z.string(),
  /** Where the clause stands, such as 第四部分第2条. */
  reference: z.string(),
  year: YearSchema,
  /** What it is paid for, such as 国家级专精特新“小巨人”企业首次认定 (2024-07-01). */
  ground: z.string(),
  groundKey: z.string(),
  titleId: PackIdSchema.nullable(),
  /** The project it is for; null for titles. */
  projectId: IdSchema.nullable(),
  eventOn: DaySchema,
  amountFen: FenSchema,
  /** The document says 最高: the amount is a ceiling on which the bureau decides. */
  ceiling: z.boolean(),
  outcome: z.enum(['awarded', 'notApplicable', 'needsData']),
  /** 未立项, 已立项, or 已立项但现算结果不同. */
  stored: z.enum(['no', 'same', 'differs']),
  /** The claim on this ground and where it stands; null before 立项 or after 撤回. */
  claimId: IdSchema.nullable(),
  claimState: z.enum(claimStates).nullable(),
  notes: z.array(z.string()),
  /** 测算说明: the trace in words, one sentence a line. */
  explanation: z.array(z.string()),
  /** The full trace tree of the evaluator. */
  trace: z.unknown(),
});

/** The awards of one year with their total. */
export const AwardListSchema = z.strictObject({
  year: YearSchema,
  /** Sum of the awarded amounts, 分. */
  totalFen: FenSchema,
  awardedCount: z.number().int(),
  items: z.array(AwardItemSchema),
  byClause: z.array(
    z.strictObject({
      clause: PackIdSchema,
      label: z.string(),
      count: z.number().int(),
      amountFen: FenSchema,
    }),
  ),
});

/** Computing awards (奖补测算). */
export const awardMethods = {
  'awards.list': read(
    z.strictObject({
      year: YearSchema,
      /** Also the grounds that earn nothing, with their reasons. */
      withRefused: z.boolean().default(true),
    }),
    AwardListSchema,
  ),
};
