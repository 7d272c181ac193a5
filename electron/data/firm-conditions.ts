import type { z } from 'zod';
import type { FirmSearch } from '#electron/db/tables/firm-list.ts';
import type { FirmFilterSchema } from '#shared/contract/methods/firms.ts';
import { firmsHolding } from '#shared/report/figures.ts';
import type { OpenLedger } from './context.ts';
import { allHoldings } from './pool-book.ts';

/** The conditions of a list of firms, as pages and commands send them. */
export type FirmFilter = z.output<typeof FirmFilterSchema>;

/** The same conditions for the search in the table of firms; those on titles become a set of firms. */
export function firmConditions(
  open: OpenLedger,
  filter: FirmFilter,
): Omit<FirmSearch, 'sort' | 'offset' | 'limit'> {
  const { text, streetIds, platformIds, chainIds, statuses, titleIds, titleView, asOf } = filter;
  const places = { text, streetIds, platformIds, chainIds, statuses };
  if (titleIds.length === 0) return places;
  return { ...places, ids: [...firmsHolding(allHoldings(open), titleIds, titleView, asOf)] };
}
