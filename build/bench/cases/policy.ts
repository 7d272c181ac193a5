import { join } from 'node:path';
import Database from 'better-sqlite3';
import { changeSet } from '#electron/db/change-set.ts';
import { openLedger } from '#electron/db/open.ts';
import { insertTitleEvent } from '#electron/db/tables/title-events.ts';
import { dayOf } from '#shared/domain/day.ts';
import { fenPerWan } from '#shared/domain/money.ts';
import type { Clause } from '#shared/policy/clause.ts';
import { evaluate } from '#shared/policy/evaluate.ts';
import type { Fact, Facts, FactValue } from '#shared/policy/fact.ts';
import { loadPack, packIds } from '#shared/policy/packs/index.ts';
import { type BenchCase, type Place, timed } from '../bench-case.ts';
import { ask, fillLedger, openCore } from '../ledger.ts';

const ledgerOf = ({ folder }: Place) => join(folder, 'policy.sqlite');
const titles = ['provincial-srdi', 'little-giant', 'hidden-champion'] as const;
const share = 0.2;
const limit = 5000 * fenPerWan;

/**
 * Every clause of every pack for so many firms, trace included; and 测算 over a ledger in which each firm holds a title.
 * The floor is one bare rule for each evaluation, and one SELECT of all title events.
 */
export const policyCase: BenchCase = {
  name: 'policy',
  sizes: { quick: [1_000], full: [10_000] },
  repeat: 3,
  floorName: 'a bare minimum of two products for each evaluation; SELECT of all title events',
  prepare: async (place) => {
    fillLedger(ledgerOf(place), place.size);
    const ledger = openLedger(ledgerOf(place));
    changeSet(ledger, { actor: '测速', kind: 'import', reason: '虚构称号' }, (tx) => {
      for (let firm = 1; firm <= place.size; firm += 1) {
        insertTitleEvent(tx, {
          firmId: firm,
          titleId: titles[firm % titles.length] ?? titles[0],
          kind: 'recognised',
          on: dayOf(2024, 1 + (firm % 12), 1 + (firm % 28)) ?? '2024-01-01',
          validUntil: null,
          batch: null,
          document: null,
          nameAt: null,
          evidence: 'finalList',
          importId: null,
          cell: null,
          sample: false,
        });
      }
    });
    ledger.close();
  },
  floor: async (place) => {
    const clauses = allClauses().length;
    const { ms } = await timed(() => {
      let sum = 0;
      for (let index = 0; index < place.size * clauses; index += 1)
        sum += bareRule({ investment: (index % 40_000) * fenPerWan, favoured: index % 2 === 0 }).amount;
      return sum;
    });
    const database = new Database(ledgerOf(place), { readonly: true });
    const select = database.prepare('SELECT * FROM title_event ORDER BY firm_id, event_on');
    const whatIf = await timed(() => select.all().length);
    database.close();
    return { evaluations: ms, 'what-if': whatIf.ms };
  },
  run: async (place) => {
    const cases = allClauses().map((clause) => ({
      clause,
      facts: [0, 1, 2, 3].map((index) => factsFor(clause, index)),
    }));
    const { ms } = await timed(() => {
      let awarded = 0;
      for (let firm = 0; firm < place.size; firm += 1) {
        for (const { clause, facts } of cases)
          if (evaluate(clause, facts[firm % facts.length] ?? {}, '2024-06-01').outcome === 'awarded')
            awarded += 1;
      }
      return awarded;
    });
    const core = openCore(ledgerOf(place));
    await ask(core, 'ledger.state', {});
    const assumed = { clause: '四2', parameter: 'provincial-srdi-award', text: '30万元' };
    const whatIf = await timed(() => ask(core, 'policy.whatIf', { year: 2024, assumptions: [assumed] }));
    if (whatIf.value.firmsChanged === 0) throw new Error('the assumption changes nothing');
    core.close();
    return { evaluations: ms, 'what-if': whatIf.ms };
  },
};

function allClauses(): readonly Clause[] {
  return packIds.flatMap((id) => loadPack(id).clauses);
}

/** The least that gives an amount and a reason. */
function bareRule({ investment, favoured }: { readonly investment: number; readonly favoured: boolean }) {
  const amount = Math.min(Math.floor(investment * (favoured ? share : share / 2)), limit);
  return { outcome: amount > 0 ? 'awarded' : 'notApplicable', amount };
}

/** Facts of every type, some of them missing. */
function factsFor(clause: Clause, index: number): Facts {
  return Object.fromEntries(Object.values(clause.facts).map((fact) => [fact.name, factValue(fact, index)]));
}

function factValue(fact: Fact, index: number): FactValue | null {
  switch (fact.type) {
    case 'boolean':
      return index % 4 !== 3;
    case 'money':
      return (100 + index * 700) * fenPerWan;
    case 'rate':
      return 30_000 + index * 1_000;
    case 'count':
      return 10 + index * 100;
    case 'day':
      return '2024-03-01';
    case 'choice':
      return fact.choices[index % Math.max(1, fact.choices.length)]?.value ?? null;
  }
}
