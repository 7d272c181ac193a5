import { listBudgets } from '#electron/db/tables/budgets.ts';
import { listClaims } from '#electron/db/tables/claims.ts';
import type { OutputOf } from '#shared/contract/api.ts';
import { isEnded } from '#shared/domain/claim.ts';
import { computeAwards } from '../awards.ts';
import type { OpenLedger } from '../context.ts';

/**
 * Money of a year by clause (预算执行): set aside, computed, asked, decided, paid, left, and what the year will cost:
 * decisions as they stand, and the computation of whatever is not decided and not refused.
 */
export function budgetTable(open: OpenLedger, year: number): OutputOf<'budgets.get'> {
  const { ledger, pack } = open;
  const budgets = new Map(
    listBudgets(ledger.read, year).map((budget) => [budget.clauseId, budget.amountFen]),
  );
  const claims = listClaims(ledger.read, { year });
  const states = new Map(claims.map((claim) => [claim.id, claim]));
  const items = computeAwards(open, year, { withRefused: false }).items;
  const rows = pack.clauses.map((clause) => {
    const own = claims.filter((claim) => claim.clauseId === clause.id && !isEnded(claim.state));
    const computed = items.filter((item) => item.clause === clause.id);
    const sum = (amount: (claim: (typeof own)[number]) => number | null) =>
      own.reduce((total, claim) => total + (amount(claim) ?? 0), 0);
    const decidedFen = sum((claim) => claim.decidedFen);
    const budgetFen = budgets.get(clause.id) ?? null;
    const pending = computed.filter((item) => {
      const claim = item.claimId === null ? undefined : states.get(item.claimId);
      return claim === undefined || (claim.decidedFen === null && !isEnded(claim.state));
    });
    return {
      clause: clause.id,
      label: clause.title,
      reference: clause.reference.text,
      budgetFen,
      computedFen: computed.reduce((total, item) => total + item.amountFen, 0),
      requestedFen: sum((claim) => claim.requestedFen),
      decidedFen,
      paidFen: sum((claim) => claim.paidFen),
      leftFen: budgetFen === null ? null : budgetFen - decidedFen,
      forecastFen: decidedFen + pending.reduce((total, item) => total + item.amountFen, 0),
    };
  });
  return { rows };
}
