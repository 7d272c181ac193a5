import { writeSync } from 'node:fs';
import { changeSet } from '#electron/db/change-set.ts';
import { openLedger } from '#electron/db/open.ts';
import { insertFirm } from '#electron/db/tables/firms.ts';
import { newFirm } from '#test/builders/firm.ts';

/** Firms in each change set: all of them are there afterwards, or none. */
const firmsInSet = 5;

/** Commits without end and prints the number of each set once it is confirmed, until someone ends the process. */
const ledger = openLedger(process.argv[2] ?? '');
for (let serial = Number(process.argv[3]); ; ) {
  const { id } = changeSet(ledger, { actor: '测试员', kind: 'edit', reason: '不断写入' }, (tx) => {
    for (let n = 0; n < firmsInSet; n += 1, serial += 1) insertFirm(tx, newFirm(serial));
  });
  writeSync(1, `${id}\n`);
}
