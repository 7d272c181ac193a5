import { changeSet } from '#electron/db/change-set.ts';
import type { Ledger, WriteTx } from '#electron/db/open.ts';
import { putFirmYear } from '#electron/db/tables/firm-years.ts';
import { insertFirm } from '#electron/db/tables/firms.ts';
import { insertPoolEvent } from '#electron/db/tables/pool-events.ts';
import { insertTitleEvent } from '#electron/db/tables/title-events.ts';
import type { Pack } from '#shared/policy/pack.ts';
import { drawSampleChains } from './sample-chains.ts';
import { handInSampleAssessments, publishSampleEvaluations } from './sample-evaluations.ts';
import { type SampleFirm, sampleFirms } from './sample-firms.ts';
import { describeSampleParks } from './sample-parks.ts';
import { openSamplePlans, type SampleDiagnosed } from './sample-plans.ts';
import { assignSampleOfficers, paySampleVisits } from './sample-services.ts';
import { reportSampleTasks } from './sample-tasks.ts';

/** Writes the sample data (示例数据) of a district in one change set, every row marked as sample. */
export function loadSample(
  ledger: Ledger,
  pack: Pack,
  actor: string,
  at: Date,
): { readonly changeSetId: number; readonly firms: number } {
  const firms = sampleFirms({
    areaCode: pack.district.code,
    districtName: pack.district.short,
    streetIds: pack.streets.map((street) => street.id),
    platformIds: pack.platforms.map((platform) => platform.id),
    chainIds: pack.chains.map((chain) => chain.id),
  });
  const known = new Set(pack.titles.map((title) => title.id));
  const { id } = changeSet(ledger, { actor, kind: 'demo-load', reason: '载入示例数据', at }, (tx) => {
    const planned: SampleDiagnosed[] = [];
    for (const firm of firms) {
      const firmId = insertFirm(tx, {
        fields: firm.fields,
        codeState: 'valid',
        status: 'active',
        sample: true,
      });
      for (const event of firm.events) {
        if (known.has(event.titleId))
          insertTitleEvent(tx, { ...event, firmId, nameAt: firm.fields.name, sample: true });
      }
      enterPool(tx, pack, firmId, firm.pooled);
      for (const { year, figures } of firm.years) {
        putFirmYear(tx, firmId, year, { figures, source: '示例数据' });
      }
      planned.push({ firmId, firm });
    }
    openSamplePlans(tx, pack, planned);
    assignSampleOfficers(tx, planned);
    paySampleVisits(tx, planned);
    drawSampleChains(tx, pack, planned);
    reportSampleTasks(tx, pack);
    describeSampleParks(tx, pack);
    publishSampleEvaluations(tx, pack, planned);
    handInSampleAssessments(tx, planned);
  });
  if (id === null) throw new Error('the sample holds firms, so its change set cannot be empty');
  return { changeSetId: id, firms: firms.length };
}

/** Enters a sample firm in the pool that cultivates for its title, where the district has one. */
function enterPool(tx: WriteTx, pack: Pack, firmId: number, pooled: SampleFirm['pooled']): void {
  const pool = pack.pools.find((each) => each.goalTitleId === pooled?.goalTitleId);
  if (pool === undefined || pooled === null) return;
  insertPoolEvent(tx, {
    firmId,
    poolId: pool.id,
    kind: 'entered',
    stage: pool.stages[pooled.stage % pool.stages.length] ?? null,
    exit: null,
    on: pooled.on,
    reason: null,
    sample: true,
  });
}
