import { hashChangeSet } from './audit-chain.ts';
import { auditedTables, tableLabel } from './audited-tables.ts';
import { Ledger, type ReadDb } from './handles.ts';
import { parseImage } from './history.ts';
import { isSqliteError } from './sqlite-errors.ts';
import { alteredImports } from './tables/imports.ts';
import { differingColumns } from './undo-check.ts';

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
 * and follows its parent, each change of a row begins where the one before ended, and every live row is what the
 * trail last made of it. Reads everything; changes nothing. A file too broken to be read through is a finding.
 */
export function verifyLedger(ledger: Ledger): Verification {
  const db = ledger.read;
  const unread: string[] = [];
  const read = <T>(fallback: T, work: () => T): T => readOrNote(fallback, work, unread);
  const integrity = read([], () => integrityProblems(db));
  const foreignKeys = read([], () => danglingReferences(db));
  const chain = read({ changeSets: 0, changes: 0, problems: [] }, () => verifyChain(ledger));
  const problems = [
    ...chain.problems,
    ...read([], () => verifyHistories(db)),
    ...[...auditedTables.keys()].flatMap((table) => read<readonly string[]>([], () => verifyRows(db, table))),
    ...read([], () => alteredImports(db).map((id) => `导入记录第 ${id} 号的明细被改动过`)),
  ];
  return {
    ok: [integrity, foreignKeys, problems, unread].every((lines) => lines.length === 0),
    integrity: [...integrity, ...unread],
    foreignKeys,
    audit: { ok: problems.length === 0, changeSets: chain.changeSets, changes: chain.changes, problems },
  };
}

function integrityProblems(db: ReadDb): readonly string[] {
  return db
    .query<{ integrity_check: string }>('PRAGMA integrity_check')
    .all()
    .filter((row) => row.integrity_check !== 'ok')
    .map((row) => `数据库结构：${row.integrity_check}`);
}

function danglingReferences(db: ReadDb): readonly string[] {
  return db
    .query<{ table: string; rowid: number }>('PRAGMA foreign_key_check')
    .all()
    .map(({ table, rowid }) => `${tableLabel(table)}第 ${rowid} 行引用的内容不存在`);
}

/** Goes on with the next check when this one meets pages or values that cannot be read: that is a finding too. */
function readOrNote<T>(fallback: T, work: () => T, unread: string[]): T {
  try {
    return work();
  } catch (error) {
    if (!isSqliteError(error)) throw error;
    if (unread.length === 0) unread.push('数据库结构：有内容已读不出来，没有核对完');
    return fallback;
  }
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
  if (ledger.read.query('SELECT 1 FROM change_context').get() !== undefined) {
    problems.push('有一个变更集没有封存');
  }
  let parentHash = '';
  let changes = 0;
  for (const set of sets) {
    const { hash, changeCount, ...header } = set;
    if (set.parentHash !== parentHash) {
      problems.push(`变更集 ${set.id} 与前一变更集不衔接`);
    }
    const actual = hashChangeSet(statements, header);
    if (actual.hash !== hash || actual.changeCount !== changeCount) {
      problems.push(`变更集 ${set.id} 的内容被改动过`);
    }
    changes += actual.changeCount;
    parentHash = hash;
  }
  return { changeSets: sets.length, changes, problems };
}

type ImagePair = { readonly id: number; readonly first: string | null; readonly second: string | null };

/** Changes that do not begin where the change of that row before them ended: a write that left no trace between. */
function verifyHistories(db: ReadDb): readonly string[] {
  const breaks = db.query<ImagePair & { readonly table: string; readonly changeSetId: number }>(
    `SELECT table_name AS "table", row_id AS id, change_set_id AS changeSetId, before AS first, previous AS second
     FROM (SELECT table_name, row_id, change_set_id, before,
       lag(after) OVER (PARTITION BY table_name, row_id ORDER BY id) AS previous FROM change)
     WHERE before IS NOT previous`,
  );
  const found: string[] = [];
  for (const pair of breaks.iterate()) {
    if (!imagesDiffer(pair)) continue;
    found.push(
      `${tableLabel(pair.table)}第 ${pair.id} 号在变更集 ${pair.changeSetId} 之前被改动过，没有记录`,
    );
    if (found.length === rowsNamed) break;
  }
  return found;
}

/** Live rows that the trail does not end with, and rows of the trail that are gone. */
function verifyRows(db: ReadDb, table: string): readonly string[] {
  const columns = db.query<{ name: string }>('SELECT name FROM pragma_table_info(?) ORDER BY cid').all(table);
  const live = `json_object(${columns.map(({ name }) => `'${name}', t.${name}`).join(', ')})`;
  const pairs = db.query<ImagePair>(
    `WITH last AS (SELECT row_id, max(id) AS id FROM change WHERE table_name = ? GROUP BY row_id)
     SELECT t.id, c.after AS first, ${live} AS second
       FROM ${table} t LEFT JOIN last ON last.row_id = t.id LEFT JOIN change c ON c.id = last.id
       WHERE c.after IS NOT ${live}
     UNION ALL
     SELECT last.row_id, c.after, NULL FROM last JOIN change c ON c.id = last.id LEFT JOIN ${table} t ON t.id = last.row_id
       WHERE c.after IS NOT NULL AND t.id IS NULL`,
  );
  const found: string[] = [];
  for (const pair of pairs.iterate(table)) {
    if (!imagesDiffer(pair)) continue;
    found.push(`${tableLabel(table)}第 ${pair.id} 号与变更记录不符`);
    if (found.length === rowsNamed) break;
  }
  return found;
}

/** Whether two images say different things of the columns that both have: a later schema may have more of them. */
function imagesDiffer({ first, second }: ImagePair): boolean {
  try {
    return differingColumns(parseImage(first), parseImage(second)).length > 0;
  } catch (error) {
    // An image that is no JSON any more was not written by the triggers.
    if (error instanceof SyntaxError) return true;
    throw error;
  }
}
