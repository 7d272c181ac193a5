import type { ReadDb, WriteTx } from '../handles.ts';

/** Why two records may be of one firm: the same 主体标识码 in their codes, the same name, or a former name. */
type DuplicateReason = 'code' | 'name' | 'formerName';

/** Two records that may be of one firm; the smaller number first. */
type DuplicatePair = {
  readonly firstId: number;
  readonly secondId: number;
  readonly reason: DuplicateReason;
};

/** Numbers of records that share something, as a JSON list. */
type Group = { readonly ids: string };

/** Records of one group that are set against each other: the rest follows when some are decided. */
const groupShown = 20;

/** One query for each reason, best first: groups of records that share a code body, a name, a former name. */
const groupQueries: readonly (readonly [reason: DuplicateReason, sql: string])[] = [
  [
    'code',
    `SELECT json_group_array(id) AS ids FROM firm WHERE code IS NOT NULL
     GROUP BY substr(code, 9, 9) HAVING count(*) > 1`,
  ],
  ['name', 'SELECT json_group_array(id) AS ids FROM firm GROUP BY name_key HAVING count(*) > 1'],
  [
    'formerName',
    `SELECT json_array(former.firm_id, other.id) AS ids
     FROM firm_name AS former CROSS JOIN firm AS other ON other.name_key = former.name_key`,
  ],
  [
    'formerName',
    'SELECT json_group_array(DISTINCT firm_id) AS ids FROM firm_name GROUP BY name_key HAVING count(*) > 1',
  ],
];

/**
 * Pairs of records that may be of one firm (重复企业), without those a person told apart, each pair once with its
 * best reason; of a large group only the first records, until some of them are decided. Whole codes cannot be twice
 * in the ledger; signs 9 to 17 (主体标识码) stay when the registry office and with it the rest of the code changes
 * (GB 32100-2015).
 */
export function duplicatePairs(db: ReadDb): readonly DuplicatePair[] {
  const told = new Set(
    db
      .query<{ firmId: number; otherId: number }>(
        'SELECT firm_id AS firmId, other_id AS otherId FROM firm_distinct',
      )
      .all()
      .map(({ firmId, otherId }) => `${firmId}/${otherId}`),
  );
  const pairs = new Map<string, DuplicatePair>();
  for (const [reason, sql] of groupQueries) {
    for (const { ids } of db.query<Group>(sql).all()) {
      for (const [firstId, secondId] of pairsOf(ids, told)) {
        const key = `${firstId}/${secondId}`;
        if (!pairs.has(key)) pairs.set(key, { firstId, secondId, reason });
      }
    }
  }
  return [...pairs.values()];
}

/** All pairs of a group that nobody told apart; the smaller number first. */
function pairsOf(json: string, told: ReadonlySet<string>): readonly (readonly [number, number])[] {
  // The queries make lists of row numbers.
  const ids = [...new Set(JSON.parse(json) as number[])].sort((a, b) => a - b).slice(0, groupShown);
  return ids.flatMap((firstId, index) =>
    ids
      .slice(index + 1)
      .flatMap((secondId) => (told.has(`${firstId}/${secondId}`) ? [] : [[firstId, secondId] as const])),
  );
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
