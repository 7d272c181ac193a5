import { existsSync } from 'node:fs';
import { openLedger } from '#electron/db/open.ts';
import { getSetting } from '#electron/db/tables/settings.ts';
import { AppError } from '#shared/contract/errors.ts';
import { loadPack } from '#shared/policy/packs/index.ts';
import type { OpenLedger } from './context.ts';

/** Opens the ledger at a path with the pack it was made for; nothing when there is none. */
export function openExisting(path: string): OpenLedger | undefined {
  if (!existsSync(path)) return undefined;
  const ledger = openLedger(path);
  try {
    const packId = getSetting(ledger.read, 'pack');
    if (typeof packId !== 'string') throw new AppError('ledger-not-ours', { file: path });
    return { ledger, pack: loadPack(packId) };
  } catch (error) {
    ledger.close();
    throw error;
  }
}
