import { z } from 'zod';
import { DaySchema, YearSchema } from '#shared/contract/values.ts';
import { queryTests, ruleProblem } from '#shared/domain/firm-query.ts';

/** One condition of an advanced filter; what is not said takes its plain value, so that an address stays short. */
const RuleShapeSchema = z.strictObject({
  field: z.string().max(80),
  test: z.enum(queryTests),
  text: z.string().max(200).nullable().default(null),
  list: z.array(z.string().max(80)).max(100).default([]),
  number: z.number().int().nullable().default(null),
  day: DaySchema.nullable().default(null),
  year: YearSchema.nullable().default(null),
  view: z.enum(['stock', 'cumulative', 'newInYear']).default('stock'),
});

const RuleSchema = RuleShapeSchema.superRefine((rule, context) => {
  const problem = ruleProblem(rule);
  if (problem !== null) context.addIssue({ code: 'custom', message: problem });
});

const JoinSchema = z.enum(['all', 'any']);

/** An advanced filter (高级筛选): groups of conditions joined by 且 or 或. */
export const FirmQuerySchema = z.strictObject({
  join: JoinSchema,
  groups: z
    .array(z.strictObject({ join: JoinSchema, rules: z.array(RuleSchema).min(1).max(20) }))
    .min(1)
    .max(10),
});
