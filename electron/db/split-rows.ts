import { auditedTables } from './audited-tables.ts';
import type { ReadDb, WriteTx } from './handles.ts';
import type { RowImage } from './history.ts';

/** A row that hangs on a firm and could belong to another. */
export type FirmPart = {
  readonly table: string;
  readonly id: number;
  readonly image: RowImage;
  /** Whether money was claimed on its ground: it stays where the claim is. */
  readonly claimed: boolean;
};

/** Tables whose rows stand on their own beside their firm, in the order of the audit trail. */
const partTables = [...auditedTables].flatMap(([table, { standsAlone }]) =>
  standsAlone === true && table !== 'firm' ? [table] : [],
);

/** Grounds of claims: column of `claim` by table. */
const groundColumns: Readonly<Record<string, string>> = { title_event: 'event_id', project: 'project_id' };

/** Everything of a firm that can be given to another record. */
export function partsOfFirm(db: ReadDb, firmId: number): readonly FirmPart[] {
  return partTables.flatMap((table) => {
    const ground = groundColumns[table];
    const claimed =
      ground === undefined ? '0' : `EXISTS (SELECT 1 FROM claim WHERE claim.${ground} = part.id)`;
    return db
      .query<RowImage & { readonly claimed: number }>(
        `SELECT part.*, ${claimed} AS claimed FROM ${table} AS part WHERE firm_id = ? ORDER BY id`,
      )
      .all(firmId)
      .map(({ claimed: used, ...image }) => ({ table, id: Number(image.id), image, claimed: used === 1 }));
  });
}

/** Gives rows to another record; a request whose visit stays with the other record is no longer of that visit. */
export function giveParts(
  tx: WriteTx,
  parts: readonly Pick<FirmPart, 'table' | 'id'>[],
  firmId: number,
): void {
  for (const { table, id } of parts) {
    if (!partTables.includes(table)) throw new Error(`${table} is no table of parts`);
    tx.write(`UPDATE ${table} SET firm_id = ? WHERE id = ?`).run(firmId, id);
  }
  tx.write(
    `UPDATE service_request SET visit_id = NULL WHERE visit_id IN
       (SELECT visit.id FROM visit WHERE visit.id = service_request.visit_id AND visit.firm_id <> service_request.firm_id)`,
  ).run();
}
