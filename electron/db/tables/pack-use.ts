import type { ReadDb } from '../handles.ts';

/** Where rows of the ledger name something of the pack (政策包), by what it is. */
const places = {
  街道: 'SELECT DISTINCT street_id AS id FROM firm WHERE street_id IS NOT NULL',
  平台: `SELECT platform_id AS id FROM firm WHERE platform_id IS NOT NULL
    UNION SELECT pack_place_id FROM park WHERE pack_place_id IS NOT NULL`,
  产业链: 'SELECT DISTINCT chain_id AS id FROM firm WHERE chain_id IS NOT NULL',
  称号: 'SELECT DISTINCT title_id AS id FROM title_event',
  培育库: 'SELECT pool_id AS id FROM pool_event UNION SELECT pool_id FROM evaluation',
  项目类别: 'SELECT DISTINCT kind_id AS id FROM project',
  条款: 'SELECT clause_id AS id FROM claim UNION SELECT clause_id FROM budget',
} as const;

/** What a row can name of a pack. */
export type PackPart = keyof typeof places;

/** Every id of a pack that some row of the ledger names. */
export function usedPackIds(db: ReadDb): readonly { readonly part: PackPart; readonly id: string }[] {
  // Object.entries gives the keys of this very object.
  return (Object.entries(places) as [PackPart, string][]).flatMap(([part, sql]) =>
    db
      .query<{ id: string }>(sql)
      .all()
      .map(({ id }) => ({ part, id })),
  );
}
