import { existsSync } from 'node:fs';
import { openLedger } from '#electron/db/open.ts';
import type { OpenLedger } from './context.ts';
import { ledgerPack } from './ledger-pack.ts';

/** Opens the ledger at a path with the pack it was made for; nothing when there is none. */
export function openExisting(path: string): OpenLedger | undefined {
  if (!existsSync(path)) return undefined;
  const ledger = openLedger(path);
  try {
    return { ledger, pack: ledgerPack(ledger) };
  } catch (error) {
    ledger.close();
    throw error;
  }
}
