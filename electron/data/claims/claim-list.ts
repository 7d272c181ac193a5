import { listClaims } from '#electron/db/tables/claims.ts';
import type { OutputOf } from '#shared/contract/api.ts';
import { type ClaimState, claimStates, isEnded } from '#shared/domain/claim.ts';
import type { OpenLedger } from '../context.ts';
import { presentClaims } from './claim-rows.ts';

/** Claims of a year or of all years, how many stand at each step, and the four sums of those that are alive. */
export function claimList(open: OpenLedger, year: number | null): OutputOf<'claims.list'> {
  const rows = presentClaims(open, listClaims(open.ledger.read, { year: year ?? undefined }));
  const alive = rows.filter((row) => !isEnded(row.state));
  const counts = Object.fromEntries(
    claimStates.map((state) => [state, rows.filter((row) => row.state === state).length]),
    // Every state is a key: the entries are made from the list of them.
  ) as Record<ClaimState, number>;
  const sum = (amount: (row: (typeof rows)[number]) => number | null) =>
    alive.reduce((total, row) => total + (amount(row) ?? 0), 0);
  return {
    rows,
    counts,
    computedFen: sum((row) => row.computedFen),
    requestedFen: sum((row) => row.requestedFen),
    decidedFen: sum((row) => row.decidedFen),
    paidFen: sum((row) => row.paidFen),
  };
}
