import { join } from 'node:path';
import Database from 'better-sqlite3';
import { changeSet } from '#electron/db/change-set.ts';
import { openLedger } from '#electron/db/open.ts';
import { insertPoolEvent } from '#electron/db/tables/pool-events.ts';
import { insertTitleEvent } from '#electron/db/tables/title-events.ts';
import { type Day, dayOf } from '#shared/domain/day.ts';
import { type BenchCase, type Place, timed } from '../bench-case.ts';
import { ask, fillLedger, openCore } from '../ledger.ts';

const ledgerOf = ({ folder }: Place) => join(folder, 'dashboard.sqlite');
const titles = ['innovative-sme', 'provincial-srdi', 'little-giant', 'hidden-champion'] as const;
const [day, otherDay] = ['2026-06-30', '2025-12-31'] as const;
/** One firm in so many holds a title, and one in so many is in a pool. */
const [titleShare, poolShare] = [8, 20] as const;

/**
 * 工作台: all its figures when the window opens (`first`), for another day (`other day`), and again after a change of
 * one firm (`after a change`); and the money of a year (`money`), which the page asks for by itself. The floor is one SELECT of the firms by street and one of the title events.
 */
export const dashboardCase: BenchCase = {
  name: 'dashboard',
  sizes: { quick: [1_000], full: [1_000, 10_000, 100_000] },
  repeat: 3,
  floorName: 'GROUP BY street; SELECT of all title and pool events',
  prepare: async (place) => {
    fillLedger(ledgerOf(place), place.size);
    const ledger = openLedger(ledgerOf(place));
    changeSet(ledger, { actor: '测速', kind: 'import', reason: '虚构称号' }, (tx) => {
      for (let firm = 1; firm <= place.size; firm += 1) {
        if (firm % titleShare === 0) {
          insertTitleEvent(tx, {
            firmId: firm,
            titleId: titles[(firm / titleShare) % titles.length] ?? titles[0],
            kind: 'recognised',
            on: dayFor(firm),
            validUntil: null,
            batch: null,
            document: null,
            nameAt: null,
            evidence: 'finalList',
            sample: false,
          });
        }
        if (firm % poolShare === 0) {
          insertPoolEvent(tx, {
            firmId: firm,
            poolId: firm % (poolShare * 5) === 0 ? 'little-giant-seeds' : 'srdi-seedlings',
            kind: 'entered',
            on: dayFor(firm),
            stage: '储备',
            exit: null,
            reason: null,
            sample: false,
          });
        }
      }
    });
    ledger.close();
  },
  floor: async (place) => {
    const database = new Database(ledgerOf(place), { readonly: true });
    const queries = [
      'SELECT street_id, count(*) FROM firm GROUP BY street_id',
      'SELECT * FROM title_event ORDER BY firm_id, event_on',
      'SELECT * FROM pool_event ORDER BY firm_id, event_on',
    ].map((sql) => database.prepare(sql));
    const { ms } = await timed(() => queries.map((query) => query.all().length));
    database.close();
    return { first: ms, 'other day': ms, 'after a change': ms, money: ms };
  },
  run: async (place) => {
    const core = openCore(ledgerOf(place));
    await ask(core, 'ledger.state', {});
    const first = await timed(() => ask(core, 'dashboard.get', { asOf: day }));
    const other = await timed(() => ask(core, 'dashboard.get', { asOf: otherDay }));
    await ask(core, 'firms.save', { id: 1, patch: { remark: String(Math.random()) }, reason: '测速' });
    const after = await timed(() => ask(core, 'dashboard.get', { asOf: day }));
    const money = await timed(() => ask(core, 'dashboard.money', { year: 2026 }));
    if (money.value.count === 0) throw new Error('nothing was awarded');
    if (first.value.goals.measures.every(({ stock }) => stock === 0)) throw new Error('nothing was counted');
    core.close();
    return { first: first.ms, 'other day': other.ms, 'after a change': after.ms, money: money.ms };
  },
};

function dayFor(firm: number): Day {
  return dayOf(2022 + (firm % 5), 1 + (firm % 6), 1 + (firm % 28)) ?? '2024-01-01';
}
