import { z } from 'zod';
import { getSetting } from '#electron/db/tables/settings.ts';
import { SavedViewSchema } from '#shared/contract/methods/views.ts';
import type { OpenLedger } from './context.ts';

/** Setting with the filters (常用筛选) that the bureau keeps. */
export const savedViewsKey = 'firms.views';

/** The stored filters. */
export const SavedViewsSchema = z.array(SavedViewSchema);

/** The filters that are kept, in the order they were saved. */
export function savedViews({ ledger }: OpenLedger): z.output<typeof SavedViewsSchema> {
  const value = getSetting(ledger.read, savedViewsKey);
  return value === undefined ? [] : SavedViewsSchema.parse(value);
}
