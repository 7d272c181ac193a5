import type { ReadDb, WriteTx } from '../handles.ts';

/** Why two records may be of one firm: the same 主体标识码 in their codes, the same name, or a former name. */
type DuplicateReason = 'code' | 'name' | 'formerName';

/** Two records that may be of one firm; the smaller number first. */
type DuplicatePair = {
  readonly firstId: number;
  readonly secondId: number;
  readonly reason: DuplicateReason;
};

/**
 * Pairs of records that may be of one firm (重复企业), without those a person told apart, each pair once with its
 * best reason. Whole codes cannot be twice in the ledger; signs 9 to 17 (主体标识码) stay when the registry office
 * and with it the rest of the code changes (GB 32100-2015).
 */
export function duplicatePairs(db: ReadDb): readonly DuplicatePair[] {
  return db
    .query<DuplicatePair>(
      `WITH body AS (SELECT id, substr(code, 9, 9) AS body FROM firm WHERE code IS NOT NULL),
       twice AS (SELECT body FROM body GROUP BY body HAVING count(*) > 1),
       found (a, b, rank) AS (
         SELECT one.id, other.id, 1 FROM twice JOIN body AS one USING (body) JOIN body AS other USING (body)
         UNION ALL
         SELECT one.id, other.id, 2 FROM firm AS one JOIN firm AS other ON other.name_key = one.name_key
         UNION ALL
         SELECT former.firm_id, other.id, 3 FROM firm_name AS former JOIN firm AS other ON other.name_key = former.name_key
         UNION ALL
         SELECT one.firm_id, other.firm_id, 3 FROM firm_name AS one JOIN firm_name AS other ON other.name_key = one.name_key)
       SELECT min(a, b) AS firstId, max(a, b) AS secondId,
         CASE min(rank) WHEN 1 THEN 'code' WHEN 2 THEN 'name' ELSE 'formerName' END AS reason
       FROM found
       WHERE a <> b AND NOT EXISTS (SELECT 1 FROM firm_distinct AS told
         WHERE told.firm_id = min(found.a, found.b) AND told.other_id = max(found.a, found.b))
       GROUP BY min(a, b), max(a, b) ORDER BY min(rank), firstId, secondId`,
    )
    .all();
}

/** Remembers that two records are not of one firm (不是同一家). */
export function insertDistinct(tx: WriteTx, firstId: number, secondId: number, reason: string): void {
  tx.write(
    'INSERT INTO firm_distinct (firm_id, other_id, reason) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(Math.min(firstId, secondId), Math.max(firstId, secondId), reason);
}

/** A record that was merged into a firm. */
type MergedRecord = {
  readonly goneName: string;
  readonly goneCode: string | null;
  readonly mergedOn: string;
};

/** Records that were merged into a firm, oldest first. */
export function listMerged(db: ReadDb, firmId: number): readonly MergedRecord[] {
  return db
    .query<MergedRecord>(
      `SELECT gone_name AS goneName, gone_code AS goneCode, merged_on AS mergedOn
       FROM firm_merge WHERE firm_id = ? ORDER BY id`,
    )
    .all(firmId);
}
