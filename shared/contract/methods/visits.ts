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
import { requestKinds, requestStates, satisfactions } from '#shared/domain/service-request.ts';
import { visitStates } from '#shared/domain/visit.ts';

const Words = z.string().trim().min(1).max(2000);
const Name = z.string().trim().min(1).max(200);

const filterShape = {
  asOf: DaySchema,
  streetId: PackIdSchema.nullable().default(null),
  /** Part of a name or code. */
  text: TextSchema.default(''),
  /** Only what concerns one firm. */
  firmId: IdSchema.nullable().default(null),
  ...pageShape,
};

const firmShape = { firmId: IdSchema, firm: z.string(), streetLabel: z.string().nullable() };

const Request = z.strictObject({
  id: IdSchema,
  ...firmShape,
  visitId: IdSchema.nullable(),
  receivedOn: DaySchema,
  kind: z.enum(requestKinds),
  text: z.string(),
  unit: z.string().nullable(),
  dueOn: DaySchema.nullable(),
  answer: z.string().nullable(),
  closedOn: DaySchema.nullable(),
  satisfaction: z.enum(satisfactions).nullable(),
  state: z.enum(requestStates),
});

/** 走访, 诉求 and 免打扰. */
export const visitMethods = {
  /** Visits, those that wait first, then the latest; the counts do not follow the state. */
  'visits.list': read(
    z.strictObject({ ...filterShape, state: z.enum(visitStates).nullable().default(null) }),
    z.strictObject({
      total: z.number().int(),
      counts: z.record(z.enum(visitStates), z.number().int()),
      /** Firms visited in the year of the day. */
      firmsThisYear: z.number().int(),
      rows: z.array(
        z.strictObject({
          id: IdSchema,
          ...firmShape,
          plannedOn: DaySchema.nullable(),
          visitedOn: DaySchema.nullable(),
          visitors: z.string().nullable(),
          record: z.string().nullable(),
          state: z.enum(visitStates),
          requests: z.number().int(),
        }),
      ),
    }),
  ),
  /** What is to be known before a firm is visited: whether it asked for peace, when it was seen last, what is open. */
  'visits.before': read(
    z.strictObject({ firmId: IdSchema, asOf: DaySchema }),
    z.strictObject({
      quiet: z.strictObject({ from: DaySchema, reason: z.string() }).nullable(),
      lastVisit: DaySchema.nullable(),
      /** Day of the next planned visit. */
      planned: DaySchema.nullable(),
      openRequests: z.number().int(),
      /** Days since the last visit, when so few that another would be a double disturbance. */
      restedDays: z.number().int().nullable(),
    }),
  ),
  /** Plans or registers a visit. Throws `visit-refused`: no day, a day in the future, a planned visit to a firm in peace. */
  'visits.save': write(
    z.strictObject({
      id: IdSchema.nullable(),
      firmId: IdSchema,
      plannedOn: DaySchema.nullable(),
      visitedOn: DaySchema.nullable(),
      visitors: Name.nullable(),
      record: Words.nullable(),
    }),
    ChangedSchema,
  ),
  'visits.remove': write(z.strictObject({ id: IdSchema }), ChangedSchema),
  /** Requests, the overdue and open first; the counts do not follow the state. */
  'requests.list': read(
    z.strictObject({
      ...filterShape,
      state: z.enum(requestStates).nullable().default(null),
      kind: z.enum(requestKinds).nullable().default(null),
      unit: TextSchema.nullable().default(null),
    }),
    z.strictObject({
      total: z.number().int(),
      counts: z.record(z.enum(requestStates), z.number().int()),
      /** Of the closed ones: in time, and those with a word on how content the firm is. */
      inTime: z.number().int(),
      content: z.number().int(),
      judged: z.number().int(),
      units: z.array(z.string()),
      rows: z.array(Request),
    }),
  ),
  /** Registers a request or what was done about it. Throws `request-refused`: days that cannot be, closed without an answer. */
  'requests.save': write(
    z.strictObject({
      id: IdSchema.nullable(),
      firmId: IdSchema,
      visitId: IdSchema.nullable(),
      receivedOn: DaySchema,
      kind: z.enum(requestKinds),
      text: Words,
      unit: Name.nullable(),
      dueOn: DaySchema.nullable(),
      answer: Words.nullable(),
      closedOn: DaySchema.nullable(),
      satisfaction: z.enum(satisfactions).nullable(),
    }),
    ChangedSchema,
  ),
  'requests.remove': write(z.strictObject({ id: IdSchema }), ChangedSchema),
  /** 免打扰: leaves a firm in peace from a day on, with the reason; null lets it be visited again. */
  'visits.quiet': write(
    z.strictObject({
      firmId: IdSchema,
      quiet: z.strictObject({ from: DaySchema, reason: Name }).nullable(),
    }),
    ChangedSchema,
  ),
};
