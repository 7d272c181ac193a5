import { listBudgets } from '#electron/db/tables/budgets.ts';
import { listClaims } from '#electron/db/tables/claims.ts';
import { listFundUses } from '#electron/db/tables/fund-uses.ts';
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
  return { rows, funds: funds(open, year, claims) };
}

/** Sums that the document sets aside each year (年度预算条款): what is on record, and decisions on their clauses. */
function funds(
  { ledger, pack }: OpenLedger,
  year: number,
  claims: ReturnType<typeof listClaims>,
): OutputOf<'budgets.get'>['funds'] {
  const uses = listFundUses(ledger.read, year);
  return pack.budgets.map((budget) => {
    const own = uses.filter(({ fundId }) => fundId === budget.id);
    const decided = claims.filter(
      ({ clauseId, state }) => budget.clauseIds.includes(clauseId) && !isEnded(state),
    );
    return {
      id: budget.id,
      label: budget.title,
      reference: budget.reference.text,
      amountFen: budget.parameter.value,
      atLeast: budget.atLeast,
      usedFen:
        own.reduce((sum, { amountFen }) => sum + amountFen, 0) +
        decided.reduce((sum, { decidedFen }) => sum + (decidedFen ?? 0), 0),
      uses: own.map(({ fundId: _fundId, ...use }) => use),
    };
  });
}
