import { z } from 'zod';
import { read, write } from '#shared/contract/method.ts';
import {
  ChangedSchema,
  DaySchema,
  FenSchema,
  IdSchema,
  PackIdSchema,
  YearSchema,
} from '#shared/contract/values.ts';
import { parkKinds } from '#shared/domain/park.ts';

const Count = z.number().int();
const Words = z.string().trim().min(1).max(500);
const Area = z.number().int().min(0).max(1_000_000_000);

/** What a person writes about a park. */
const describedShape = {
  kind: z.enum(parkKinds),
  rating: Words.nullable(),
  ratedOn: DaySchema.nullable(),
  streetId: PackIdSchema.nullable(),
  operator: Words.nullable(),
  industry: Words.nullable(),
  /** 平方米. */
  landArea: Area.nullable(),
  floorArea: Area.nullable(),
  openedOn: DaySchema.nullable(),
  facilities: z.string().trim().min(1).max(2000).nullable(),
  remark: z.string().trim().min(1).max(2000).nullable(),
};

const Row = z.strictObject({
  /** Row in the ledger; null for a platform of the pack that nobody described yet. */
  id: IdSchema.nullable(),
  /** What firms name it by. */
  placeId: PackIdSchema,
  label: z.string(),
  ofPack: z.boolean(),
  aliases: z.array(z.string()),
  ...describedShape,
  kind: z.enum(parkKinds).nullable(),
  streetLabel: z.string().nullable(),
  firms: Count,
  /** Firms that hold any title of the ladder, and holders of each title with those first recognised this year. */
  titled: Count,
  titles: z.array(z.strictObject({ stock: Count, newThisYear: Count })),
  pools: z.array(Count),
  /** Yearly figures of its firms: how many stated their 营业收入, the sums in 分. */
  reported: Count,
  revenueFen: FenSchema.nullable(),
  rdFen: FenSchema.nullable(),
  /** Money of the year. */
  awards: Count,
  computedFen: FenSchema,
  paidFen: FenSchema,
});

/** 平台载体. */
export const parkMethods = {
  /** Platforms of the pack and parks of the bureau's own, with their firms and figures. */
  'parks.list': read(
    z.strictObject({ asOf: DaySchema, year: YearSchema }),
    z.strictObject({
      titleLabels: z.array(z.string()),
      poolLabels: z.array(z.string()),
      /** The year before, of which firms report their figures. */
      figureYear: YearSchema,
      /** Firms in no park. */
      unplaced: Count,
      rows: z.array(Row),
    }),
  ),
  /** Describes a platform of the pack (`placeId`), or enters or changes a park of the bureau's own. */
  'parks.save': write(
    z.strictObject({
      id: IdSchema.nullable(),
      /** Set for a platform of the pack. */
      packId: PackIdSchema.nullable(),
      name: z.string().trim().min(2).max(100).nullable(),
      aliases: z.array(z.string().trim().min(2).max(100)).max(20),
      ...describedShape,
    }),
    ChangedSchema,
  ),
  /** Removes a park no firm belongs to, or what was written about a platform of the pack. */
  'parks.remove': write(z.strictObject({ id: IdSchema }), ChangedSchema),
};
