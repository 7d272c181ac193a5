import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openLedger } from '#electron/db/open.ts';
import { verifyLedger } from '#electron/db/verify.ts';
import { killRounds, killsPerLedger, writeAndKill } from '#test/builders/kill.ts';
import { ledgerFile } from '#test/builders/ledger.ts';
import { testProgram } from '#test/builders/program.ts';

const rounds = Math.ceil(killRounds * 0.8);

let committer: string;
beforeAll(async () => {
  committer = await testProgram('test/programs/committer.ts');
});
afterAll(() => rmSync(committer));

it(`${rounds} times killed in a commit: every confirmed set is there, none is half, the chain holds`, {
  timeout: 5_000 * rounds,
}, async () => {
  let path = ledgerFile();
  let confirmed: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % killsPerLedger === 0) [path, confirmed] = [ledgerFile(), []];
    // Numbers that follow no pattern of the writer; the moment within a commit is up to the machine.
    const sure = await writeAndKill(
      committer,
      path,
      (1 + (round % killsPerLedger)) * 10_000,
      1 + ((round * 7) % 23),
    );
    confirmed.push(...sure);
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
});
