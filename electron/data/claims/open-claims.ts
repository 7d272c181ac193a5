import type { WriteTx } from '#electron/db/open.ts';
import { insertClaim, insertStep, type NewClaim } from '#electron/db/tables/claims.ts';
import type { ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { yearOf } from '#shared/domain/day.ts';
import type { OpenLedger } from '../context.ts';
import { type ComputedGround, computedGrounds } from '../grounds.ts';
import { keepPackVersion } from './pack-version.ts';

/** What a claim takes from its computation (测算), to be kept with it. */
export type Computation = Pick<
  NewClaim,
  'computedFen' | 'ceiling' | 'payers' | 'trace' | 'packId' | 'packHash' | 'computedOn'
>;

/** The computation of a ground as a claim keeps it; nothing when it earns no money. */
export function computationOf(open: OpenLedger, ground: ComputedGround, on: string): Computation | undefined {
  const { evaluation, clause } = ground;
  if (evaluation.outcome !== 'awarded' || evaluation.amount <= 0) return undefined;
  return {
    computedFen: evaluation.amount,
    ceiling: evaluation.ceiling,
    payers: clause.payers,
    trace: evaluation.trace,
    packId: open.pack.id,
    packHash: open.pack.hash,
    computedOn: on,
  };
}

/** The ground of a claim as it is today; nothing when its title or project is gone. */
export function groundOf(
  open: OpenLedger,
  claim: { readonly firmId: number; readonly clauseId: string; readonly groundKey: string },
): ComputedGround | undefined {
  return computedGrounds(open, { firmId: claim.firmId }).find(
    (ground) => ground.clause.id === claim.clauseId && ground.key === claim.groundKey,
  );
}

/**
 * Makes claims (立项) of the grounds named, each at 测算 with the trace it was computed by, and gives their ids.
 * @throws AppError `claim-nothing` when a ground is not there or earns nothing, `claim-twice` when it has a claim
 */
export function openClaims(open: OpenLedger, tx: WriteTx, input: ParsedInputOf<'claims.open'>): number[] {
  const firms = new Set(input.grounds.map((ground) => ground.firmId));
  const only = firms.size === 1 ? input.grounds[0]?.firmId : undefined;
  const known = new Map(
    computedGrounds(open, { firmId: only }).map((ground) => [
      keyOf(ground.firmId, ground.clause.id, ground.key),
      ground,
    ]),
  );
  keepPackVersion(open, tx);
  return input.grounds.map(({ firmId, clause, groundKey }) => {
    const ground = known.get(keyOf(firmId, clause, groundKey));
    const computation = ground === undefined ? undefined : computationOf(open, ground, input.on);
    if (ground === undefined || computation === undefined) throw new AppError('claim-nothing');
    const claimId = insertClaim(tx, {
      firmId,
      clauseId: ground.clause.id,
      year: yearOf(ground.on),
      groundKey: ground.key,
      groundLabel: ground.label,
      eventOn: ground.on,
      titleId: ground.projectId === null ? ground.titleId : null,
      eventId: ground.projectId === null ? ground.eventId : null,
      projectId: ground.projectId,
      ...computation,
    });
    insertStep(tx, firmId, {
      claimId,
      action: 'assemble',
      on: input.on,
      person: input.person,
      amountFen: computation.computedFen,
      document: null,
      note: null,
    });
    return claimId;
  });
}

function keyOf(firmId: number, clauseId: string, groundKey: string): string {
  return `${firmId}/${clauseId}/${groundKey}`;
}
