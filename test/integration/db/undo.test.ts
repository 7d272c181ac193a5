import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditedTables } from '#electron/db/audited-tables.ts';
import { changeSet } from '#electron/db/change-set.ts';
import type { Ledger, WriteTx } from '#electron/db/handles.ts';
import { getChangeSet } from '#electron/db/history.ts';
import { openLedger } from '#electron/db/open.ts';
import { insertClaim } from '#electron/db/tables/claims.ts';
import { countFirms, deleteSampleData, getFirm, insertFirm, updateFirm } from '#electron/db/tables/firms.ts';
import { listImports, wasImported } from '#electron/db/tables/imports.ts';
import { insertProject } from '#electron/db/tables/projects.ts';
import { deleteSetting, putSetting } from '#electron/db/tables/settings.ts';
import { insertTitleEvent } from '#electron/db/tables/title-events.ts';
import { undoChangeSet } from '#electron/db/undo.ts';
import { verifyLedger } from '#electron/db/verify.ts';
import { AppError } from '#shared/contract/errors.ts';
import { newFirm, newTitleEvent } from '#test/builders/firm.ts';
import {
  claimOf,
  clerk,
  dump,
  importOneFirm,
  ledgerFile,
  memoryLedger,
  projectOf,
  write,
} from '#test/builders/ledger.ts';

const today = '2024-06-01';
const undoable = [...auditedTables].flatMap(([table, { undoable: own }]) => (own ? [table] : []));

function undo(ledger: Ledger, id: number): number {
  return undoChangeSet(ledger, id, { actor: clerk, reason: '录错' }).id;
}

function refusal(ledger: Ledger, id: number): { code: string; details: readonly string[] } {
  try {
    undo(ledger, id);
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, details: error.details ?? [] };
    throw error;
  }
  throw new Error('the undo was not refused');
}

function importThree(tx: WriteTx): void {
  for (const serial of [1, 2, 3]) importOneFirm(tx, serial);
}

describe('undo of one edit', () => {
  it('puts the row back as it was, after a restart too', () => {
    const path = ledgerFile();
    const first = openLedger(path);
    const before = dump(first, undoable);
    const edit = write(first, (tx) =>
      updateFirm(tx, 2, { fields: { name: '杭州新名有限公司', scale: 'medium', aboveScale: true }, today }),
    );
    first.close();
    const second = openLedger(path);
    expect(dump(second, undoable)).not.toEqual(before);
    undo(second, edit);
    expect(dump(second, undoable)).toEqual(before);
    expect(verifyLedger(second).ok).toBe(true);
    second.close();
  });

  it('is refused with the row, the field and the set that moved it on; a change that was itself undone is no hindrance', () => {
    const ledger = memoryLedger();
    write(ledger, (tx) => insertFirm(tx, newFirm(1, { name: '甲公司' })));
    const first = write(ledger, (tx) => updateFirm(tx, 1, { fields: { remark: '一' }, today }));
    const second = write(ledger, (tx) => updateFirm(tx, 1, { fields: { remark: '二' }, today }));
    expect(refusal(ledger, first)).toEqual({
      code: 'undo-moved-on',
      details: [`企业 甲公司：备注 已在变更集 ${second} 中改动`],
    });
    expect(getFirm(ledger.read, 1)?.fields.remark).toBe('二');
    undo(ledger, second);
    undo(ledger, first);
    expect(getFirm(ledger.read, 1)?.fields.remark).toBeNull();
  });

  it('is refused when newer rows hang on what it would remove', () => {
    const ledger = memoryLedger();
    const added = write(ledger, (tx) => insertFirm(tx, newFirm(1, { name: '甲公司' })));
    const title = write(ledger, (tx) => insertTitleEvent(tx, newTitleEvent(1)));
    expect(refusal(ledger, added)).toEqual({
      code: 'undo-moved-on',
      details: [`企业 甲公司：变更集 ${title} 又为它加入了称号事件 1 项`],
    });
  });

  it('is refused when another firm has taken the code since', () => {
    const ledger = memoryLedger();
    const code = newFirm(1).fields.code;
    write(ledger, (tx) => insertFirm(tx, newFirm(1, { name: '甲公司' })));
    const cleared = write(ledger, (tx) =>
      updateFirm(tx, 1, { fields: { code: null }, codeState: 'missing', today }),
    );
    write(ledger, (tx) => insertFirm(tx, newFirm(2, { code, name: '乙公司' })));
    expect(refusal(ledger, cleared)).toEqual({
      code: 'undo-moved-on',
      details: ['企业 甲公司：统一社会信用代码 已被其他记录使用'],
    });
  });

  it('can itself be undone, once; then the work stands and can be undone again', () => {
    const ledger = memoryLedger();
    const added = write(ledger, (tx) => insertFirm(tx, newFirm(1)));
    const back = undo(ledger, added);
    expect(refusal(ledger, added).code).toBe('undo-done-already');
    expect(getChangeSet(ledger.read, added)?.undoneById).toBe(back);
    const again = undo(ledger, back);
    expect(countFirms(ledger.read).firms).toBe(1);
    expect(getChangeSet(ledger.read, added)?.undoneById).toBeNull();
    undo(ledger, again);
    expect(countFirms(ledger.read).firms).toBe(0);
    expect(verifyLedger(ledger).ok).toBe(true);
  });

  it('knows no set of that number, and never takes back the making of the ledger', () => {
    const ledger = memoryLedger();
    expect(refusal(ledger, 99).code).toBe('undo-nothing');
    expect(refusal(ledger, 1).code).toBe('undo-nothing');
    expect(verifyLedger(ledger).audit.changeSets).toBe(1);
  });
});

describe('undo of an import', () => {
  it('removes what it wrote, keeps its receipt, and says for every state whether it stands', () => {
    const ledger = memoryLedger();
    const before = dump(ledger, undoable);
    const set = write(ledger, importThree, 'import');
    const hash = '1'.padStart(64, '0');
    const states = () => ({
      undone: listImports(ledger.read, { offset: 0, limit: 9 }).rows.map((row) => row.undone),
      seen: wasImported(ledger.read, hash),
      firms: countFirms(ledger.read).firms,
    });
    const standing = { undone: [false, false, false], seen: true, firms: 3 };
    const gone = { undone: [true, true, true], seen: false, firms: 0 };
    expect(states()).toEqual(standing);
    const first = undo(ledger, set);
    expect(states()).toEqual(gone);
    expect(dump(ledger, undoable)).toEqual(before);
    const second = undo(ledger, first);
    expect(states()).toEqual(standing);
    undo(ledger, second);
    expect(states()).toEqual(gone);
    expect(verifyLedger(ledger).ok).toBe(true);
  });

  it('lists every row that moved on, and keeps the later work', () => {
    const ledger = memoryLedger();
    const set = write(ledger, importThree, 'import');
    write(ledger, (tx) => updateFirm(tx, 1, { fields: { remark: '走访过' }, today }));
    write(ledger, (tx) => insertTitleEvent(tx, newTitleEvent(3, { kind: 'revoked', on: '2024-09-01' })));
    const { code, details } = refusal(ledger, set);
    expect(code).toBe('undo-moved-on');
    expect(details).toHaveLength(2);
    expect(details.join()).toMatch(/杭州测试1有限公司.*备注.*杭州测试3有限公司/);
    expect(countFirms(ledger.read).firms).toBe(3);
    expect(getFirm(ledger.read, 1)?.fields.remark).toBe('走访过');
  });
});

/** One step of a clerk's work; numbers choose among what is there. */
type Step = { readonly what: number; readonly which: number; readonly text: string };

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.nat(8),
  which: fc.nat(30),
  text: fc.string({ unit: 'grapheme', maxLength: 8 }),
});

function carryOut(tx: WriteTx, { what, which, text }: Step, serial: number): void {
  const ids = tx.query<{ id: number }>('SELECT id FROM firm ORDER BY id').all();
  const firm = ids[which % Math.max(1, ids.length)]?.id;
  if (what === 0) putSetting(tx, `键${which % 3}`, text);
  else if (what === 1) deleteSetting(tx, `键${which % 3}`);
  else if (what === 2) deleteSampleData(tx);
  else if (what === 3 || firm === undefined) {
    insertFirm(tx, { ...newFirm(serial, { remark: text || null }), sample: which % 2 === 0 });
  } else if (what === 4) updateFirm(tx, firm, { fields: { name: `公司${text}${which}` }, today });
  else if (what === 5) updateFirm(tx, firm, { fields: { contactName: text, aboveScale: which > 9 }, today });
  else if (what === 6) insertTitleEvent(tx, newTitleEvent(firm, { batch: text, sample: which % 2 === 0 }));
  else if (what === 7) insertClaim(tx, claimOf(firm, insertProject(tx, projectOf(firm, serial)), which));
  else updateFirm(tx, firm, { status: which % 2 === 0 ? 'movedOut' : 'active', today });
}

describe('undo in reverse order', () => {
  it('brings back every table to the byte, whatever was done', () => {
    let serial = 0;
    fc.assert(
      fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 12 }), (work) => {
        const ledger = memoryLedger();
        const states: { readonly id: number; readonly before: object }[] = [];
        for (const steps of work) {
          const before = dump(ledger, undoable);
          const { id } = changeSet(ledger, { actor: clerk, kind: 'edit', reason: '' }, (tx) => {
            for (const each of steps) {
              serial += 1;
              carryOut(tx, each, serial);
            }
          });
          if (id !== null) states.push({ id, before });
        }
        for (const { id, before } of states.reverse()) {
          undo(ledger, id);
          expect(dump(ledger, undoable)).toEqual(before);
        }
        expect(verifyLedger(ledger).audit.problems).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
