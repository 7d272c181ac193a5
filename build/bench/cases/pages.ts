import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Core } from '#electron/data/core.ts';
import { changeSet } from '#electron/db/change-set.ts';
import { openLedger, type WriteTx } from '#electron/db/open.ts';
import { putFirmYear } from '#electron/db/tables/firm-years.ts';
import { insertPoolEvent } from '#electron/db/tables/pool-events.ts';
import { insertServiceOfficer } from '#electron/db/tables/service-officers.ts';
import { insertTitleEvent } from '#electron/db/tables/title-events.ts';
import { insertVisit } from '#electron/db/tables/visits.ts';
import { fenPerWan } from '#shared/domain/money.ts';
import { type BenchCase, type Marks, type Place, timed } from '../bench-case.ts';
import { ask, fillLedger, openCore } from '../ledger.ts';

const ledgerOf = ({ folder }: Place) => join(folder, 'pages.sqlite');
const asOf = '2026-06-30';
const year = 2026;
const titles = ['innovative-sme', 'provincial-srdi', 'little-giant', 'hidden-champion'] as const;
/** One firm in so many holds a title, is in a pool, was visited. */
const shares = { titled: 8, inPool: 20, visited: 10 } as const;

/** What each page asks for when it opens. */
const pages: Readonly<Record<string, (core: Core) => Promise<unknown>>> = {
  重复企业: (core) => ask(core, 'duplicates.list', {}),
  梯度认定: (core) => ask(core, 'titles.overview', { asOf }),
  到期日历: (core) => ask(core, 'titles.calendar', { asOf }),
  复核名单: (core) => ask(core, 'titles.cohort', { asOf, year }),
  培育库: (core) => ask(core, 'pools.list', { asOf }),
  在库名单: (core) => ask(core, 'pools.members', { poolId: 'srdi-seedlings', asOf }),
  入库候选: (core) => ask(core, 'pools.candidates', { poolId: 'srdi-seedlings', asOf }),
  年度评价: (core) => ask(core, 'evaluations.get', { poolId: 'srdi-seedlings', year: year - 1, asOf }),
  一企一策: (core) => ask(core, 'plans.list', { asOf }),
  服务专员: (core) => ask(core, 'services.list', { asOf }),
  走访: (core) => ask(core, 'visits.list', { asOf }),
  产业链: (core) => ask(core, 'chains.list', { asOf }),
  任务分工: (core) => ask(core, 'tasks.list', { asOf }),
  平台载体: (core) => ask(core, 'parks.list', { asOf, year }),
  奖补测算: (core) => ask(core, 'awards.list', { year }),
  '131目标': (core) => ask(core, 'goals.get', { asOf }),
  企业画像: (core) => ask(core, 'firms.get', { id: 1, asOf }),
  企业历史: (core) => ask(core, 'firms.history', { id: 1 }),
  变更历史: (core) => ask(core, 'changes.list', {}),
};

/**
 * What every page asks for when it opens, on a ledger with titles, pools, figures, 服务专员 and visits; each is asked
 * once before, as by a clerk who comes back to a page. The floor reads the firms and their events once.
 */
export const pagesCase: BenchCase = {
  name: 'pages',
  sizes: { quick: [1_000], full: [10_000, 100_000] },
  repeat: 1,
  floorName: 'SELECT of all firms, title events and figures',
  prepare: async (place) => {
    fillLedger(ledgerOf(place), place.size);
    const ledger = openLedger(ledgerOf(place));
    changeSet(ledger, { actor: '测速', kind: 'import', reason: '虚构记录' }, (tx) => {
      for (let firm = 1; firm <= place.size; firm += 1) addRecords(tx, firm);
    });
    ledger.close();
  },
  floor: async (place) => {
    const database = new Database(ledgerOf(place), { readonly: true });
    const queries = ['SELECT * FROM firm', 'SELECT * FROM title_event', 'SELECT * FROM firm_year'].map(
      (sql) => database.prepare(sql),
    );
    const { ms } = await timed(() => queries.map((query) => query.all().length));
    database.close();
    return Object.fromEntries(Object.keys(pages).map((page) => [page, ms]));
  },
  run: async (place) => {
    const core = openCore(ledgerOf(place));
    await ask(core, 'ledger.state', {});
    const marks: Record<string, number> = {};
    for (const [page, open] of Object.entries(pages)) {
      await open(core);
      marks[page] = (await timed(() => open(core))).ms;
    }
    core.close();
    return marks satisfies Marks;
  },
};

function addRecords(tx: WriteTx, firm: number): void {
  if (firm % shares.titled === 0) {
    const titleId = titles[(firm / shares.titled) % titles.length] ?? titles[0];
    const on = `${2022 + (firm % 5)}-05-18`;
    const rest = { validUntil: null, batch: null, document: null, nameAt: null } as const;
    insertTitleEvent(tx, {
      firmId: firm,
      titleId,
      kind: 'recognised',
      on,
      ...rest,
      evidence: 'finalList',
      sample: false,
    });
    insertServiceOfficer(tx, { firmId: firm, officer: `专员${firm % 50}`, unit: null, from: '2025-01-01' });
  }
  if (firm % shares.inPool === 1) {
    insertPoolEvent(tx, {
      firmId: firm,
      poolId: firm % (shares.inPool * 5) === 1 ? 'little-giant-seeds' : 'srdi-seedlings',
      kind: 'entered',
      on: '2025-03-01',
      stage: '储备',
      exit: null,
      reason: null,
      sample: false,
    });
  }
  if (firm % shares.visited === 0)
    insertVisit(tx, {
      firmId: firm,
      plannedOn: null,
      visitedOn: '2026-03-01',
      visitors: '张三',
      record: '走访',
    });
  const revenue = (2000 + ((firm * 37) % 9000)) * fenPerWan;
  const figures = {
    revenue,
    mainRevenue: revenue,
    rdSpend: Math.round(revenue / 20),
    employees: 80,
    rdStaff: 12,
  };
  for (const each of [year - 2, year - 1]) putFirmYear(tx, firm, each, { figures });
}
