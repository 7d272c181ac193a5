import { z } from 'zod';
import { read } from '#shared/contract/method.ts';
import { DaySchema, FenSchema, PackIdSchema, YearSchema } from '#shared/contract/values.ts';
import { GoalsSchema } from './goals.ts';

const CountSchema = z.number().int();

/** 筛选 of the whole home page: firms of one street, platform and chain; null leaves it open. */
export const PlaceFilterSchema = z.strictObject({
  streetId: PackIdSchema.nullable().default(null),
  platformId: PackIdSchema.nullable().default(null),
  chainId: PackIdSchema.nullable().default(null),
});

/** One rung of the ladder. */
const LadderRungSchema = z.strictObject({
  titleId: PackIdSchema,
  label: z.string(),
  stock: CountSchema,
  cumulative: CountSchema,
  newThisYear: CountSchema,
});

/** Firms of one street, platform or chain. */
const PlaceRowSchema = z.strictObject({
  /** Null for firms of which it is not known (未填). */
  placeId: PackIdSchema.nullable(),
  label: z.string(),
  firms: CountSchema,
  /** Stock of each title of the ladder, in its order. */
  titles: z.array(z.strictObject({ titleId: PackIdSchema, stock: CountSchema })),
});

/** 年度增减 of a title: stock at the end of a year, what came in it and what went. */
const FlowRowSchema = z.strictObject({
  titleId: PackIdSchema,
  label: z.string(),
  years: z.array(
    z.strictObject({ year: YearSchema, gained: CountSchema, lost: CountSchema, stock: CountSchema }),
  ),
});

/** 培育库 at a day: members by stage, what came and went this year. */
const PoolRowSchema = z.strictObject({
  poolId: PackIdSchema,
  label: z.string(),
  members: CountSchema,
  entered: CountSchema,
  left: CountSchema,
  /** Of those that left this year, the ones that got the title they were groomed for. */
  promoted: CountSchema,
  stages: z.array(z.strictObject({ stage: z.string(), members: CountSchema })),
});

/** 街道记分 of one street. */
const ScoreRowSchema = z.strictObject({
  streetId: PackIdSchema,
  label: z.string(),
  firms: CountSchema,
  /** Firms that hold any title of the first measure (省级以上), and those first recognised this year. */
  holders: CountSchema,
  newThisYear: CountSchema,
  /** Titles that end within 180 days. */
  expiring: CountSchema,
  poolMembers: CountSchema,
});

/** Everything the home page (工作台) shows but the money. */
export const DashboardSchema = z.strictObject({
  goals: GoalsSchema,
  ladder: z.array(LadderRungSchema),
  flow: z.array(FlowRowSchema),
  streets: z.array(PlaceRowSchema),
  platforms: z.array(PlaceRowSchema),
  chains: z.array(PlaceRowSchema),
  pools: z.array(PoolRowSchema),
  /** Titles by the month in which they end, from the month of the day on. */
  calendar: z.array(
    z.strictObject({
      /** `YYYY-MM`. */
      month: z.string(),
      titles: z.array(z.strictObject({ titleId: PackIdSchema, ending: CountSchema })),
    }),
  ),
  /** Newest published evaluation of each pool up to the year of the day. */
  grades: z.array(
    z.strictObject({
      poolId: PackIdSchema,
      label: z.string(),
      /** Null when none is published. */
      year: YearSchema.nullable(),
      grades: z.array(z.strictObject({ grade: z.string(), firms: CountSchema })),
    }),
  ),
  scorecard: z.array(ScoreRowSchema),
  /** Titles whose validity ends within 180 days. */
  expiring: z.array(
    z.strictObject({
      firmId: z.number().int(),
      firm: z.string(),
      titleLabel: z.string(),
      until: DaySchema,
    }),
  ),
  expiringTotal: CountSchema,
  firmCount: CountSchema,
  sampleCount: CountSchema,
});

/** 奖补资金 of a year: what the policy comes to, by clause, and the years before. */
export const BoardMoneySchema = z.strictObject({
  year: YearSchema,
  totalFen: FenSchema,
  count: CountSchema,
  clauses: z.array(
    z.strictObject({
      clause: PackIdSchema,
      label: z.string(),
      /** Null without a budget, and while only a part of the district is shown. */
      budgetFen: FenSchema.nullable(),
      computedFen: FenSchema,
      decidedFen: FenSchema,
      paidFen: FenSchema,
    }),
  ),
  years: z.array(
    z.strictObject({ year: YearSchema, computedFen: FenSchema, decidedFen: FenSchema, paidFen: FenSchema }),
  ),
});

/** The home page (工作台). */
export const dashboardMethods = {
  'dashboard.get': read(PlaceFilterSchema.extend({ asOf: DaySchema }), DashboardSchema),
  'dashboard.money': read(PlaceFilterSchema.extend({ year: YearSchema }), BoardMoneySchema),
  /** What waits for a person beside expiring titles and backups. */
  'dashboard.todo': read(
    z.strictObject({ asOf: DaySchema }),
    z.strictObject({
      /** Imports that were begun and neither committed nor thrown away. */
      drafts: CountSchema,
      /** Claims that wait for their next step, by the year they belong to, oldest first. */
      claims: z.array(z.strictObject({ year: YearSchema, waiting: CountSchema })),
      /** Pools whose evaluation of the year before the day is not published. */
      evaluations: z.array(z.strictObject({ poolId: PackIdSchema, label: z.string(), year: YearSchema })),
      /** Visits that should have been made, and requests past their day. */
      overdueVisits: CountSchema,
      overdueRequests: CountSchema,
    }),
  ),
};
