import { describe, expect, expectTypeOf, it } from 'vitest';
import { auditedTables } from '#electron/db/audited-tables.ts';
import { changeSet } from '#electron/db/change-set.ts';
import { WriteTx } from '#electron/db/handles.ts';
import { listChangeSets, listRowChanges } from '#electron/db/history.ts';
import { openLedger } from '#electron/db/open.ts';
import { insertClaim } from '#electron/db/tables/claims.ts';
import { insertFormerName } from '#electron/db/tables/firm-names.ts';
import { deleteSampleData, getFirm, insertFirm, updateFirm } from '#electron/db/tables/firms.ts';
import { insertImport } from '#electron/db/tables/imports.ts';
import { deleteSetting, putSetting } from '#electron/db/tables/settings.ts';
import { insertTitleEvent } from '#electron/db/tables/title-events.ts';
import { undoChangeSet } from '#electron/db/undo.ts';
import { verifyLedger } from '#electron/db/verify.ts';
import { newFirm } from '#test/builders/firm.ts';
import {
  bareConnection,
  clerk,
  fillEveryTable,
  ledgerFile,
  memoryLedger,
  write,
} from '#test/builders/ledger.ts';

const meta = { actor: clerk, kind: 'edit', reason: '测试' };

describe('a write outside a change set', () => {
  it('does not compile: every write function takes the handle that only changeSet gives', () => {
    expectTypeOf(insertFirm).parameter(0).toEqualTypeOf<WriteTx>();
    expectTypeOf(updateFirm).parameter(0).toEqualTypeOf<WriteTx>();
    expectTypeOf(deleteSampleData).parameter(0).toEqualTypeOf<WriteTx>();
    expectTypeOf(insertFormerName).parameter(0).toEqualTypeOf<WriteTx>();
    expectTypeOf(insertTitleEvent).parameter(0).toEqualTypeOf<WriteTx>();
    expectTypeOf(insertImport).parameter(0).toEqualTypeOf<WriteTx>();
    expectTypeOf(insertClaim).parameter(0).toEqualTypeOf<WriteTx>();
    expectTypeOf(putSetting).parameter(0).toEqualTypeOf<WriteTx>();
    expectTypeOf(deleteSetting).parameter(0).toEqualTypeOf<WriteTx>();
    const { read } = memoryLedger();
    // @ts-expect-error the reading handle of a ledger writes nothing
    expect(() => insertFirm(read, newFirm(1))).toThrow();
  });

  it('is refused by the reading handle and by a handle whose change set is over', () => {
    const ledger = memoryLedger();
    expect(() => ledger.read.query("DELETE FROM setting WHERE key = 'pack'")).toThrow(/asked to write/);
    let kept: WriteTx | undefined;
    write(ledger, (tx) => {
      kept = tx;
      insertFirm(tx, newFirm(1));
    });
    expect(kept).toBeInstanceOf(WriteTx);
    expect(() => kept?.write('DELETE FROM firm')).toThrow(/has ended/);
  });

  it('is refused by the database itself, in every table, even with a tool that knows nothing of us', () => {
    const ledger = memoryLedger();
    fillEveryTable(ledger);
    const connection = bareConnection(ledger);
    connection.pragma('foreign_keys = OFF');
    for (const table of [...auditedTables.keys(), 'import_row', 'change', 'change_set']) {
      const column = table === 'import_row' ? 'row_number' : 'id';
      const refused = /write outside a change set|append-only|a row keeps its id/;
      expect(() => connection.exec(`DELETE FROM ${table}`), table).toThrow(refused);
      expect(() => connection.exec(`UPDATE ${table} SET ${column} = ${column} + 100`), table).toThrow(
        refused,
      );
      if (table.startsWith('change')) continue;
      const copy = `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} LIMIT 1`;
      expect(() => connection.exec(copy), table).toThrow(refused);
    }
    connection.pragma('foreign_keys = ON');
    expect(verifyLedger(ledger).ok).toBe(true);
  });
});

describe('a change set', () => {
  it('keeps who, when, why, and every row before and after', () => {
    const ledger = memoryLedger();
    const at = new Date('2024-05-06T01:02:03Z');
    const { value: firmId } = changeSet(ledger, { ...meta, reason: '走访登记', at }, (tx) =>
      insertFirm(tx, newFirm(1)),
    );
    write(ledger, (tx) => updateFirm(tx, firmId, { fields: { remark: '搬迁' }, today: '2024-05-07' }));
    expect(listChangeSets(ledger.read, { offset: 0, limit: 10 }).rows[1]).toMatchObject({
      actor: clerk,
      kind: 'edit',
      reason: '走访登记',
      at: '2024-05-06T01:02:03.000Z',
      changeCount: 1,
    });
    const { rows } = listRowChanges(ledger.read, { table: 'firm', rowId: firmId }, { offset: 0, limit: 10 });
    expect(rows.map(({ operation, before, after }) => [operation, before?.remark, after?.remark])).toEqual([
      ['update', null, '搬迁'],
      ['insert', undefined, null],
    ]);
  });

  it('leaves nothing when its work throws, waits or nests', () => {
    const ledger = memoryLedger();
    const failing: readonly ((tx: WriteTx) => unknown)[] = [
      (tx) => {
        insertFirm(tx, newFirm(1));
        throw new Error('power of a bug');
      },
      async (tx) => insertFirm(tx, newFirm(2)),
      (tx) => {
        insertFirm(tx, newFirm(3));
        write(ledger, (inner) => insertFirm(inner, newFirm(4)));
      },
    ];
    for (const work of failing) expect(() => changeSet(ledger, meta, work)).toThrow();
    expect(ledger.read.query<{ n: number }>('SELECT count(*) AS n FROM firm').get()?.n).toBe(0);
    expect(verifyLedger(ledger)).toMatchObject({ ok: true, audit: { changeSets: 1 } });
  });

  it('is not recorded when nothing changed', () => {
    const ledger = memoryLedger();
    const { id } = changeSet(ledger, meta, (tx) => putSetting(tx, 'pack', 'qiantang-2024'));
    expect(id).toBeNull();
    expect(listChangeSets(ledger.read, { offset: 0, limit: 10 }).total).toBe(1);
  });

  it('follows its number, so a clock that was set back changes nothing', () => {
    const ledger = memoryLedger();
    for (const [serial, at] of ['2030-01-01', '2024-01-01', '1999-12-31'].entries()) {
      changeSet(ledger, { ...meta, at: new Date(at) }, (tx) => insertFirm(tx, newFirm(serial)));
    }
    const { rows } = listChangeSets(ledger.read, { offset: 0, limit: 10 });
    expect(rows.map(({ id }) => id)).toEqual([4, 3, 2, 1]);
    undoChangeSet(ledger, 4, { actor: clerk, reason: '', at: new Date('1990-01-01') });
    expect(verifyLedger(ledger).ok).toBe(true);
    expect(getFirm(ledger.read, 3)).toBeUndefined();
  });

  it('is still there, whole, after the file was closed', () => {
    const path = ledgerFile();
    const ledger = openLedger(path);
    write(ledger, (tx) => insertFirm(tx, newFirm(77)));
    ledger.close();
    const again = openLedger(path);
    expect(verifyLedger(again)).toMatchObject({ ok: true, audit: { changeSets: 3, changes: 5 } });
    again.close();
  });
});
