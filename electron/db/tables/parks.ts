import type { Park } from '#shared/domain/park.ts';
import type { ReadDb, WriteTx } from '../handles.ts';

type Row = Omit<Park, 'aliases'> & { readonly aliases: string | null };

const columns = `id, pack_place_id AS packId, park_name AS name, park_aliases AS aliases, park_kind AS kind, rating,
  rated_on AS ratedOn, street_id AS streetId, operator, lead_industry AS industry, land_area AS landArea,
  floor_area AS floorArea, in_use_on AS openedOn, facilities, remark`;

/** Every 平台载体 that is described in the ledger, oldest first. */
export function listParks(db: ReadDb): readonly Park[] {
  return db.query<Row>(`SELECT ${columns} FROM park ORDER BY id`).all().map(parkOf);
}

function parkOf({ aliases, ...row }: Row): Park {
  return { ...row, aliases: aliases === null ? [] : aliases.split('、') };
}

/** Writes a park: a new one without an id, whose id is given back. */
export function putPark(
  tx: WriteTx,
  park: Omit<Park, 'id'> & { readonly id: number | null },
  sample = false,
): number {
  const values = [
    park.packId,
    park.name,
    park.aliases.join('、') || null,
    park.kind,
    park.rating,
    park.ratedOn,
    park.streetId,
    park.operator,
    park.industry,
    park.landArea,
    park.floorArea,
    park.openedOn,
    park.facilities,
    park.remark,
  ];
  if (park.id !== null) {
    tx.write(
      `UPDATE park SET pack_place_id = ?, park_name = ?, park_aliases = ?, park_kind = ?, rating = ?, rated_on = ?,
         street_id = ?, operator = ?, lead_industry = ?, land_area = ?, floor_area = ?, in_use_on = ?, facilities = ?,
         remark = ? WHERE id = ?`,
    ).run(...values, park.id);
    return park.id;
  }
  const { lastInsertRowid } = tx
    .write(
      `INSERT INTO park (pack_place_id, park_name, park_aliases, park_kind, rating, rated_on, street_id, operator,
         lead_industry, land_area, floor_area, in_use_on, facilities, remark, sample)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(...values, sample ? 1 : 0);
  return Number(lastInsertRowid);
}

/** Removes a park; the database refuses while firms belong to it. */
export function deletePark(tx: WriteTx, id: number): void {
  tx.write('DELETE FROM park WHERE id = ?').run(id);
}

/** Yearly figures of the firms of each platform, 分; `null` is no platform. */
export function sumYearByPlatform(
  db: ReadDb,
  year: number,
): readonly {
  readonly platformId: string | null;
  /** Firms whose 营业收入 is known. */
  readonly reported: number;
  readonly revenue: number | null;
  readonly rdSpend: number | null;
}[] {
  return db
    .query<{ platformId: string | null; reported: number; revenue: number | null; rdSpend: number | null }>(
      `SELECT firm.platform_id AS platformId, count(firm_year.revenue) AS reported, sum(firm_year.revenue) AS revenue,
         sum(firm_year.rd_spend) AS rdSpend
       FROM firm_year JOIN firm ON firm.id = firm_year.firm_id WHERE firm_year.year = ? GROUP BY firm.platform_id`,
    )
    .all(year);
}

/** Removes 示例数据 among the parks; an own one that real firms were put in stays. */
export function deleteSampleParks(tx: WriteTx): void {
  tx.write(
    "DELETE FROM park WHERE sample = 1 AND 'park-' || id NOT IN (SELECT platform_id FROM firm WHERE platform_id IS NOT NULL)",
  ).run();
}
