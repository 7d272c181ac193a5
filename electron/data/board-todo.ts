import { countWaitingClaims } from '#electron/db/tables/claims.ts';
import { getEvaluation } from '#electron/db/tables/evaluations.ts';
import { countOverdueRequests } from '#electron/db/tables/service-requests.ts';
import { countOverdueVisits } from '#electron/db/tables/visits.ts';
import type { OutputOf } from '#shared/contract/api.ts';
import { type Day, yearOf } from '#shared/domain/day.ts';
import type { Context } from './context.ts';
import { poolBook } from './pool-book.ts';

/** 待办: unfinished imports, claims that wait for their next step, evaluations that are due, visits and requests that are late. */
export function boardTodo(context: Context, asOf: Day): OutputOf<'dashboard.todo'> {
  const { ledger, pack } = context.open();
  const judged = yearOf(asOf) - 1;
  const members = new Set(
    poolBook(ledger.read)
      .stays.filter(({ from, until }) => from <= `${judged}-12-31` && (until === null || until >= asOf))
      .map(({ poolId }) => poolId),
  );
  return {
    drafts: context.draftFiles.list().length,
    claims: [...countWaitingClaims(ledger.read)],
    evaluations: pack.pools
      .filter(
        ({ id, evaluation }) =>
          evaluation !== null && members.has(id) && getEvaluation(ledger.read, id, judged) === undefined,
      )
      .map(({ id, label }) => ({ poolId: id, label, year: judged })),
    overdueVisits: countOverdueVisits(ledger.read, asOf),
    overdueRequests: countOverdueRequests(ledger.read, asOf),
  };
}
