import { copyFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '#test/builders/core.ts';
import { inventedCode } from '#test/builders/firm.ts';

let test: TestCore;
beforeEach(async () => {
  test = await openTestCore({ pack: 'qiantang-2024' });
  await addFirms('一', 3);
});
afterEach(() => test.close());

async function addFirms(name: string, count: number): Promise<void> {
  const path = join(test.folder, `${name}.csv`);
  const lines = Array.from(
    { length: count },
    (_, index) =>
      `杭州备份${name}${index}号有限公司,${inventedCode(name.length * 10_000 + (name.codePointAt(0) ?? 0) + index)}`,
  );
  writeFileSync(path, ['企业名称,统一社会信用代码', ...lines].join('\n'));
  const draft = await test.ask(
    'imports.open',
    { tokens: ['ticket-of-file'] },
    { 'ticket-of-file': { path, name } },
  );
  await test.ask('imports.commit', { draftId: draft.draftId });
}

async function firmCount(): Promise<number> {
  const { total } = await test.ask('firms.search', { filter: { asOf: '2026-06-30' }, offset: 0, limit: 1 });
  return total;
}

async function kinds(): Promise<readonly string[]> {
  return (await test.ask('backups.list', {})).backups.map(({ kind }) => kind);
}

describe('copies of the ledger', () => {
  it('a copy brings back exactly what it held; the ledger of before is itself copied, and the trail holds', async () => {
    const made = await test.ask('backups.make', {});
    await addFirms('二', 2);
    expect(await firmCount()).toBe(5);
    await test.ask('backups.restore', { name: made.name });
    expect(await firmCount()).toBe(3);
    expect(await test.ask('ledger.verify', {})).toMatchObject({ ok: true });
    const { rows } = await test.ask('changes.list', { offset: 0, limit: 1 });
    expect(rows[0]).toMatchObject({ kind: 'restore', reason: `从备份恢复：${made.name}` });
    const { backups } = await test.ask('backups.list', {});
    const before = backups.find(({ kind }) => kind === 'restore');
    await test.ask('backups.restore', { name: before?.name ?? '' });
    expect(await firmCount()).toBe(5);
    test.restart();
    expect(await firmCount()).toBe(5);
  });

  it('the copy of the day is made once, and not for a ledger without firms', async () => {
    await test.core.call('@daily-backup', {});
    await test.core.call('@daily-backup', {});
    expect(await kinds()).toEqual(['daily']);
    const empty = await openTestCore({ pack: 'binjiang-2023' });
    await empty.core.call('@daily-backup', {});
    expect((await empty.ask('backups.list', {})).backups).toEqual([]);
    empty.close();
  });

  it('a copy of the day that fails is told, not thrown', async () => {
    writeFileSync(`${test.databasePath}-backups`, '不是文件夹');
    expect(await test.core.call('@daily-backup', {})).toMatchObject({ ok: true });
    expect((await test.ask('backups.list', {})).dailyFailure).toMatch(/./);
  });

  it('an import of 500 rows is preceded by a copy', async () => {
    await addFirms('三', 499);
    expect(await kinds()).toEqual([]);
    await addFirms('四', 500);
    expect(await kinds()).toEqual(['import']);
  });

  it('a log left beside the ledger is not played back over the copy', async () => {
    const made = await test.ask('backups.make', {});
    const copy = join(`${test.databasePath}-backups`, made.name);
    const saved = readFileSync(copy);
    await addFirms('二', 2);
    // As a crash leaves it: the file closed, its log still there, and the ledger itself beyond opening.
    const log = join(test.folder, 'log');
    copyFileSync(`${test.databasePath}-wal`, log);
    test.core.close();
    copyFileSync(log, `${test.databasePath}-wal`);
    writeFileSync(test.databasePath, readFileSync(test.databasePath).fill(0, 0, 100));
    test.restart();
    expect(await test.refused('ledger.state', {})).toMatchObject({ code: 'ledger-not-ours' });
    await test.ask('backups.restore', { name: made.name });
    expect(await firmCount()).toBe(3);
    expect(readFileSync(copy).equals(saved)).toBe(true);
    const kept = readdirSync(dirname(test.databasePath)).filter((name) => name.includes('.corrupt-'));
    expect(kept.some((name) => name.endsWith('-wal'))).toBe(true);
  });

  it('a damaged, foreign or missing copy is refused and the ledger stays as it was', async () => {
    const made = await test.ask('backups.make', {});
    const copy = join(`${test.databasePath}-backups`, made.name);
    const short = join(test.folder, '截断.sqlite');
    copyFileSync(copy, short);
    truncateSync(short, 8192);
    const foreign = join(test.folder, '别的.sqlite');
    const other = new Database(foreign);
    other.exec('CREATE TABLE t (a)');
    other.close();
    for (const [path, code] of [
      [short, 'ledger-corrupt'],
      [foreign, 'ledger-not-ours'],
      [join(test.folder, '没有.sqlite'), 'file-missing'],
    ] as const) {
      const result = await test.core.call('@restore-from', { path });
      expect(result, path).toMatchObject({ ok: false, error: { code } });
    }
    await test.refused('backups.restore', { name: '../tidu131.sqlite' });
    expect(await firmCount()).toBe(3);
  });

  it('another program that has the ledger open stops a restore, and nothing changes', async () => {
    const made = await test.ask('backups.make', {});
    await addFirms('二', 2);
    const other = new Database(test.databasePath);
    other.prepare('SELECT count(*) FROM firm').get();
    expect(await test.refused('backups.restore', { name: made.name })).toMatchObject({
      code: 'ledger-locked',
    });
    other.close();
    expect(await firmCount()).toBe(5);
  });

  it('a copy saved elsewhere opens on another computer', async () => {
    const path = join(test.folder, 'U盘', '副本.sqlite');
    expect(await test.core.call('@backup-to', { path })).toMatchObject({
      ok: false,
      error: { code: 'file-write-failed' },
    });
    const place = join(test.folder, '副本.sqlite');
    await test.core.call('@backup-to', { path: place });
    const other = await openTestCore();
    await other.ask(
      'backups.restoreFile',
      { tokens: ['ticket-of-copy'] },
      { 'ticket-of-copy': { path: place, name: '副本.sqlite' } },
    );
    expect(await other.ask('ledger.state', {})).toMatchObject({ state: 'open', district: { firmCount: 3 } });
    other.close();
    expect(existsSync(place)).toBe(true);
  });
});
