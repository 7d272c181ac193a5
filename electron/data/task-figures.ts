import { listClaims } from '#electron/db/tables/claims.ts';
import { newestEvaluation } from '#electron/db/tables/evaluations.ts';
import { listAllPayments } from '#electron/db/tables/payments.ts';
import { listPlans } from '#electron/db/tables/plans.ts';
import { listServiceRequests } from '#electron/db/tables/service-requests.ts';
import { listVisits } from '#electron/db/tables/visits.ts';
import type { Day } from '#shared/domain/day.ts';
import { requestStateOn } from '#shared/domain/service-request.ts';
import { visitStateOn } from '#shared/domain/visit.ts';
import type { TaskFeed } from '#shared/policy/task.ts';
import { chainList } from './chains.ts';
import type { OpenLedger } from './context.ts';
import { contactGaps } from './plans.ts';
import { serviceList } from './services.ts';

/** A figure of the ledger with what it is held against, where that follows from the ledger too. */
export type FedFigure = { readonly value: number; readonly target: number | null };

/** What the ledger itself says of the indicators of tasks on a day; each is counted by the definition its own page uses. */
export function fedFigure(open: OpenLedger, feed: TaskFeed, asOf: Day): FedFigure {
  const { pack, ledger } = open;
  switch (feed) {
    case 'contacts': {
      const { holders, missing } = contactGaps(open, asOf);
      return { value: holders - missing.length, target: holders };
    }
    case 'plans': {
      const running = listPlans(ledger.read).filter(
        ({ openedOn, closedOn }) => openedOn <= asOf && (closedOn === null || closedOn > asOf),
      );
      return { value: new Set(running.map(({ firmId }) => firmId)).size, target: null };
    }
    case 'officers': {
      const { titled, covered } = serviceList(open, {
        asOf,
        missing: false,
        officer: null,
        streetId: null,
        text: '',
        offset: 0,
        limit: 1,
      });
      return { value: covered, target: titled };
    }
    case 'evaluated': {
      const results = pack.pools.flatMap(({ id }) => newestEvaluation(ledger.read, id, asOf)?.results ?? []);
      return { value: new Set(results.map(({ firmId }) => firmId)).size, target: null };
    }
    case 'chains': {
      const { chains } = chainList(open, asOf);
      return { value: chains.filter(({ nodes }) => nodes > 0).length, target: chains.length };
    }
    case 'visited': {
      const made = listVisits(ledger.read).filter((visit) => visitStateOn(visit, asOf) === 'made');
      return { value: new Set(made.map(({ firmId }) => firmId)).size, target: null };
    }
    case 'requests': {
      const received = listServiceRequests(ledger.read).filter(({ receivedOn }) => receivedOn <= asOf);
      const closed = received.filter((request) => requestStateOn(request, asOf) === 'closed');
      return { value: closed.length, target: received.length };
    }
  }
}

/** Money paid by a day under some clauses, in 分. */
export function paidUnder({ ledger }: OpenLedger, clauseIds: readonly string[], asOf: Day): number {
  const own = new Set(
    listClaims(ledger.read)
      .filter(({ clauseId }) => clauseIds.includes(clauseId))
      .map(({ id }) => id),
  );
  return listAllPayments(ledger.read)
    .filter(({ claimId, paidOn }) => own.has(claimId) && paidOn <= asOf)
    .reduce((sum, { amountFen }) => sum + amountFen, 0);
}
