import type { InputOf } from '#shared/contract/api.ts';
import { FirmQuerySchema } from '#shared/contract/methods/firm-query.ts';
import { firmSortFields } from '#shared/contract/methods/firms.ts';
import { type Day, isDay } from '#shared/domain/day.ts';
import { type FirmStatus, firmStatuses } from '#shared/domain/firm.ts';
import type { FirmQuery } from '#shared/domain/firm-query.ts';

/** The three ways to count holders of a title: 当前有效, 累计认定, 当年新增. */
export const titleViews = ['stock', 'cumulative', 'newInYear'] as const;
/** 当前有效, 累计认定 or 当年新增. */
export type TitleView = (typeof titleViews)[number];

type Sort = NonNullable<InputOf<'firms.search'>['sort']>;

/** Everything about a list of firms that its address holds. */
export type FirmAddress = {
  readonly text: string;
  readonly streetIds: readonly string[];
  readonly platformIds: readonly string[];
  readonly chainIds: readonly string[];
  readonly statuses: readonly FirmStatus[];
  readonly titleIds: readonly string[];
  readonly titleView: TitleView;
  /** Null when the address leaves the day to the application. */
  readonly asOf: Day | null;
  /** 高级筛选; null when there is none. */
  readonly query: FirmQuery | null;
  readonly sort: Sort;
  /** Page number from 1. */
  readonly page: number;
};

const defaultSort: Sort = { field: 'id', direction: 'asc' };

/** The list with nothing asked. */
export const emptyFirmAddress: FirmAddress = {
  text: '',
  streetIds: [],
  platformIds: [],
  chainIds: [],
  statuses: [],
  titleIds: [],
  titleView: 'stock',
  asOf: null,
  query: null,
  sort: defaultSort,
  page: 1,
};

/** Address of a list of firms; only what differs from the empty list is written. */
export function firmAddress(filter: Partial<FirmAddress>): string {
  const query = firmParams(filter).toString();
  return query === '' ? '/firms' : `/firms?${query}`;
}

/** The same as parameters, for a page that changes its own address. */
export function firmParams(filter: Partial<FirmAddress>): URLSearchParams {
  const { text, streetIds, platformIds, chainIds, statuses, titleIds, titleView, asOf, query, sort, page } = {
    ...emptyFirmAddress,
    ...filter,
  };
  const params = new URLSearchParams();
  const put = (key: string, value: string) => {
    if (value !== '') params.set(key, value);
  };
  put('text', text);
  put('street', streetIds.join(','));
  put('platform', platformIds.join(','));
  put('chain', chainIds.join(','));
  put('status', statuses.join(','));
  put('title', titleIds.join(','));
  put('view', titleView === 'stock' ? '' : titleView);
  put('asOf', asOf ?? '');
  put('query', query === null ? '' : JSON.stringify(query, withoutPlain));
  put('sort', sortText(sort));
  put('page', page > 1 ? String(page) : '');
  return params;
}

/** Reads an address; anything unknown or damaged in it falls back to the empty list's. */
export function readFirmAddress(params: URLSearchParams): FirmAddress {
  const list = (key: string) => (params.get(key) ?? '').split(',').filter((part) => part !== '');
  const asOf = params.get('asOf');
  const page = Number(params.get('page') ?? '1');
  return {
    text: params.get('text') ?? '',
    streetIds: list('street'),
    platformIds: list('platform'),
    chainIds: list('chain'),
    statuses: firmStatuses.filter((status) => list('status').includes(status)),
    titleIds: list('title'),
    titleView: titleViews.find((view) => view === params.get('view')) ?? 'stock',
    asOf: asOf !== null && isDay(asOf) ? asOf : null,
    query: parseQuery(params.get('query')),
    sort: parseSort(params.get('sort')),
    page: Number.isInteger(page) && page >= 1 ? page : 1,
  };
}

function sortText(sort: Sort): string {
  if (sort.field === defaultSort.field && sort.direction === defaultSort.direction) return '';
  return sort.direction === 'desc' ? `-${sort.field}` : sort.field;
}

function parseSort(text: string | null): Sort {
  const field = firmSortFields.find((each) => each === text?.replace(/^-/, ''));
  if (field === undefined) return defaultSort;
  return { field, direction: text?.startsWith('-') ? 'desc' : 'asc' };
}

/** Leaves out of the address what a condition does not say. */
function withoutPlain(_key: string, value: unknown): unknown {
  if (value === null || value === 'stock' || (Array.isArray(value) && value.length === 0)) return undefined;
  return value;
}

function parseQuery(text: string | null): FirmQuery | null {
  if (text === null) return null;
  try {
    return FirmQuerySchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null; // a damaged address asks for nothing
  }
}
