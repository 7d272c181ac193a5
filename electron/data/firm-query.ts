import { searchFirmIds } from '#electron/db/tables/firm-list.ts';
import { firmsPassing } from '#electron/db/tables/firm-query.ts';
import type { Day } from '#shared/domain/day.ts';
import type { FirmQuery, FirmRule, QueryTest, RuleGroup } from '#shared/domain/firm-query.ts';
import { firmsHolding } from '#shared/report/figures.ts';
import type { QueryLabels } from '#shared/text/firm-query-text.ts';
import type { OpenLedger } from './context.ts';
import { placeLabels, titleLabel } from './labels.ts';
import { allHoldings } from './pool-book.ts';

/** Tests that hold where their positive side does not; a firm that says nothing passes them. */
const negative: ReadonlySet<QueryTest> = new Set<QueryTest>(['lacks', 'noneOf', 'holdsNot', 'empty']);

/**
 * Firms that meet an advanced filter (高级筛选).
 * @param asOf the day titles and pools are held on where a rule names none
 */
export function firmsOfQuery(open: OpenLedger, query: FirmQuery, asOf: Day): ReadonlySet<number> {
  const all = searchFirmIds(open.ledger.read, { sort: { field: 'id', direction: 'asc' } });
  const ofRule = (rule: FirmRule): ReadonlySet<number> => {
    const passing = firmsOfRule(open, rule, asOf);
    return negative.has(rule.test) ? new Set(all.filter((id) => !passing.has(id))) : passing;
  };
  const ofGroup = ({ join, rules }: RuleGroup) => joined(join, rules.map(ofRule));
  return joined(query.join, query.groups.map(ofGroup));
}

function firmsOfRule(open: OpenLedger, rule: FirmRule, asOf: Day): ReadonlySet<number> {
  if (rule.field !== 'title' && rule.field !== 'pool') return new Set(firmsPassing(open.ledger.read, rule));
  return firmsHolding(allHoldings(open), rule.list, rule.view, rule.day ?? asOf);
}

function joined(join: 'all' | 'any', sets: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  if (join === 'any') return new Set(sets.flatMap((set) => [...set]));
  const [first, ...others] = [...sets].sort((a, b) => a.size - b.size);
  return new Set([...(first ?? [])].filter((id) => others.every((set) => set.has(id))));
}

/** Labels of what a filter names, from the pack. */
export function queryLabels({ pack }: Pick<OpenLedger, 'pack'>): QueryLabels {
  const { streets, platforms, chains } = placeLabels(pack);
  const places = new Map([...streets, ...platforms, ...chains]);
  return (field, id) => {
    if (field === 'pool') return pack.pools.find((pool) => pool.id === id)?.label ?? id;
    return field === 'title' ? titleLabel(pack, id) : (places.get(id) ?? id);
  };
}
