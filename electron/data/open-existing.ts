import { existsSync } from 'node:fs';
import { type Ledger, openLedger } from '#electron/db/open.ts';
import type { OpenLedger } from './context.ts';
import { ledgerPack } from './ledger-pack.ts';
import { withOwnPlaces } from './own-places.ts';

/** Opens the ledger at a path with the pack it was made for; nothing when there is none. */
export function openExisting(path: string): OpenLedger | undefined {
  if (!existsSync(path)) return undefined;
  const ledger = openLedger(path);
  try {
    return openPack(ledger);
  } catch (error) {
    ledger.close();
    throw error;
  }
}

/** A ledger with the pack by which it works, the bureau's own parks among its platforms. */
export function openPack(ledger: Ledger): OpenLedger {
  return { ledger, pack: withOwnPlaces(ledgerPack(ledger), ledger.read) };
}
