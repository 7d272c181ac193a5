import type { z } from 'zod';
import { firmHeads } from '#electron/db/tables/firms.ts';
import type { BenefitsSchema } from '#shared/contract/methods/policy.ts';
import { type Day, yearOf } from '#shared/domain/day.ts';
import type { Clause, Entitlement } from '#shared/policy/clause.ts';
import { evaluate, evaluateEntitlement } from '#shared/policy/evaluate.ts';
import { isMoneyClause } from '#shared/policy/find-clause.ts';
import { firmFacts } from '#shared/policy/project-ground.ts';
import type { OpenLedger } from './context.ts';
import { policyCases } from './policy-cases.ts';
import { policySettings } from './policy-settings.ts';
import { titleBook } from './title-holdings.ts';

type Benefits = z.output<typeof BenefitsSchema>;
const firmsShown = 100;

/** Who benefits from a clause: cases that earn money by year, or firms that meet an entitlement on the day. */
export function computeBenefits(open: OpenLedger, rule: Clause | Entitlement, asOf: Day): Benefits {
  return isMoneyClause(rule) ? moneyBenefits(open, rule) : entitledFirms(open, rule, asOf);
}

function moneyBenefits(open: OpenLedger, clause: Clause): Benefits {
  const settings = policySettings(open);
  const earned = policyCases(open, [clause]).flatMap((each) => {
    const result = evaluate(clause, each.facts, each.on, { settings });
    return result.outcome === 'awarded' ? [{ each, amountFen: result.amount }] : [];
  });
  const years = new Map<number, { year: number; count: number; amountFen: number }>();
  for (const { each, amountFen } of earned) {
    const year = yearOf(each.on);
    const line = years.get(year) ?? { year, count: 0, amountFen: 0 };
    years.set(year, { year, count: line.count + 1, amountFen: line.amountFen + amountFen });
  }
  return {
    byYear: [...years.values()].sort((a, b) => a.year - b.year),
    firmCount: new Set(earned.map(({ each }) => each.subject.firmId)).size,
    firms: [...earned]
      .sort((a, b) => (a.each.on < b.each.on ? 1 : -1))
      .slice(0, firmsShown)
      .map(({ each, amountFen }) => ({
        firmId: each.subject.firmId,
        firm: each.firmName,
        label: each.label,
        amountFen,
      })),
  };
}

function entitledFirms(open: OpenLedger, entitlement: Entitlement, asOf: Day): Benefits {
  if (entitlement.trigger !== null) return { byYear: [], firmCount: 0, firms: [] };
  const settings = policySettings(open);
  const { ledger, pack } = open;
  const entitled = [...titleBook(ledger.read, pack).byFirm].flatMap(([firmId, holdings]) => {
    const titleSpans = new Map(holdings.map((holding) => [holding.titleId, holding.spans]));
    const facts = firmFacts(entitlement, asOf, { titleSpans, awarded: [] });
    const { outcome } = evaluateEntitlement(entitlement, facts, asOf, { settings });
    return outcome === 'entitled' ? [firmId] : [];
  });
  const shown = entitled.slice(0, firmsShown);
  const heads = firmHeads(ledger.read, shown);
  return {
    byYear: [],
    firmCount: entitled.length,
    firms: shown.map((firmId) => ({
      firmId,
      firm: heads.get(firmId)?.name ?? '',
      label: `${asOf}符合条件`,
      amountFen: 0,
    })),
  };
}
