import { describe, expect, it } from 'vitest';
import { auditedTables } from '#electron/db/audited-tables.ts';
import type { Connection, Ledger } from '#electron/db/handles.ts';
import { updateFirm } from '#electron/db/tables/firms.ts';
import { verifyLedger } from '#electron/db/verify.ts';
import { bareConnection, fillEveryTable, memoryLedger, write } from '#test/builders/ledger.ts';

const tables = [...auditedTables.keys(), 'import_row', 'change', 'change_set'];

/** A filled ledger whose triggers somebody with a database tool has taken away. */
function unguardedLedger(): { readonly ledger: Ledger; readonly connection: Connection } {
  const ledger = memoryLedger();
  fillEveryTable(ledger);
  const connection = bareConnection(ledger);
  for (const pragma of ['foreign_keys = OFF', 'ignore_check_constraints = ON']) connection.pragma(pragma);
  const triggers = connection.prepare<[], { name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'trigger'",
  );
  for (const { name } of triggers.all()) connection.exec(`DROP TRIGGER ${name}`);
  return { ledger, connection };
}

/** Does something forbidden, lets verify look, and takes it back. */
function problemsAfter({ ledger, connection }: ReturnType<typeof unguardedLedger>, sql: string): string[] {
  connection.exec('SAVEPOINT tampering');
  connection.exec(sql);
  const { integrity, foreignKeys, audit } = verifyLedger(ledger);
  connection.exec('ROLLBACK TO tampering; RELEASE tampering');
  return [...integrity, ...foreignKeys, ...audit.problems];
}

type Row = { readonly rowid: number; readonly place: number };

function rowsOf(connection: Connection, table: string): Row[] {
  // The number that a message names: the import of a receipt row, the set of a change, else the row itself.
  const place = { import_row: 'import_id', change: 'change_set_id' }[table] ?? 'id';
  return connection.prepare<[], Row>(`SELECT rowid AS rowid, ${place} AS place FROM ${table}`).all();
}

describe('verify', () => {
  it('finds nothing in a ledger that only the program wrote', () => {
    const ledger = memoryLedger();
    fillEveryTable(ledger);
    expect(verifyLedger(ledger)).toEqual({
      ok: true,
      integrity: [],
      foreignKeys: [],
      audit: { ok: true, changeSets: 7, changes: 51, problems: [] },
    });
  });

  it.each(tables)('finds and locates every altered value of %s', (table) => {
    const open = unguardedLedger();
    const columns = open.connection
      .prepare<[string], { name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)')
      .all(table);
    const rows = rowsOf(open.connection, table);
    expect(rows.length).toBeGreaterThan(0);
    for (const { rowid, place } of rows) {
      for (const { name, type } of columns) {
        const altered = type === 'INTEGER' ? `coalesce(${name}, 6) + 1000` : `coalesce(${name}, '') || 'x'`;
        const problems = problemsAfter(
          open,
          `UPDATE ${table} SET ${name} = ${altered} WHERE rowid = ${rowid}`,
        );
        const found = problems.join('\n');
        expect(found, `${table}.${name} of row ${rowid}`).not.toBe('');
        const moved = name === 'id' || name === 'import_id' || name === 'change_set_id';
        if (!moved) expect(found, `${table}.${name} of row ${rowid}`).toMatch(new RegExp(`\\b${place}\\b`));
      }
    }
  });

  it.each(tables)('finds every row of %s that was removed or put in', (table) => {
    const open = unguardedLedger();
    const names = open.connection
      .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
      .all(table)
      .map(({ name }) => name);
    const key = table === 'import_row' ? 'row_number' : 'id';
    const shifted: Readonly<Record<string, string>> = {
      [key]: `${key} + 500`,
      code: 'NULL',
      key: "key || 'x'",
      hash: "hash || 'x'",
      ground_key: "ground_key || 'x'",
      street_id: "street_id || 'x'",
      year: 'year + 50',
      name: "name || 'x'",
      clause_id: "clause_id || 'x'",
      task_id: "task_id || 'x'",
      indicator_id: "indicator_id || 'x'",
      park_name: "park_name || 'x'",
      attachment_name: "attachment_name || 'x'",
      tranche: 'tranche + 1',
      gone_id: 'gone_id + 50',
      other_id: 'other_id + 2',
      ...([
        'bank_account',
        'plan',
        'service_officer',
        'quiet_firm',
        'chain_firm',
        'evaluation_result',
      ].includes(table)
        ? { firm_id: 'firm_id + 1' }
        : {}),
    };
    const values = names.map((name) => shifted[name] ?? name).join(', ');
    for (const { rowid } of rowsOf(open.connection, table)) {
      const where = `WHERE rowid = ${rowid}`;
      expect(problemsAfter(open, `DELETE FROM ${table} ${where}`), `${table} ${rowid}`).not.toEqual([]);
      const copy = `INSERT INTO ${table} (${names.join(', ')}) SELECT ${values} FROM ${table} ${where}`;
      expect(problemsAfter(open, copy), `${table} ${rowid}`).not.toEqual([]);
    }
  });

  it('finds a whole change set cut out, first, middle or last', () => {
    const open = unguardedLedger();
    for (const id of [1, 2, 3, 4, 5, 6, 7]) {
      const cut = `DELETE FROM change WHERE change_set_id = ${id}; DELETE FROM change_set WHERE id = ${id}`;
      const problems = problemsAfter(open, cut);
      expect(problems, `set ${id}`).not.toEqual([]);
    }
  });

  it('finds an altered row even after a regular edit has gone over it', () => {
    const ledger = memoryLedger();
    fillEveryTable(ledger);
    const connection = bareConnection(ledger);
    const trigger = connection
      .prepare<[], { sql: string }>("SELECT sql FROM sqlite_schema WHERE name = 'firm_audit_update'")
      .get();
    connection.exec("DROP TRIGGER firm_audit_update; UPDATE firm SET contact_name = '李四' WHERE id = 2");
    connection.exec(trigger?.sql ?? '');
    write(ledger, (tx) => updateFirm(tx, 2, { fields: { remark: '二' }, today: '2024-06-01' }));
    expect(verifyLedger(ledger).audit.problems).toEqual(['企业第 2 号在变更集 8 之前被改动过，没有记录']);
  });

  it('finds two changes that were merged or exchanged', () => {
    const open = unguardedLedger();
    const exchange = `UPDATE change SET id = -1 WHERE id = 2; UPDATE change SET id = 2 WHERE id = 3;
      UPDATE change SET id = 3 WHERE id = -1`;
    expect(problemsAfter(open, exchange)).not.toEqual([]);
    const merge = `UPDATE change SET after = after || char(10) ||
        (SELECT table_name || char(10) || row_id || char(10) || after FROM change WHERE id = 3) WHERE id = 2;
      DELETE FROM change WHERE id = 3; UPDATE change_set SET change_count = change_count - 1 WHERE id = 2`;
    expect(problemsAfter(open, merge).join()).toContain('变更集 2');
  });

  it('finds a change set that was left open', () => {
    const open = unguardedLedger();
    expect(problemsAfter(open, 'INSERT INTO change_context VALUES (1, 3)')).toEqual(['有一个变更集没有封存']);
  });
});
