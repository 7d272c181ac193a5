import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openLedger } from '#electron/db/open.ts';
import { verifyLedger } from '#electron/db/verify.ts';
import { killRounds, killsPerLedger, writeAndKill } from '#test/builders/kill.ts';
import { ledgerFile } from '#test/builders/ledger.ts';
import { testProgram } from '#test/builders/program.ts';

const rounds = Math.floor(killRounds * 0.2);

let clerk: string;
beforeAll(async () => {
  clerk = await testProgram('test/programs/clerk.ts');
});
afterAll(() => rmSync(clerk));

it(`${rounds} times killed while firms are entered, edited, imported, undone and copied: what was confirmed is there, copies are whole`, {
  timeout: 5_000 * rounds,
}, async () => {
  let path = ledgerFile();
  let confirmed: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % killsPerLedger === 0) [path, confirmed] = [ledgerFile(), []];
    const sure = await writeAndKill(
      clerk,
      path,
      (1 + (round % killsPerLedger)) * 10_000 + round,
      1 + ((round * 5) % 11),
    );
    confirmed.push(...sure);
    const ledger = openLedger(path);
    const present = new Set(
      ledger.read
        .query<{ id: number }>('SELECT id FROM change_set')
        .all()
        .map(({ id }) => id),
    );
    expect(confirmed.filter((id) => !present.has(id))).toEqual([]);
    // Counts every change of every set, and holds every row against its last image: nothing is half.
    expect(verifyLedger(ledger)).toMatchObject({ ok: true });
    ledger.close();
  }
  for (const copy of copiesOf(path)) {
    const ledger = openLedger(copy);
    expect(verifyLedger(ledger), copy).toMatchObject({ ok: true });
    ledger.close();
  }
  expect(copiesOf(path).length).toBeGreaterThan(0);
});

/** Finished copies beside a ledger; what a kill left unfinished has another name. */
function copiesOf(path: string): string[] {
  const folder = `${path}-backups`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sqlite'))
    .map((name) => join(folder, name));
}
