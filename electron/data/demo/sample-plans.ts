import type { WriteTx } from '#electron/db/open.ts';
import { insertImprovement } from '#electron/db/tables/improvements.ts';
import { insertPlan } from '#electron/db/tables/plans.ts';
import { emptyYearFigures } from '#shared/domain/firm-year.ts';
import type { ImprovementState } from '#shared/domain/improvement.ts';
import type { Pack } from '#shared/policy/pack.ts';
import { spanOn } from '#shared/report/figures.ts';
import { type Diagnosed, diagnoseFacts } from '../diagnosis.ts';
import { planSnapshot } from '../plans.ts';
import { deriveHoldings } from '../title-holdings.ts';
import type { SampleFirm } from './sample-firms.ts';

/** A sample firm with the id it got. */
export type SampleDiagnosed = { readonly firmId: number; readonly firm: SampleFirm };

const target = { titleId: 'little-giant', application: 'new', asOf: '2026-03-02' } as const;
const contacts = ['示例联系人甲', '示例联系人乙', null];
const owners = ['示例责任人甲', '示例责任人乙'];
const dues = ['2026-05-31', '2026-09-30', '2026-12-31'];
const states: readonly ImprovementState[] = ['running', 'planned', 'done'];
/** Firms that get a file. */
const count = 8;

/** Opens files (一企一策) of the sample firms nearest to 小巨人, with measures against their weak points. */
export function openSamplePlans(tx: WriteTx, pack: Pack, firms: readonly SampleDiagnosed[]): void {
  if (!pack.titles.some((title) => title.id === target.titleId)) return;
  const nearest = firms
    .map(({ firmId, firm }) => ({ firmId, facts: factsOf(pack, firmId, firm) }))
    .filter(({ facts }) => !holdsTarget(facts))
    .map((each) => ({ ...each, distance: diagnoseFacts(pack, each.facts, target).distance }))
    .sort((a, b) => a.distance - b.distance || a.firmId - b.firmId)
    .slice(0, count);
  for (const [index, { firmId, facts }] of nearest.entries()) openOne(tx, pack, { index, firmId, facts });
}

function factsOf(pack: Pack, firmId: number, { fields, events, years }: SampleFirm): Diagnosed {
  return {
    fields,
    holdings: deriveHoldings(
      events.map((event) => ({ ...event, firmId, id: 0, nameAt: null })),
      pack,
    ),
    years: years.map(({ year, figures }) => ({
      ...emptyYearFigures,
      ...figures,
      firmId,
      year,
      source: null,
      remark: null,
    })),
  };
}

function holdsTarget({ holdings }: Diagnosed): boolean {
  return holdings.some(
    (holding) => holding.titleId === target.titleId && spanOn(holding, target.asOf) !== undefined,
  );
}

type One = { readonly index: number; readonly firmId: number; readonly facts: Diagnosed };

function openOne(tx: WriteTx, pack: Pack, { index, firmId, facts }: One): void {
  const { titleId, application, asOf } = target;
  const snapshot = planSnapshot(pack, facts, target);
  insertPlan(tx, {
    firmId,
    titleId,
    application,
    openedOn: asOf,
    contact: contacts[index % contacts.length] ?? null,
    contactUnit: null,
    note: null,
    snapshot: JSON.stringify(snapshot),
  });
  const weak = snapshot.items.filter((item) => item.outcome !== 'met').slice(0, 1 + (index % 2));
  for (const [place, item] of weak.entries()) {
    const turn = index + place;
    const state = states[turn % states.length] ?? 'planned';
    const owner = owners[turn % owners.length] ?? null;
    insertImprovement(tx, {
      firmId,
      titleId,
      weakPoint: item.label,
      action: item.outcome === 'unknown' ? '补报缺少的数据' : '上门辅导，制定提升计划',
      owner,
      dueOn: dues[turn % dues.length] ?? null,
      state,
      progress: state === 'planned' ? null : `2026-03-20 ${owner}：已上门走访，企业认可措施。`,
    });
  }
}
