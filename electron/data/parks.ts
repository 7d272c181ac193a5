import { listParks, sumYearByPlatform } from '#electron/db/tables/parks.ts';
import type { OutputOf } from '#shared/contract/api.ts';
import type { Day } from '#shared/domain/day.ts';
import { ownPlaceId, type Park } from '#shared/domain/park.ts';
import type { OpenLedger } from './context.ts';
import { placeLabels } from './labels.ts';
import { placeSummary } from './place-summary.ts';

/** 平台载体 with firms and titles on the day, money of the year and the yearly figures of the year before. */
export function parkList(open: OpenLedger, asOf: Day, year: number): OutputOf<'parks.list'> {
  const { pack, ledger } = open;
  const summary = placeSummary(open, asOf, year);
  const described = new Map(listParks(ledger.read).map((park) => [placeIdOf(park), park]));
  const figures = new Map(sumYearByPlatform(ledger.read, year - 1).map((each) => [each.platformId, each]));
  const { streets } = placeLabels(pack);
  const lines = new Map(summary.platforms.map((line) => [line.id, line]));
  return {
    titleLabels: [...summary.titleLabels],
    poolLabels: [...summary.poolLabels],
    figureYear: year - 1,
    unplaced: lines.get(null)?.firms ?? 0,
    rows: pack.platforms.flatMap(({ id: placeId, label, aliases }) => {
      const [line, park, sums] = [lines.get(placeId), described.get(placeId), figures.get(placeId)];
      if (line === undefined) return [];
      const streetId = park?.streetId ?? null;
      return [
        {
          id: park?.id ?? null,
          placeId,
          label,
          ofPack: park === undefined || park.packId !== null,
          aliases: [...aliases],
          kind: park?.kind ?? null,
          rating: park?.rating ?? null,
          ratedOn: park?.ratedOn ?? null,
          streetId,
          streetLabel: streetId === null ? null : (streets.get(streetId) ?? streetId),
          operator: park?.operator ?? null,
          industry: park?.industry ?? null,
          landArea: park?.landArea ?? null,
          floorArea: park?.floorArea ?? null,
          openedOn: park?.openedOn ?? null,
          facilities: park?.facilities ?? null,
          remark: park?.remark ?? null,
          firms: line.firms,
          titled: line.titled,
          titles: [...line.titles],
          pools: [...line.pools],
          reported: sums?.reported ?? 0,
          revenueFen: sums?.revenue ?? null,
          rdFen: sums?.rdSpend ?? null,
          awards: line.awards,
          computedFen: line.computedFen,
          paidFen: line.paidFen,
        },
      ];
    }),
  };
}

/** The id by which firms name a park. */
export function placeIdOf({ id, packId }: Pick<Park, 'id' | 'packId'>): string {
  return packId ?? ownPlaceId(id);
}
