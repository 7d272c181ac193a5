import { basename } from 'node:path';
import { z } from 'zod';
import type { Ledger, ReadDb } from '#electron/db/open.ts';
import { getSetting, type SettingValue } from '#electron/db/tables/settings.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { PackFile } from '#shared/policy/build/build-pack.ts';
import type { Pack } from '#shared/policy/pack.ts';
import { loadPack, packFiles, packIds, wholePack } from '#shared/policy/packs/index.ts';

/** Setting that holds the texts of a pack (政策包) imported into this ledger; unset while the program's own applies. */
export const packTextsKey = 'pack.texts';

/** Texts by file name: `clauses.yaml` and the others. */
const PackTextsSchema = z.record(z.string(), z.string());
type PackTexts = z.output<typeof PackTextsSchema>;

let latest: { readonly id: string; readonly texts: string; readonly pack: Pack } | undefined;

/**
 * The pack by which the open ledger works: the one imported into it, or else the program's own. An imported one is
 * read again only when its texts changed.
 * @throws AppError `ledger-not-ours` without a district, `unknown-pack`, `pack-invalid`
 */
export function ledgerPack(ledger: Ledger): Pack {
  const id = ledgerPackId(ledger);
  const texts = importedTexts(ledger.read);
  if (texts === undefined) return loadPack(id);
  const written = JSON.stringify(texts);
  if (latest?.id === id && latest.texts === written) return latest.pack;
  latest = { id, texts: written, pack: wholePack(id, filesOf(id, texts)) };
  return latest.pack;
}

/** The files of the pack that applies in this ledger. */
export function ledgerPackFiles(ledger: Ledger): readonly PackFile[] {
  const id = ledgerPackId(ledger);
  const texts = importedTexts(ledger.read);
  return texts === undefined ? packFiles(id) : filesOf(id, texts);
}

/** Where the pack of the ledger comes from, and whether the program has one of its own to go back to. */
export function packSource(ledger: Ledger): { readonly imported: boolean; readonly programHasOne: boolean } {
  return {
    imported: importedTexts(ledger.read) !== undefined,
    programHasOne: packIds.includes(ledgerPackId(ledger)),
  };
}

/** The texts of a pack as the ledger keeps them. */
export function packTextsValue(files: readonly PackFile[]): SettingValue {
  return Object.fromEntries(files.map(({ path, text }) => [basename(path), text]));
}

function ledgerPackId(ledger: Ledger): string {
  const id = getSetting(ledger.read, 'pack');
  if (typeof id !== 'string') throw new AppError('ledger-not-ours', { file: basename(ledger.path) });
  return id;
}

function importedTexts(db: ReadDb): PackTexts | undefined {
  const value = getSetting(db, packTextsKey);
  return value === undefined ? undefined : PackTextsSchema.parse(value);
}

function filesOf(id: string, texts: PackTexts): readonly PackFile[] {
  return Object.entries(texts).map(([name, text]) => ({ path: `${id}/${name}`, text }));
}
