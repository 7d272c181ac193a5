import type { z } from 'zod';
import { listBatches } from '#electron/db/tables/batches.ts';
import type { ClaimHead } from '#electron/db/tables/claims.ts';
import { firmHeads } from '#electron/db/tables/firms.ts';
import type { ClaimRowSchema } from '#shared/contract/methods/claims.ts';
import { allowedActions, type ClaimRoute } from '#shared/domain/claim.ts';
import type { OpenLedger } from '../context.ts';

/** A claim as lists and papers show it. */
export type ClaimRow = z.output<typeof ClaimRowSchema>;

/** 免申即享 for titles, which the bureau knows of itself; 企业申报 for projects. */
export function routeOf(claim: Pick<ClaimHead, 'titleId'>): ClaimRoute {
  return claim.titleId === null ? 'application' : 'direct';
}

/** Names firms, clauses and batches of claims; order stays. */
export function presentClaims(open: OpenLedger, claims: readonly ClaimHead[]): ClaimRow[] {
  const { ledger, pack } = open;
  const heads = firmHeads(ledger.read, [...new Set(claims.map((claim) => claim.firmId))]);
  const streets = new Map(pack.streets.map((street) => [street.id, street.label]));
  const clauses = new Map(pack.clauses.map((clause) => [clause.id, clause]));
  const batches = new Map(listBatches(ledger.read).map((batch) => [batch.id, batch.name]));
  return claims.map((claim) => {
    const head = heads.get(claim.firmId);
    const clause = clauses.get(claim.clauseId);
    const streetId = head?.streetId ?? null;
    return {
      id: claim.id,
      firmId: claim.firmId,
      firm: head?.name ?? '',
      code: head?.code ?? null,
      streetLabel: streetId === null ? null : (streets.get(streetId) ?? streetId),
      clause: claim.clauseId,
      clauseLabel: clause?.title ?? claim.clauseId,
      reference: clause?.reference.text ?? '',
      year: claim.year,
      ground: claim.groundLabel,
      eventOn: claim.eventOn,
      route: routeOf(claim),
      projectId: claim.projectId,
      batchId: claim.batchId,
      batch: claim.batchId === null ? null : (batches.get(claim.batchId) ?? null),
      state: claim.state,
      computedFen: claim.computedFen,
      ceiling: claim.ceiling,
      requestedFen: claim.requestedFen,
      decidedFen: claim.decidedFen,
      paidFen: claim.paidFen,
      payers: [...claim.payers],
      actions: [...allowedActions(claim.state, routeOf(claim))],
    };
  });
}
