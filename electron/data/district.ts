import type { z } from 'zod';
import { countFirms } from '#electron/db/tables/firms.ts';
import { getSetting } from '#electron/db/tables/settings.ts';
import type { DistrictSchema } from '#shared/contract/methods/ledger.ts';
import { type Day, isDay } from '#shared/domain/day.ts';
import type { Pack } from '#shared/policy/pack.ts';
import type { ReportOrigin } from '#shared/report/report.ts';
import type { OpenLedger } from './context.ts';
import { titleBook } from './title-holdings.ts';

/** The district as every page sees it. */
export type District = z.output<typeof DistrictSchema>;

/** Setting key of the start day that a document leaves blank. */
export function startSettingKey(pack: Pack): string | undefined {
  return pack.startSetting === null ? undefined : `policy.${pack.startSetting.id}`;
}

/** The start day the bureau filled in; null while 待定 or when the document prints its own. */
export function policyStart({ ledger, pack }: OpenLedger): Day | null {
  const key = startSettingKey(pack);
  const value = key === undefined ? undefined : getSetting(ledger.read, key);
  return typeof value === 'string' && isDay(value) ? value : null;
}

/** Describes the open district: names, choices, years, counts. */
export function describeDistrict(open: OpenLedger): District {
  const { pack, ledger } = open;
  const start = policyStart(open);
  const counts = countFirms(ledger.read);
  const choice = ({ id, label }: { readonly id: string; readonly label: string }) => ({ id, label });
  return {
    packId: pack.id,
    districtName: pack.district.short,
    documentTitle: documentLine(pack),
    ruleVersion: pack.ruleVersion,
    policyStart: start,
    policyStartPending: pack.startSetting !== null && start === null,
    streets: pack.streets.map(choice),
    platforms: pack.platforms.map(choice),
    chains: pack.chains.map(choice),
    titles: pack.titles.map(choice),
    pools: pack.pools.map(choice),
    years: knownYears(open),
    firmCount: counts.firms,
    sampleCount: counts.samples,
  };
}

/** Where the figures of a paper come from. */
export function reportOrigin(open: OpenLedger): ReportOrigin {
  const district = describeDistrict(open);
  return {
    districtName: district.districtName,
    documentTitle: district.documentTitle,
    ruleVersion: district.ruleVersion,
    sample: district.sampleCount > 0,
  };
}

function documentLine(pack: Pack): string {
  return pack.document.title;
}

/** Years with targets or recognitions, ascending. */
function knownYears({ ledger, pack }: OpenLedger): number[] {
  const years = new Set<number>();
  for (const measure of pack.measures) for (const target of measure.targets) years.add(target.year);
  for (const holding of titleBook(ledger.read, pack).holdings) {
    if (holding.firstRecognised !== null) years.add(Number(holding.firstRecognised.slice(0, 4)));
  }
  return [...years].sort((a, b) => a - b);
}
