import { type Core, createCore } from '#electron/data/core.ts';
import { changeSet } from '#electron/db/change-set.ts';
import { createLedger } from '#electron/db/open.ts';
import { insertFirm } from '#electron/db/tables/firms.ts';
import type { DataMethodName, InputOf, OutputOf } from '#shared/contract/api.ts';
import { loadPack } from '#shared/policy/packs/index.ts';
import { inventedFirm, type Spread } from './invented-firms.ts';

/** The district that is measured. */
export const packId = 'qiantang-2024';

/** Its parts, for invented firms. */
export function spreadOfDistrict(): Spread {
  const { district, streets, chains } = loadPack(packId);
  return { areaCode: district.code, streets, chains };
}

/** Makes a ledger with so many invented firms. */
export function fillLedger(path: string, firms: number): void {
  const spread = spreadOfDistrict();
  const ledger = createLedger(path, { packId, actor: '测速' });
  changeSet(ledger, { actor: '测速', kind: 'import', reason: '虚构企业' }, (tx) => {
    for (let index = 0; index < firms; index += 1) {
      insertFirm(tx, {
        fields: inventedFirm(spread, index),
        codeState: 'valid',
        status: 'active',
        sample: false,
      });
    }
  });
  ledger.close();
}

/** The core on a ledger, as the data process runs it. */
export function openCore(databasePath: string): Core {
  return createCore({
    databasePath,
    actor: '测速',
    emit: () => undefined,
    log: (_id, error) => {
      throw error;
    },
  });
}

/** Asks the core; a refusal ends the measurement. */
export async function ask<M extends DataMethodName>(
  core: Core,
  method: M,
  input: InputOf<M>,
  paths: Readonly<Record<string, { readonly path: string; readonly name: string }>> = {},
): Promise<OutputOf<M>> {
  const result = await core.call(method, input, { paths });
  if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`);
  // The core answers a method with the output type that the contract table gives it.
  return result.value as OutputOf<M>;
}
