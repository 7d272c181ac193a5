import type { FirmRecord } from '#electron/db/tables/firm-row.ts';
import { activeFirms, getFirms } from '#electron/db/tables/firms.ts';
import type { OutputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { addDays, type Day, yearOf } from '#shared/domain/day.ts';
import { poolExitText } from '#shared/domain/pool.ts';
import type { PoolRule } from '#shared/policy/pack.ts';
import { gapTo, spanOn, type TitleHolding, targetOn } from '#shared/report/figures.ts';
import { type PoolStay, scoreForPool, stayOn } from '#shared/report/pools.ts';
import type { OpenLedger } from './context.ts';
import { presentFirm } from './firm-view.ts';
import { titleLabel } from './labels.ts';
import { poolBook } from './pool-book.ts';
import { titleBook } from './title-holdings.ts';

/** Most candidates that are proposed at once. */
const candidatesShown = 500;

/** The rule of a pool. Throws `not-found`. */
export function poolRule({ pack }: OpenLedger, poolId: string): PoolRule {
  const rule = pack.pools.find((pool) => pool.id === poolId);
  if (rule === undefined) throw new AppError('not-found');
  return rule;
}

/** Every pool of the district with its counts at a day. */
export function listPools(open: OpenLedger, asOf: Day): OutputOf<'pools.list'> {
  const { stays } = poolBook(open.ledger.read);
  return { asOf, pools: open.pack.pools.map((rule) => describePool(open, rule, stays, asOf)) };
}

/** Members, health and exits of one pool. */
export function poolMembers(open: OpenLedger, poolId: string, asOf: Day): OutputOf<'pools.members'> {
  const rule = poolRule(open, poolId);
  const own = poolBook(open.ledger.read).stays.filter((stay) => stay.poolId === poolId);
  const present = stayOn(own, asOf);
  const firms = new Map(
    getFirms(
      open.ledger.read,
      present.map((stay) => stay.firmId),
    ).map((firm) => [firm.id, firm]),
  );
  const { byFirm } = titleBook(open.ledger.read, open.pack);
  return {
    rows: present.flatMap((stay) => {
      const firm = firms.get(stay.firmId);
      if (firm === undefined) return [];
      const holdings = byFirm.get(firm.id) ?? [];
      return [
        {
          ...firmLine(open, firm, holdings, asOf),
          stage: stay.stage,
          since: stay.from,
          stageSince: stay.stages.findLast((each) => each.from <= asOf)?.from ?? stay.from,
          reached: holds(holdings, rule.goalTitleId, asOf),
          points: scoreForPool(rule, factsOf(firm), holdings, asOf).points,
        },
      ];
    }),
    health: healthOf(open, rule, present, firms),
    exits: exitsOf(open, own, asOf),
  };
}

/** Firms outside the pool that pass its standard and do not hold its title, best first. */
export function poolCandidates(open: OpenLedger, poolId: string, asOf: Day): OutputOf<'pools.candidates'> {
  const rule = poolRule(open, poolId);
  const db = open.ledger.read;
  const { byFirm } = titleBook(db, open.pack);
  const members = new Set(
    stayOn(poolBook(db).stays, asOf)
      .filter((stay) => stay.poolId === poolId)
      .map((stay) => stay.firmId),
  );
  const found: { readonly firm: FirmRecord; readonly score: ReturnType<typeof scoreForPool> }[] = [];
  for (const firm of activeFirms(db)) {
    const holdings = byFirm.get(firm.id) ?? [];
    if (members.has(firm.id) || holds(holdings, rule.goalTitleId, asOf)) continue;
    const score = scoreForPool(rule, factsOf(firm), holdings, asOf);
    if (score.passes) found.push({ firm, score });
  }
  found.sort((a, b) => b.score.points - a.score.points || a.firm.id - b.firm.id);
  return {
    rows: found.slice(0, candidatesShown).map(({ firm, score }) => ({
      ...firmLine(open, firm, byFirm.get(firm.id) ?? [], asOf),
      points: score.points,
      items: [...score.items],
    })),
  };
}

/** Whether a firm validly holds a title on a day. */
export function holds(holdings: readonly TitleHolding[], titleId: string, day: Day): boolean {
  return holdings.some((holding) => holding.titleId === titleId && spanOn(holding, day) !== undefined);
}

function describePool(
  open: OpenLedger,
  rule: PoolRule,
  stays: readonly PoolStay[],
  asOf: Day,
): OutputOf<'pools.list'>['pools'][number] {
  const own = stays.filter((stay) => stay.poolId === rule.id);
  const present = stayOn(own, asOf);
  const measure = open.pack.measures.find((each) => each.id === rule.id);
  const target = measure === undefined ? undefined : targetOn(measure.targets, asOf);
  const inYear = (day: Day) => yearOf(day) === yearOf(asOf) && day <= asOf;
  return {
    poolId: rule.id,
    label: rule.label,
    aliases: [...rule.aliases],
    goalTitleId: rule.goalTitleId,
    goalLabel: titleLabel(open.pack, rule.goalTitleId),
    reference: rule.reference.text,
    stages: [...rule.stages],
    standard: {
      note: rule.standard.note,
      pass: rule.standard.pass,
      items: rule.standard.items.map(({ label, points, required }) => ({ label, points, required })),
    },
    target: target?.value ?? null,
    targetYear: target?.year ?? null,
    gap: target === undefined ? null : gapTo(target.value, present.length),
    members: present.length,
    entered: own.filter((stay) => inYear(stay.from)).length,
    left: own.filter((stay) => stay.until !== null && inYear(leftOn(stay.until))).length,
    byStage: rule.stages.map((stage) => present.filter((stay) => stay.stage === stage).length),
  };
}

function leftOn(until: Day): Day {
  return addDays(until, 1);
}

function firmLine(open: OpenLedger, firm: FirmRecord, holdings: readonly TitleHolding[], asOf: Day) {
  const row = presentFirm(firm, holdings, open.pack, asOf);
  return {
    firmId: row.id,
    firm: row.name,
    code: row.code,
    streetLabel: row.streetLabel,
    chainLabel: row.chainLabel,
    titles: row.titles,
  };
}

function factsOf({ fields }: FirmRecord) {
  return {
    chain: fields.chainId !== null,
    platform: fields.platformId !== null,
    aboveScale: fields.aboveScale,
  };
}

function healthOf(
  { pack }: OpenLedger,
  rule: PoolRule,
  present: ReturnType<typeof stayOn>,
  firms: ReadonlyMap<number, FirmRecord>,
): OutputOf<'pools.members'>['health'] {
  const by = (
    places: readonly { readonly id: string; readonly label: string }[],
    placeOf: (firm: FirmRecord) => string | null,
    unknown: string,
  ) => {
    const rowOf = (id: string | null, label: string) => {
      const here = present.filter((stay) => {
        const firm = firms.get(stay.firmId);
        return firm !== undefined && placeOf(firm) === id;
      });
      return {
        id,
        label,
        members: here.length,
        byStage: rule.stages.map((stage) => here.filter((stay) => stay.stage === stage).length),
      };
    };
    const rows = places.map(({ id, label }) => rowOf(id, label));
    const rest = rowOf(null, unknown);
    return rest.members === 0 ? rows : [...rows, rest];
  };
  return {
    streets: by(pack.streets, (firm) => firm.fields.streetId, '未填街道'),
    platforms: by(pack.platforms, (firm) => firm.fields.platformId, '不在平台'),
    chains: by(pack.chains, (firm) => firm.fields.chainId, '未填产业链'),
  };
}

function exitsOf(
  open: OpenLedger,
  stays: readonly PoolStay[],
  asOf: Day,
): OutputOf<'pools.members'>['exits'] {
  const ended = stays.flatMap((stay) => {
    if (stay.until === null || stay.exit === null) return [];
    const on = leftOn(stay.until);
    return yearOf(on) === yearOf(asOf) && on <= asOf ? [{ stay, exit: stay.exit, on }] : [];
  });
  const firms = new Map(
    getFirms(open.ledger.read, [...new Set(ended.map(({ stay }) => stay.firmId))]).map((firm) => [
      firm.id,
      firm,
    ]),
  );
  const { byFirm } = titleBook(open.ledger.read, open.pack);
  return ended
    .flatMap(({ stay, exit, on }) => {
      const firm = firms.get(stay.firmId);
      if (firm === undefined) return [];
      return [
        {
          ...firmLine(open, firm, byFirm.get(firm.id) ?? [], asOf),
          from: stay.from,
          leftOn: on,
          exit: exit.kind,
          exitLabel: poolExitText[exit.kind],
          reason: exit.reason,
        },
      ];
    })
    .sort((a, b) => (a.leftOn > b.leftOn ? -1 : a.leftOn < b.leftOn ? 1 : a.firmId - b.firmId));
}
