import type { WriteTx } from '#electron/db/open.ts';
import { putPark } from '#electron/db/tables/parks.ts';
import type { ParkKind } from '#shared/domain/park.ts';
import type { Pack } from '#shared/policy/pack.ts';

const kinds: readonly ParkKind[] = ['platform', 'town', 'specialised-park', 'micro-park'];
const ratings = ['省级', '市级', null, '四星级'];

/** What is written of the platforms of the district in the sample; the last one waits to be described. */
export function describeSampleParks(tx: WriteTx, { platforms, streets }: Pack): void {
  for (const [index, { id: packId }] of platforms.slice(0, -1).entries()) {
    const rating = ratings[index % ratings.length] ?? null;
    putPark(
      tx,
      {
        id: null,
        packId,
        name: null,
        aliases: [],
        kind: kinds[index % kinds.length] ?? 'platform',
        rating,
        ratedOn: rating === null ? null : `2024-1${index % 3}-15`,
        streetId: streets[index % streets.length]?.id ?? null,
        operator: '示例运营公司',
        industry: '示例产业',
        landArea: 120_000 + index * 15_000,
        floorArea: 260_000 + index * 21_000,
        openedOn: `20${15 + index}-06-01`,
        facilities: index % 2 === 0 ? '示例：共享实验室、检验检测' : null,
        remark: null,
      },
      true,
    );
  }
}
