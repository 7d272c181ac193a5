import type { z } from 'zod';
import type { FirmSearch } from '#electron/db/tables/firm-list.ts';
import type { FirmFilterSchema } from '#shared/contract/methods/firms.ts';
import { firmsHolding } from '#shared/report/figures.ts';
import type { OpenLedger } from './context.ts';
import { firmsOfQuery } from './firm-query.ts';
import { allHoldings } from './pool-book.ts';

/** The conditions of a list of firms, as pages and commands send them. */
export type FirmFilter = z.output<typeof FirmFilterSchema>;

/** The same conditions for the search in the table of firms; titles and 高级筛选 become a set of firms. */
export function firmConditions(
  open: OpenLedger,
  filter: FirmFilter,
): Omit<FirmSearch, 'sort' | 'offset' | 'limit'> {
  const { text, streetIds, platformIds, chainIds, statuses, titleIds, titleView, asOf, query } = filter;
  const places = { text, streetIds, platformIds, chainIds, statuses };
  const holders = titleIds.length === 0 ? null : firmsHolding(allHoldings(open), titleIds, titleView, asOf);
  const found = query === null ? null : firmsOfQuery(open, query, asOf);
  if (holders === null && found === null) return places;
  if (holders === null || found === null) return { ...places, ids: [...(holders ?? found ?? [])] };
  return { ...places, ids: [...found].filter((id) => holders.has(id)) };
}
