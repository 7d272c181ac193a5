import type { TitleEvent } from '#shared/domain/title.ts';
import type { ReadDb, WriteTx } from '../handles.ts';

/** A title event to be added, with the cell of the import it came from, if it did. */
export type NewTitleEvent = Omit<TitleEvent, 'id'> & {
  readonly importId?: number | null;
  /** Address of the cell on that import's sheet, such as `C7`. */
  readonly cell?: string | null;
  readonly sample: boolean;
};

/** Columns of a title event under the names of its fields, for a SELECT. */
export const titleEventColumns =
  'title_event.firm_id AS firmId, title_id AS titleId, title_event.kind, event_on AS "on", valid_until AS validUntil, batch, ' +
  'document, name_at AS nameAt, evidence';

/** Title events (称号事件) of the whole ledger, or of one firm, in the order they happened. */
export function listTitleEvents(db: ReadDb, only: { readonly firmId?: number } = {}): readonly TitleEvent[] {
  if (only.firmId === undefined) {
    return db
      .query<TitleEvent>(`SELECT id, ${titleEventColumns} FROM title_event ORDER BY firm_id, event_on, id`)
      .all();
  }
  return db
    .query<TitleEvent>(
      `SELECT id, ${titleEventColumns} FROM title_event WHERE firm_id = ? ORDER BY event_on, id`,
    )
    .all(only.firmId);
}

/** Adds a title event and gives its id. */
export function insertTitleEvent(tx: WriteTx, event: NewTitleEvent): number {
  const result = tx
    .write(
      `INSERT INTO title_event (firm_id, title_id, kind, event_on, valid_until, batch, document, name_at,
         evidence, import_id, cell, sample) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      event.firmId,
      event.titleId,
      event.kind,
      event.on,
      event.validUntil,
      event.batch,
      event.document,
      event.nameAt,
      event.evidence,
      event.importId ?? null,
      event.cell ?? null,
      Number(event.sample),
    );
  return Number(result.lastInsertRowid);
}

/** Events of a firm, each with the file, sheet and cell it came from; `null` when typed in. */
export function listTitleEventSources(
  db: ReadDb,
  firmId: number,
): readonly { readonly event: TitleEvent; readonly source: string | null }[] {
  const rows = db
    .query<TitleEvent & { source: string | null }>(
      `SELECT title_event.id, ${titleEventColumns},
         import_file.file_name || ' · ' || import_file.sheet || coalesce('!' || title_event.cell, '') AS source
       FROM title_event LEFT JOIN import_file ON import_file.id = title_event.import_id
       WHERE title_event.firm_id = ? ORDER BY title_event.event_on, title_event.id`,
    )
    .all(firmId);
  return rows.map(({ source, ...event }) => ({ event, source }));
}
