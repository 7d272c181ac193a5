import type { ReadDb, WriteTx } from '../handles.ts';

/** One edition of the pack with its five texts by name, the national catalogue included. */
export type StoredPackVersion = {
  readonly hash: string;
  readonly packId: string;
  readonly ruleVersion: string;
  readonly texts: Readonly<Record<string, string>>;
};

/** The edition with that hash, if a claim was ever computed by it. */
export function getPackVersion(db: ReadDb, hash: string): StoredPackVersion | undefined {
  const row = db
    .query<Omit<StoredPackVersion, 'texts'> & { readonly texts: string }>(
      'SELECT hash, pack_id AS packId, rule_version AS ruleVersion, texts FROM pack_version WHERE hash = ?',
    )
    .get(hash);
  // insertPackVersion is the only writer, and it writes texts by name.
  return row && { ...row, texts: JSON.parse(row.texts) as StoredPackVersion['texts'] };
}

/** Keeps an edition; nothing happens when it is kept already. */
export function insertPackVersion(tx: WriteTx, version: StoredPackVersion): void {
  tx.write(
    'INSERT INTO pack_version (hash, pack_id, rule_version, texts) VALUES (?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING',
  ).run(version.hash, version.packId, version.ruleVersion, JSON.stringify(version.texts));
}
