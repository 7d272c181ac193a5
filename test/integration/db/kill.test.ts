import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openLedger } from '#electron/db/open.ts';
import { verifyLedger } from '#electron/db/verify.ts';
import { ledgerFile } from '#test/builders/ledger.ts';
import { testProgram } from '#test/builders/program.ts';

/** How often the writing process is killed; more by TIDU131_KILL_ROUNDS. */
const rounds = Number(process.env.TIDU131_KILL_ROUNDS ?? 25);

let program: string;
beforeAll(async () => {
  program = await testProgram('test/programs/committer.ts');
});
afterAll(() => rmSync(program));

/** Lets a process commit and ends it by force after so many confirmations; gives the confirmed sets. */
async function commitAndKill(path: string, firstSerial: number, confirmations: number): Promise<number[]> {
  const child = spawn(process.execPath, [program, path, String(firstSerial)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const confirmed: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    confirmed.push(Number(line));
    if (confirmed.length === confirmations) child.kill('SIGKILL');
  }
  return confirmed;
}

it(`${rounds} times killed at any moment: every confirmed set is there, none is half, the chain holds`, {
  timeout: 120_000 * Math.max(1, rounds / 25),
}, async () => {
  const path = ledgerFile();
  const confirmed: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Numbers that follow no pattern of the writer; the moment within a commit is up to the machine.
    confirmed.push(...(await commitAndKill(path, (round + 1) * 10_000, 1 + ((round * 7) % 23))));
    const ledger = openLedger(path);
    const sets = ledger.read
      .query<{ id: number; firms: number }>(
        `SELECT id, (SELECT count(*) FROM firm JOIN change ON row_id = firm.id AND table_name = 'firm'
             WHERE change_set_id = change_set.id) AS firms FROM change_set WHERE id > 2 ORDER BY id`,
      )
      .all();
    expect(sets.filter(({ firms }) => firms !== 5)).toEqual([]);
    const present = new Set(sets.map(({ id }) => id));
    expect(confirmed.filter((id) => !present.has(id))).toEqual([]);
    expect(verifyLedger(ledger)).toMatchObject({ ok: true, audit: { changeSets: sets.length + 2 } });
    ledger.close();
  }
  expect(confirmed.length).toBeGreaterThanOrEqual(rounds);
});
