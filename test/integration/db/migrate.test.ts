import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { auditTriggers } from '#electron/db/audit-triggers.ts';
import { auditedTables, tableLabel } from '#electron/db/audited-tables.ts';
import type { Connection } from '#electron/db/handles.ts';
import { migrate } from '#electron/db/migrate.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openLedger } from '#electron/db/open.ts';
import { undoChangeSet } from '#electron/db/undo.ts';
import { verifyLedger } from '#electron/db/verify.ts';
import { AppError } from '#shared/contract/errors.ts';
import {
  bareConnection,
  clerk,
  fillEveryTable,
  ledgerFile,
  memoryLedger,
  scratchFolder,
} from '#test/builders/ledger.ts';

/** The whole schema as text, without SQLite's own tables. */
function schemaOf(connection: Connection): string {
  const rows = connection
    .prepare<[], { sql: string }>(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY tbl_name, type DESC, name`,
    )
    .all();
  return `${rows.map(({ sql }) => `${sql};\n`).join('\n')}`;
}

function version(connection: Connection): unknown {
  return connection.pragma('user_version', { simple: true });
}

/** The newest version there is. */
const newest = migrations.at(-1)?.version ?? 0;

/** A file that stands at an older schema, as an older program left it. */
function fileAt(newest: number): string {
  const path = join(scratchFolder(), 'tidu131.sqlite');
  const connection = new Database(path);
  migrate(
    connection,
    migrations.filter((step) => step.version <= newest),
  );
  connection.close();
  return path;
}

describe('the schema', () => {
  it('is what the golden dump says', async () => {
    await expect(schemaOf(bareConnection(memoryLedger()))).toMatchFileSnapshot('../../golden/schema.sql');
  });

  it('has only STRICT tables, and audit triggers over every column of each audited one', () => {
    const ledger = memoryLedger();
    const tables = ledger.read
      .query<{ name: string; strict: number }>(
        `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
      )
      .all();
    expect(tables.filter((table) => table.strict !== 1)).toEqual([]);
    for (const table of auditedTables.keys()) {
      const columns = ledger.read.query<{ name: string }>('SELECT name FROM pragma_table_info(?)').all(table);
      const { sql } = ledger.read
        .query<{ sql: string }>('SELECT sql FROM sqlite_schema WHERE name = ?')
        .get(`${table}_audit_insert`) ?? { sql: '' };
      for (const { name } of columns) expect(sql, `${table}.${name}`).toContain(`'${name}', NEW.${name}`);
    }
    const known = [...auditedTables.keys(), 'change', 'change_set', 'change_context', 'import_row'];
    expect(tables.map(({ name }) => name).sort()).toEqual(known.sort());
  });
});

describe('an upgrade', () => {
  it.each(migrations.slice(0, -1).map((step) => step.version))(
    'from version %i arrives at the same schema and keeps a copy of the file as it was',
    (from) => {
      const path = fileAt(from);
      const ledger = openLedger(path);
      expect(schemaOf(bareConnection(ledger))).toBe(
        readFileSync(new URL('../../golden/schema.sql', import.meta.url), 'utf8'),
      );
      ledger.close();
      const copies = readdirSync(dirname(path)).filter((name) => name.endsWith('.bak'));
      const name = `before-v${String(newest).padStart(4, '0')}`;
      expect(copies).toEqual([
        expect.stringMatching(new RegExp(`^tidu131\\.sqlite\\.${name}-\\d{8}T\\d{6}\\.bak$`)),
      ]);
      const copy = new Database(join(dirname(path), copies[0] ?? ''), { readonly: true });
      expect(version(copy)).toBe(from);
      copy.close();
    },
  );

  it('makes no copy when nothing is to do', () => {
    const path = ledgerFile();
    openLedger(path).close();
    expect(readdirSync(dirname(path))).toEqual(['tidu131.sqlite']);
  });

  it('that fails in the middle of a step leaves the version before whole', () => {
    const path = fileAt(newest);
    const connection = new Database(path);
    const before = schemaOf(connection);
    const good = {
      version: newest + 10,
      name: 'good',
      sql: 'CREATE TABLE good (id INTEGER PRIMARY KEY) STRICT;',
    };
    const bad = {
      version: newest + 20,
      name: 'bad',
      sql: 'CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT; DROP TABLE pool_event; SELECT * FROM nowhere;',
    };
    let failure: unknown;
    try {
      migrate(connection, [...migrations, good, bad]);
    } catch (error) {
      failure = error;
    }
    expect(failure).toBeInstanceOf(AppError);
    expect(failure).toMatchObject({ code: 'migration-failed', params: { version: newest + 20 } });
    expect(version(connection)).toBe(newest + 10);
    connection.exec(`DROP TABLE good; PRAGMA user_version = ${newest}`);
    expect(schemaOf(connection)).toBe(before);
    connection.close();
    openLedger(path).close();
  });

  it('refuses steps that are out of order', () => {
    const connection = new Database(':memory:');
    const step = { version: 10, name: 'again', sql: '' };
    expect(() => migrate(connection, [...migrations, step])).toThrow(/does not come after/);
    connection.close();
  });

  it('that adds a column leaves the old trail valid and old change sets undoable', () => {
    const ledger = memoryLedger();
    fillEveryTable(ledger);
    const columns = ledger.read.query<{ name: string }>("SELECT name FROM pragma_table_info('firm')").all();
    migrate(bareConnection(ledger), [
      ...migrations,
      {
        version: newest + 10,
        name: 'motto',
        sql: `ALTER TABLE firm ADD COLUMN motto TEXT;
          DROP TRIGGER firm_audit_insert; DROP TRIGGER firm_audit_update; DROP TRIGGER firm_audit_delete;
          ${auditTriggers('firm', [...columns.map(({ name }) => name), 'motto'])}`,
      },
    ]);
    expect(verifyLedger(ledger).audit.problems).toEqual([]);
    undoChangeSet(ledger, 5, { actor: clerk, reason: '' });
    expect(verifyLedger(ledger).audit.problems).toEqual([]);
  });

  it('from kept awards drops those computations and keeps their trail', () => {
    const path = fileAt(410);
    const connection = new Database(path);
    connection.exec(
      `BEGIN;
       INSERT INTO change_context (id, change_set_id) VALUES (1, 2);
       INSERT INTO firm (name, code_state, status, sample, name_key, name_sort, search_text)
       VALUES ('某公司', 'missing', 'active', 0, '某公司', 'mgs', '某公司');
       INSERT INTO award (firm_id, clause_id, year, ground_key, amount_fen, ceiling, outcome, trace, pack_id, pack_hash,
         computed_on) VALUES (1, 'a', 2024, 'b', 5, 0, 'awarded', '{}', 'p', 'h', '2024-06-01');
       DELETE FROM change_context;
       INSERT INTO change_set (id, at, actor, kind, reason, change_count, parent_hash, hash)
         VALUES (2, '2024-06-01T00:00:00.000Z', '某人', 'award-store', '', 2, '', 'x');
       COMMIT`,
    );
    connection.close();
    const ledger = openLedger(path);
    const images = ledger.read
      .query<{ n: number }>("SELECT count(*) AS n FROM change WHERE table_name = 'award'")
      .get();
    expect(images).toEqual({ n: 1 });
    expect(tableLabel('award')).toBe('奖补测算');
    expect(ledger.read.query('SELECT * FROM claim').all()).toEqual([]);
    expect(verifyLedger(ledger).integrity).toEqual([]);
    ledger.close();
  });
});
