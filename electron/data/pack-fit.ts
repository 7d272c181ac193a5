import { type PackPart, usedPackIds } from '#electron/db/tables/pack-use.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Pack } from '#shared/policy/pack.ts';
import type { OpenLedger } from './context.ts';
import { computedGrounds } from './grounds.ts';
import { withOwnPlaces } from './own-places.ts';

/**
 * Why another pack cannot take over this ledger (不能启用的原因): another district, something that rows name is gone,
 * or facts on record that its clauses cannot read. Nothing when it fits.
 */
export function packObstacles(open: OpenLedger, next: Pack): readonly string[] {
  const { ledger, pack } = open;
  if (next.district.code !== pack.district.code) {
    return [
      `政策包是${next.district.name}（${next.district.code}）的，本台账是${pack.district.name}（${pack.district.code}）的。`,
    ];
  }
  const missing = missingParts(open, next);
  if (missing.length > 0) return missing;
  try {
    computedGrounds({ ledger, pack: next });
    return [];
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'facts-invalid') throw error;
    return (error.details ?? []).map((line) => `已登记项目的情况与新条款不符：${line}`);
  }
}

function missingParts({ ledger, pack }: OpenLedger, next: Pack): readonly string[] {
  const [old, offered] = [idsOf(pack), idsOf(withOwnPlaces(next, ledger.read))];
  return usedPackIds(ledger.read)
    .filter(({ part, id }) => !offered[part].has(id))
    .map(
      ({ part, id }) =>
        `台账用到的${part}“${old[part].get(id) ?? id}”（${id}）在政策包里没有，请补上或保留原来的编号。`,
    );
}

/** Ids of a pack with their labels. */
function idsOf(pack: Pack): Readonly<Record<PackPart, ReadonlyMap<string, string>>> {
  const labels = (list: readonly { readonly id: string; readonly label: string }[]) =>
    new Map(list.map(({ id, label }) => [id, label]));
  return {
    街道: labels(pack.streets),
    平台: labels(pack.platforms),
    产业链: labels(pack.chains),
    称号: labels(pack.titles),
    培育库: labels(pack.pools),
    项目类别: labels(pack.projectKinds),
    条款: new Map(pack.clauses.map(({ id, title }) => [id, title])),
  };
}
