import type { FirmScale, FirmStatus } from '#shared/domain/firm.ts';
import { searchForm } from '../firm-search.ts';
import { type ReadDb, type SqlValue, WriteTx } from '../handles.ts';
import { latestChangeSetId } from '../history.ts';
import type { FirmRecord } from './firm-row.ts';
import { getFirms } from './firms.ts';

/** Columns that the list can be sorted by, with the column of the table. */
const sortColumns = {
  id: 'id',
  name: 'name_sort',
  code: 'code',
  streetId: 'street_id',
  platformId: 'platform_id',
  chainId: 'chain_id',
  scale: 'scale',
  registeredOn: 'registered_on',
} as const;

/** A column that the list can be sorted by; names sort by pinyin, empty cells come last either way. */
export type FirmSortField = keyof typeof sortColumns;

/** Which firms, in which order, which part of them. Empty lists and empty text set no condition. */
export type FirmSearch = {
  readonly text?: string;
  readonly streetIds?: readonly string[];
  readonly platformIds?: readonly string[];
  readonly chainIds?: readonly string[];
  readonly statuses?: readonly FirmStatus[];
  readonly scales?: readonly FirmScale[];
  /** Only firms among these, whatever else is asked. */
  readonly ids?: readonly number[];
  readonly sort: { readonly field: FirmSortField; readonly direction: 'asc' | 'desc' };
  readonly offset: number;
  readonly limit: number;
};

/**
 * Finds firms for the list (企业库). Every word of the text must occur in a present or former name, its pinyin
 * initials or full pinyin, the contact, the product, or the code; a word without a digit finds only the end of a code.
 *
 * One pass over the covering index `firm_list` marks the ids that match; the page is then cut from all ids in
 * sorted order, which are kept until something is written. So neither the number of matches nor a deep page
 * costs more than that pass.
 */
export function searchFirms(
  db: ReadDb,
  search: FirmSearch,
): { readonly total: number; readonly rows: readonly FirmRecord[] } {
  const hits = searchFirmIds(db, search);
  return { total: hits.length, rows: getFirms(db, hits.slice(search.offset, search.offset + search.limit)) };
}

/** Ids of all firms that the search finds, in its order. */
export function searchFirmIds(db: ReadDb, search: Conditioned): readonly number[] {
  const order = firmOrder(db, search.sort.field);
  const filled = search.sort.direction === 'asc' ? order.filled : order.filled.toReversed();
  return matching(db, search, [...filled, ...order.empty]);
}

type Conditioned = Omit<FirmSearch, 'offset' | 'limit'>;

/** Keeps those of the ids that meet every condition, in their order. */
function matching(db: ReadDb, search: Conditioned, ids: readonly number[]): readonly number[] {
  const { where, values } = conditions(search);
  let hits = ids;
  if (search.ids !== undefined) {
    const among = new Set(search.ids);
    hits = hits.filter((id) => among.has(id));
  }
  if (where.length === 0) return hits;
  const found = new Set(
    idArray(
      db,
      `SELECT json_group_array(id) AS ids FROM firm INDEXED BY firm_list WHERE ${where.join(' AND ')}`,
      values,
    ),
  );
  return hits.filter((id) => found.has(id));
}

/** Letters that may be syllables written out (yunfan); one or two of them occur in nearly every name. */
const fullPinyin = /^[a-z]{3,}$/;

type Conditions = { readonly where: readonly string[]; readonly values: readonly SqlValue[] };

function conditions(search: Conditioned): Conditions {
  const where: string[] = [];
  const values: SqlValue[] = [];
  const lists: readonly (readonly [column: string, wanted: readonly string[] | undefined])[] = [
    ['street_id', search.streetIds],
    ['platform_id', search.platformIds],
    ['chain_id', search.chainIds],
    ['status', search.statuses],
    ['scale', search.scales],
  ];
  for (const [column, wanted] of lists) {
    if (wanted === undefined || wanted.length === 0) continue;
    where.push(`${column} IN (SELECT value FROM json_each(?))`);
    values.push(JSON.stringify(wanted));
  }
  for (const word of searchForm(search.text ?? '')
    .split(/\s+/u)
    .filter(Boolean)) {
    const literal = word.replace(/[\\%_]/g, '\\$&');
    const parts = [`search_text LIKE ? ESCAPE '\\'`, `code LIKE ? ESCAPE '\\'`];
    values.push(`%${literal}%`, /\d/.test(word) ? `%${literal}%` : `%${literal}`);
    if (fullPinyin.test(word)) {
      parts.push(`replace(name_sort, ' ', '') LIKE ?`);
      values.push(`%${word}%`);
    }
    where.push(`(${parts.join(' OR ')})`);
  }
  return { where, values };
}

/** Ids of all firms in the order of one column: those that have a value, then those that have none. */
type FirmOrder = { readonly filled: readonly number[]; readonly empty: readonly number[] };

type KnownOrders = { readonly changeSetId: number; readonly byField: Map<FirmSortField, FirmOrder> };

const knownOrders = new WeakMap<ReadDb, KnownOrders>();

/** Every write makes a change set, so the orders hold as long as the newest one is the same. */
function firmOrder(db: ReadDb, field: FirmSortField): FirmOrder {
  if (db instanceof WriteTx) return readOrder(db, field);
  const changeSetId = latestChangeSetId(db);
  let known = knownOrders.get(db);
  if (known === undefined || known.changeSetId !== changeSetId) {
    known = { changeSetId, byField: new Map() };
    knownOrders.set(db, known);
  }
  let order = known.byField.get(field);
  if (order === undefined) {
    order = readOrder(db, field);
    known.byField.set(field, order);
  }
  return order;
}

function readOrder(db: ReadDb, field: FirmSortField): FirmOrder {
  if (field === 'id') {
    return {
      filled: idArray(db, 'SELECT json_group_array(id) AS ids FROM firm').sort((a, b) => a - b),
      empty: [],
    };
  }
  const column = sortColumns[field];
  const ids = (condition: string, order: string) =>
    idArray(
      db,
      `SELECT json_group_array(id) AS ids FROM (SELECT id FROM firm WHERE ${column} ${condition} ORDER BY ${order})`,
    );
  return { filled: ids('IS NOT NULL', `${column}, id`), empty: ids('IS NULL', 'id') };
}

/** Runs a query that gathers ids as `ids` into one JSON array: many times faster than a row for each id. */
export function idArray(db: ReadDb, sql: string, values: readonly SqlValue[] = []): number[] {
  const json = db.query<{ ids: string }>(sql).get(...values)?.ids ?? '[]';
  // The query gathers integer primary keys.
  return JSON.parse(json) as number[];
}
