import { chmodSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createLedger, type Ledger, openLedger } from '#electron/db/open.ts';
import { insertFirm } from '#electron/db/tables/firms.ts';
import { verifyLedger } from '#electron/db/verify.ts';
import { AppError, type ErrorCode } from '#shared/contract/errors.ts';
import { newFirm } from '#test/builders/firm.ts';
import { bareConnection, clerk, ledgerFile, scratchFolder, write } from '#test/builders/ledger.ts';

const options = { packId: 'qiantang-2024', actor: clerk };

/** What the driver reports of the settings that confirmed work and the audit trail depend on. */
function settings(ledger: Ledger) {
  const connection = bareConnection(ledger);
  const names = ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'cell_size_check'];
  return Object.fromEntries(names.map((name) => [name, connection.pragma(name, { simple: true })]));
}

function codeOf(work: () => unknown): ErrorCode | 'no error' {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'no error';
}

/** Runs work without the rights of root, for whom no folder is read-only. */
function asOrdinaryUser(work: () => void): void {
  const root = process.geteuid?.() === 0;
  if (root) process.seteuid?.(65534);
  try {
    work();
  } finally {
    if (root) process.seteuid?.(0);
  }
}

describe('opening a ledger', () => {
  it('is durable and strict on the first and on every later open', () => {
    const path = join(scratchFolder(), 'a.sqlite');
    const safe = {
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      trusted_schema: 0,
      cell_size_check: 1,
    };
    const first = createLedger(path, options);
    expect(settings(first)).toEqual(safe);
    first.close();
    for (const _ of [2, 3]) {
      const again = openLedger(path);
      expect(settings(again)).toEqual(safe);
      again.close();
    }
  });

  it('never creates over a file that is there, whatever the file is, and leaves nothing behind', () => {
    const path = ledgerFile();
    const text = join(dirname(path), '通知.txt');
    writeFileSync(text, '请各街道报送');
    const before = [readFileSync(path), readFileSync(text)];
    expect(codeOf(() => createLedger(path, options))).toBe('ledger-exists');
    expect(codeOf(() => createLedger(text, options))).toBe('ledger-exists');
    expect([readFileSync(path), readFileSync(text)]).toEqual(before);
    expect(readdirSync(dirname(path)).sort()).toEqual(['tidu131.sqlite', '通知.txt']);
  });

  it('never makes a file by opening', () => {
    const folder = scratchFolder();
    expect(codeOf(() => openLedger(join(folder, 'a.sqlite')))).toBe('ledger-missing');
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** Spoils a good ledger file in one way. */
const spoilt: readonly (readonly [what: string, code: ErrorCode, spoil: (path: string) => void])[] = [
  ['a file of no bytes', 'ledger-empty', (path) => truncateSync(path, 0)],
  ['a text file', 'ledger-not-ours', (path) => writeFileSync(path, '企业名称,统一社会信用代码\n'.repeat(99))],
  ['a file cut inside its header', 'ledger-not-ours', (path) => truncateSync(path, 60)],
  ['another program’s SQLite file', 'ledger-not-ours', (path) => set(path, 'application_id', 7)],
  ['a file of a newer program', 'ledger-newer', (path) => set(path, 'user_version', 9990)],
  ['a file cut at half', 'ledger-corrupt', (path) => truncateSync(path, readFileSync(path).length / 2)],
  ['a file whose first page is overwritten', 'ledger-corrupt', (path) => overwrite(path, 100, 3000)],
];

function set(path: string, pragma: string, value: number): void {
  const connection = new Database(path);
  connection.pragma(`${pragma} = ${value}`);
  connection.close();
}

function overwrite(path: string, from: number, until: number): void {
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0xa5, from, until));
}

describe('a file that cannot be opened', () => {
  it.each(spoilt)('%s is refused as %s and stays as it is', (_, code, spoil) => {
    const path = ledgerFile();
    spoil(path);
    const before = readFileSync(path);
    expect(codeOf(() => openLedger(path))).toBe(code);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(dirname(path))).toEqual(['tidu131.sqlite']);
  });

  it('a folder is no ledger', () => {
    expect(codeOf(() => openLedger(scratchFolder()))).toBe('ledger-not-ours');
  });

  it('a damaged page is never passed over in silence', () => {
    const path = ledgerFile();
    const whole = readFileSync(path);
    const pageSize = whole.readUInt16BE(16);
    for (let page = 1; page < whole.length / pageSize; page += 1) {
      const bytes = Buffer.from(whole);
      bytes.fill(0x5a, page * pageSize, page * pageSize + 64);
      writeFileSync(path, bytes);
      expect(soundness(path), `page ${page + 1}`).not.toBe('sound');
    }
    writeFileSync(path, whole);
    expect(soundness(path)).toBe('sound');
  });
});

function soundness(path: string): string {
  let ledger: Ledger | undefined;
  try {
    ledger = openLedger(path);
    return verifyLedger(ledger).ok ? 'sound' : 'found by verify';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  } finally {
    ledger?.close();
  }
}

describe('places and other programs', () => {
  it('a folder that takes no file is refused as read-only', () => {
    const folder = join(scratchFolder(), '只读');
    mkdirSync(folder, { mode: 0o555 });
    chmodSync(dirname(folder), 0o755);
    asOrdinaryUser(() => {
      expect(codeOf(() => createLedger(join(folder, 'a.sqlite'), options))).toBe('ledger-read-only');
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a ledger in a folder that takes no file is refused and stays as it is', () => {
    const path = ledgerFile();
    const before = readFileSync(path);
    chmodSync(path, 0o444);
    chmodSync(dirname(path), 0o555);
    asOrdinaryUser(() => expect(codeOf(() => openLedger(path))).toBe('ledger-read-only'));
    chmodSync(dirname(path), 0o755);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('a parent that is a file is refused', () => {
    const path = ledgerFile();
    expect(codeOf(() => createLedger(join(path, 'a.sqlite'), options))).toBe('ledger-io');
  });

  it('a write waits for another writer and then says that the ledger is in use', () => {
    const path = ledgerFile();
    const [one, other] = [openLedger(path), openLedger(path)];
    bareConnection(other).pragma('busy_timeout = 20');
    bareConnection(one).exec('BEGIN IMMEDIATE');
    expect(() => write(other, (tx) => insertFirm(tx, newFirm(9)))).toThrow(/locked/);
    bareConnection(one).exec('ROLLBACK');
    expect(write(other, (tx) => insertFirm(tx, newFirm(9)))).toBe(3);
    one.close();
    other.close();
  });

  it('window and command line may write in turn: one chain, no gap', () => {
    const path = ledgerFile();
    const [one, other] = [openLedger(path), openLedger(path)];
    const sets = [10, 11, 12, 13].map((serial) =>
      write(serial % 2 === 0 ? one : other, (tx) => insertFirm(tx, newFirm(serial))),
    );
    expect(sets).toEqual([3, 4, 5, 6]);
    expect(verifyLedger(other)).toMatchObject({ ok: true, audit: { changeSets: 6 } });
    one.close();
    other.close();
  });
});
