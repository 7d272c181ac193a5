import { describe, expect, it } from 'vitest';
import { auditedTables } from '#electron/db/audited-tables.ts';
import { openLedger, type WriteTx } from '#electron/db/open.ts';
import { toAppError } from '#electron/db/sqlite-errors.ts';
import { insertFirm } from '#electron/db/tables/firms.ts';
import { insertTitleEvent } from '#electron/db/tables/title-events.ts';
import { undoChangeSet } from '#electron/db/undo.ts';
import { verifyLedger } from '#electron/db/verify.ts';
import { newFirm, newTitleEvent } from '#test/builders/firm.ts';
import { bareConnection, clerk, dump, ledgerFile, write } from '#test/builders/ledger.ts';

const tables = [...auditedTables.keys()];
/** Pages that the work below needs, more than any limit that is tried. */
const pagesTried = 60;

function muchWork(tx: WriteTx): void {
  for (let serial = 100; serial < 400; serial += 1) {
    const firmId = insertFirm(tx, newFirm(serial, { remark: '磁盘'.repeat(100) }));
    insertTitleEvent(tx, newTitleEvent(firmId));
  }
}

describe('a full disk', () => {
  it('at whichever page it runs out: the work is refused whole and the ledger is as it was', () => {
    const path = ledgerFile();
    const ledger = openLedger(path);
    const connection = bareConnection(ledger);
    const before = dump(ledger, tables);
    const pages = Number(connection.pragma('page_count', { simple: true }));
    for (let more = 0; more < pagesTried; more += 1) {
      connection.pragma(`max_page_count = ${pages + more}`);
      let failure: unknown;
      try {
        write(ledger, muchWork);
      } catch (error) {
        failure = error;
      }
      expect(toAppError(failure)?.code).toBe('disk-full');
    }
    expect(dump(ledger, tables)).toEqual(before);
    expect(verifyLedger(ledger)).toMatchObject({ ok: true });
    ledger.close();

    const again = openLedger(path);
    expect(dump(again, tables)).toEqual(before);
    // With room again the same work goes through, and is taken back.
    const id = write(again, muchWork);
    expect(verifyLedger(again)).toMatchObject({ ok: true });
    undoChangeSet(again, id, { actor: clerk, reason: '腾出空间' });
    expect(dump(again, tables)).toEqual(before);
    again.close();
  });

  it('while work is taken back: the undo is refused whole', () => {
    const ledger = openLedger(ledgerFile());
    const connection = bareConnection(ledger);
    const id = write(ledger, muchWork);
    const before = dump(ledger, tables);
    connection.pragma(`max_page_count = ${connection.pragma('page_count', { simple: true })}`);
    let failure: unknown;
    try {
      undoChangeSet(ledger, id, { actor: clerk, reason: '录错' });
    } catch (error) {
      failure = error;
    }
    expect(toAppError(failure)?.code).toBe('disk-full');
    expect(dump(ledger, tables)).toEqual(before);
    expect(verifyLedger(ledger)).toMatchObject({ ok: true });
    ledger.close();
  });
});
