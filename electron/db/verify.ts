import { hashChangeSet } from './audit-chain.ts';
import { auditedTables, tableLabel } from './audited-tables.ts';
import { Ledger, type ReadDb } from './handles.ts';
import { alteredImports } from './tables/imports.ts';

/** What a check of the whole ledger found; every problem is one Chinese line. */
export type Verification = {
  readonly ok: boolean;
  readonly integrity: readonly string[];
  readonly foreignKeys: readonly string[];
  readonly audit: {
    readonly ok: boolean;
    readonly changeSets: number;
    readonly changes: number;
    readonly problems: readonly string[];
  };
};

/** Most rows of one table that are named. */
const rowsNamed = 20;

/**
 * Checks the file (integrity, foreign keys) and the audit trail: every change set hashes to what it is sealed with
 * and follows its parent, and every live row is what the trail last made of it. Reads everything; changes nothing.
 */
export function verifyLedger(ledger: Ledger): Verification {
  const db = ledger.read;
  const integrity = db
    .query<{ integrity_check: string }>('PRAGMA integrity_check')
    .all()
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')
    .map((line) => `数据库结构：${line}`);
  const foreignKeys = db
    .query<{ table: string; rowid: number }>('PRAGMA foreign_key_check')
    .all()
    .map(({ table, rowid }) => `${tableLabel(table)}第 ${rowid} 行引用的内容不存在`);
  const chain = verifyChain(ledger);
  const problems = [
    ...chain.problems,
    ...[...auditedTables.keys()].flatMap((table) => verifyRows(db, table)),
    ...alteredImports(db).map((id) => `导入记录第 ${id} 号的明细被改动过`),
  ];
  return {
    ok: integrity.length === 0 && foreignKeys.length === 0 && problems.length === 0,
    integrity,
    foreignKeys,
    audit: { ok: problems.length === 0, changeSets: chain.changeSets, changes: chain.changes, problems },
  };
}

type SealedSet = {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  readonly reason: string;
  readonly undoesId: number | null;
  readonly parentHash: string;
  readonly hash: string;
  readonly changeCount: number;
};

function verifyChain(ledger: Ledger): {
  readonly changeSets: number;
  readonly changes: number;
  readonly problems: readonly string[];
} {
  const { statements } = Ledger.parts(ledger);
  const sets = ledger.read
    .query<SealedSet>(
      `SELECT id, at, actor, kind, reason, undoes_id AS undoesId, parent_hash AS parentHash, hash,
         change_count AS changeCount FROM change_set ORDER BY id`,
    )
    .all();
  const problems: string[] = [];
  let previous: SealedSet | undefined;
  let changes = 0;
  for (const set of sets) {
    const { hash, changeCount, ...header } = set;
    if (previous !== undefined && set.parentHash !== previous.hash) {
      problems.push(`变更集 ${set.id} 与前一变更集不衔接`);
    }
    const actual = hashChangeSet(statements, header);
    if (actual.hash !== hash || actual.changeCount !== changeCount) {
      problems.push(`变更集 ${set.id} 的内容被改动过`);
    }
    changes += actual.changeCount;
    previous = set;
  }
  return { changeSets: sets.length, changes, problems };
}

/** Live rows that the trail does not end with, and rows of the trail that are gone. */
function verifyRows(db: ReadDb, table: string): readonly string[] {
  const columns = db.query<{ name: string }>('SELECT name FROM pragma_table_info(?) ORDER BY cid').all(table);
  const live = `json_object(${columns.map(({ name }) => `'${name}', t.${name}`).join(', ')})`;
  const rows = db
    .query<{ id: number }>(
      `WITH last AS (SELECT row_id, max(id) AS id FROM change WHERE table_name = ? GROUP BY row_id)
       SELECT t.id FROM ${table} t LEFT JOIN last ON last.row_id = t.id LEFT JOIN change c ON c.id = last.id
         WHERE c.after IS NOT ${live}
       UNION ALL
       SELECT last.row_id FROM last JOIN change c ON c.id = last.id LEFT JOIN ${table} t ON t.id = last.row_id
         WHERE c.after IS NOT NULL AND t.id IS NULL
       LIMIT ${rowsNamed}`,
    )
    .all(table);
  return rows.map(({ id }) => `${tableLabel(table)}第 ${id} 号与变更记录不符`);
}
