import type { WriteTx } from '#electron/db/open.ts';
import { getPackVersion, insertPackVersion } from '#electron/db/tables/pack-versions.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Pack } from '#shared/policy/pack.ts';
import { nationalFile } from '#shared/policy/packs/index.ts';
import { parsePackTexts } from '#shared/policy/packs/parse-pack.ts';
import type { OpenLedger } from '../context.ts';
import { ledgerPackFiles } from '../ledger-pack.ts';

const nationalName = 'national';

/** Keeps the pack of today with the claims that are computed by it, so that an auditor can compute them again. */
export function keepPackVersion({ ledger, pack }: OpenLedger, tx: WriteTx): void {
  if (getPackVersion(tx, pack.hash) !== undefined) return;
  insertPackVersion(tx, {
    hash: pack.hash,
    packId: pack.id,
    ruleVersion: pack.ruleVersion,
    texts: {
      ...Object.fromEntries(ledgerPackFiles(ledger).map(({ path, text }) => [path, text])),
      [nationalName]: nationalFile.text,
    },
  });
}

/** The pack by which a claim was computed, as it was then. Throws `not-found`, `pack-invalid`. */
export function packOfVersion({ ledger }: OpenLedger, hash: string): Pack {
  const version = getPackVersion(ledger.read, hash);
  if (version === undefined) throw new AppError('not-found');
  const { [nationalName]: national = '', ...texts } = version.texts;
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const parsed = parsePackTexts(version.packId, files, { path: nationalFile.path, text: national });
  if (parsed.ok) return parsed.pack;
  throw new AppError('pack-invalid', { pack: version.ruleVersion, count: parsed.problems.length });
}
