import type { TitleEvent } from '#shared/domain/title.ts';
import type { ReadDb } from '../handles.ts';
import { type FirmRecord, type FirmRow, firmFrom, selectFirm } from './firm-row.ts';
import { titleEventColumns } from './title-events.ts';

/** Firms with one of these codes, each asked for once. */
export function findFirmsByCodes(db: ReadDb, codes: readonly string[]): readonly FirmRecord[] {
  return firmsWhere(db, 'firm.code IN (SELECT value FROM json_each(?))', codes);
}

/** Firms whose present name has one of these normal forms, with that form. */
export function findFirmsByNameKeys(
  db: ReadDb,
  keys: readonly string[],
): readonly { readonly key: string; readonly firm: FirmRecord }[] {
  return keyed(
    db,
    'SELECT id AS firmId, name_key AS key FROM firm WHERE name_key IN (SELECT value FROM json_each(?))',
    keys,
  );
}

/** Firms that once bore a name of one of these normal forms, with that form. */
export function findFirmsByFormerNameKeys(
  db: ReadDb,
  keys: readonly string[],
): readonly { readonly key: string; readonly firm: FirmRecord }[] {
  return keyed(
    db,
    'SELECT DISTINCT firm_id AS firmId, name_key AS key FROM firm_name WHERE name_key IN (SELECT value FROM json_each(?))',
    keys,
  );
}

/** Title events of some firms, in the order they happened. */
export function listTitleEventsOf(db: ReadDb, firmIds: readonly number[]): readonly TitleEvent[] {
  return db
    .query<TitleEvent>(
      `SELECT id, ${titleEventColumns} FROM title_event WHERE firm_id IN (SELECT value FROM json_each(?))
       ORDER BY firm_id, event_on, id`,
    )
    .all(JSON.stringify(firmIds));
}

function keyed(db: ReadDb, sql: string, keys: readonly string[]) {
  const found = db.query<{ firmId: number; key: string }>(sql).all(JSON.stringify(keys));
  const ids = [...new Set(found.map(({ firmId }) => firmId))];
  const firms = new Map(
    firmsWhere(db, 'firm.id IN (SELECT value FROM json_each(?))', ids).map((firm) => [firm.id, firm]),
  );
  return found.flatMap(({ firmId, key }) => {
    const firm = firms.get(firmId);
    return firm === undefined ? [] : [{ key, firm }];
  });
}

function firmsWhere(
  db: ReadDb,
  condition: string,
  values: readonly (string | number)[],
): readonly FirmRecord[] {
  return db
    .query<FirmRow>(`${selectFirm} WHERE ${condition} ORDER BY firm.id`)
    .all(JSON.stringify(values))
    .map(firmFrom);
}
