import { join } from 'node:path';
import Database from 'better-sqlite3';
import { changeSet } from '#electron/db/change-set.ts';
import { openLedger } from '#electron/db/open.ts';
import { putFirmYear } from '#electron/db/tables/firm-years.ts';
import { insertTitleEvent } from '#electron/db/tables/title-events.ts';
import type { YearFigures } from '#shared/domain/firm-year.ts';
import { fenPerWan } from '#shared/domain/money.ts';
import { type BenchCase, type Place, timed } from '../bench-case.ts';
import { ask, fillLedger, openCore } from '../ledger.ts';

const ledgerOf = ({ folder }: Place) => join(folder, 'near-miss.sqlite');
const years = [2023, 2024, 2025];
const asOf = '2026-06-30';
const targets = ['little-giant', 'provincial-srdi'] as const;

/**
 * 对标诊断 of every firm of a ledger, three years of figures each, against two standards; and the list of duplicates.
 * The floor is one SELECT of the figures with a few comparisons a firm.
 */
export const nearMissCase: BenchCase = {
  name: 'near-miss',
  sizes: { quick: [1_000], full: [10_000] },
  repeat: 3,
  floorName: 'SELECT of three years of figures, ten comparisons a firm; GROUP BY name',
  prepare: async (place) => {
    fillLedger(ledgerOf(place), place.size);
    const ledger = openLedger(ledgerOf(place));
    changeSet(ledger, { actor: '测速', kind: 'import', reason: '虚构数据' }, (tx) => {
      for (let firm = 1; firm <= place.size; firm += 1) {
        for (const year of years) putFirmYear(tx, firm, year, { figures: figuresOf(firm, year) });
        if (firm % 3 !== 0) continue;
        insertTitleEvent(tx, {
          firmId: firm,
          titleId: firm % 2 === 0 ? 'innovative-sme' : 'provincial-srdi',
          kind: 'recognised',
          on: '2024-05-18',
          validUntil: null,
          batch: null,
          document: null,
          nameAt: null,
          evidence: 'finalList',
          sample: false,
        });
      }
    });
    ledger.close();
  },
  floor: async (place) => {
    const database = new Database(ledgerOf(place), { readonly: true });
    const figures = database.prepare<[], Record<string, number | null>>('SELECT * FROM firm_year');
    const { ms } = await timed(() => figures.all().filter(passes).length);
    const names = database.prepare('SELECT name_key FROM firm GROUP BY name_key HAVING count(*) > 1');
    const duplicates = await timed(() => names.all().length);
    database.close();
    return { 'near-miss': ms, duplicates: duplicates.ms };
  },
  run: async (place) => {
    const core = openCore(ledgerOf(place));
    await ask(core, 'ledger.state', {});
    const { ms } = await timed(async () => {
      for (const titleId of targets) await ask(core, 'diagnosis.nearMiss', { titleId, asOf });
    });
    const duplicates = await timed(() => ask(core, 'duplicates.list', {}));
    core.close();
    return { 'near-miss': ms / targets.length, duplicates: duplicates.ms };
  },
};

function passes(row: Record<string, number | null>): boolean {
  const limit = 1000 * fenPerWan;
  return ['revenue', 'main_revenue', 'rd_spend', 'assets', 'liabilities'].every(
    (column) => (row[column] ?? 0) > limit,
  );
}

function figuresOf(firm: number, year: number): Partial<YearFigures> {
  const revenue = (2000 + ((firm * 37) % 9000)) * fenPerWan;
  return {
    revenue,
    mainRevenue: Math.round(revenue * 0.9),
    netProfit: Math.round(revenue * 0.08),
    assets: revenue,
    liabilities: Math.round(revenue * 0.4),
    rdSpend: Math.round((revenue * (firm % 9)) / 100),
    employees: 20 + (firm % 400),
    rdStaff: 3 + (firm % 40),
    classOneIp: firm % 6,
    nicheYears: 2 + (firm % 9),
    ...(year === 2025 ? { platformScore: (40 + (firm % 50)) * 100, ownBrand: firm % 2 === 0 } : {}),
  };
}
