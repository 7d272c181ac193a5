import { expect, test } from 'vitest';
import { openMemoryLedger } from '#electron/db/open.ts';
import { verifyLedger } from '#electron/db/verify.ts';

test('a new ledger holds its own creation and verifies', () => {
  const ledger = openMemoryLedger({ packId: 'qiantang-2024', actor: '测试员' });
  expect(verifyLedger(ledger)).toMatchObject({ ok: true, audit: { changeSets: 1 } });
  ledger.close();
});
