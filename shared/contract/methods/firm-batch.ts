import { z } from 'zod';
import { read, write } from '#shared/contract/method.ts';
import { IdSchema, TextSchema } from '#shared/contract/values.ts';
import { FirmFilterSchema, FirmPatchSchema, FirmSortSchema } from './firms.ts';

/** Most firms that one step may change: more is a roster's work, with its own check and receipt. */
export const mostInBatch = 20_000;

/** Facts that many firms can share; names, codes and persons belong to one firm. */
export const batchFields = [
  'streetId',
  'platformId',
  'chainId',
  'scale',
  'aboveScale',
  'industry',
  'legalForm',
  'province',
  'city',
] as const;
/** One of the facts that can be set for many firms. */
export type BatchField = (typeof batchFields)[number];

const BatchSchema = z.strictObject({
  ids: z.array(IdSchema).min(1).max(mostInBatch),
  /** What to set; null makes it 未填. */
  patch: FirmPatchSchema.pick({
    streetId: true,
    platformId: true,
    chainId: true,
    scale: true,
    aboveScale: true,
    industry: true,
    legalForm: true,
    province: true,
    city: true,
  }).refine((patch) => Object.keys(patch).length > 0, { message: '请选择要修改的内容。' }),
});

/** 批量修改: one value for many firms, shown before it is written. */
export const firmBatchMethods = {
  /** Ids of the whole list, for 勾选全部. */
  'firms.ids': read(
    z.strictObject({ filter: FirmFilterSchema, sort: FirmSortSchema }),
    z.strictObject({ ids: z.array(IdSchema) }),
  ),
  /** What the step would change, with the first firms in words. */
  'firms.previewBatch': read(
    BatchSchema,
    z.strictObject({
      changed: z.number().int(),
      /** Firms that have the value already. */
      same: z.number().int(),
      rows: z.array(
        z.strictObject({
          id: IdSchema,
          name: z.string(),
          changes: z.array(
            z.strictObject({
              label: z.string(),
              before: z.string().nullable(),
              after: z.string().nullable(),
            }),
          ),
        }),
      ),
    }),
  ),
  /** All of it or nothing, in one change set. */
  'firms.saveBatch': write(
    BatchSchema.extend({ reason: TextSchema }),
    z.strictObject({ changeSetId: IdSchema.nullable(), changed: z.number().int() }),
  ),
};
