import { type ClaimHead, listClaims } from '#electron/db/tables/claims.ts';
import { getProject, listAid, listAllAid, type StoredAid } from '#electron/db/tables/projects.ts';
import { isEnded } from '#shared/domain/claim.ts';
import type { Clause } from '#shared/policy/clause.ts';
import {
  effectiveGroups,
  type OverlapClaim,
  type OverlapSubject,
  type PaidMoney,
  type Settlement,
  settle,
} from '#shared/policy/overlap.ts';
import { clausesOfKind } from '#shared/policy/project-ground.ts';
import type { OpenLedger } from '../context.ts';
import { policySettings } from '../policy-settings.ts';

/**
 * What is left to pay on a claim beside the firm's other claims and the public money it got elsewhere
 * (从优从高不重复). A decision on another claim counts as given, whether it is paid yet or not.
 */
export function settlementOf(open: OpenLedger, claim: ClaimHead): Settlement {
  const { ledger, pack } = open;
  const clauses = new Map(pack.clauses.map((clause) => [clause.id, clause]));
  const live = listClaims(ledger.read, { firmId: claim.firmId }).filter(
    (each) => each.id === claim.id || !isEnded(each.state),
  );
  const groups = effectiveGroups(pack.overlapGroups, policySettings(open));
  const competing = live.map((each) => overlapClaim(open, each, clauses.get(each.clauseId)));
  const given = live
    .filter((each) => each.id !== claim.id && each.decidedFen !== null)
    .map((each) => givenOn(each, overlapClaim(open, each, clauses.get(each.clauseId))));
  const aid = publicMoney(open, claim.firmId);
  const own = settle(competing, groups, [...given, ...aid]).find((each) => each.claimId === String(claim.id));
  if (own === undefined) throw new Error('settle answers for every claim');
  return own;
}

function overlapClaim(open: OpenLedger, claim: ClaimHead, clause: Clause | undefined): OverlapClaim {
  return {
    id: String(claim.id),
    clauseId: claim.clauseId,
    label: claim.groundLabel,
    groupId: clause?.overlap?.id ?? null,
    subject: subjectOf(open, claim, claim.clauseId),
    on: claim.eventOn,
    amount: claim.decidedFen ?? claim.computedFen,
  };
}

function givenOn(claim: ClaimHead, as: OverlapClaim): PaidMoney {
  return {
    claimId: as.id,
    groupId: as.groupId,
    label: as.label,
    subject: as.subject,
    on: claim.eventOn,
    amount: claim.decidedFen ?? 0,
    payer: 'district',
  };
}

/** Public money that firms got elsewhere (其他财政资金), of one firm or of all, as 不重复 counts it. */
export function publicMoney(open: OpenLedger, firmId?: number): readonly PaidMoney[] {
  const { read } = open.ledger;
  const recorded = firmId === undefined ? listAllAid(read) : listAid(read, firmId);
  return recorded.flatMap((each) => aidMoney(open, each));
}

/** Money of another level, once for each overlap group that looks at its matter. */
function aidMoney(open: OpenLedger, aid: StoredAid): PaidMoney[] {
  const { pack, ledger } = open;
  const project = aid.projectId === null ? undefined : getProject(ledger.read, aid.projectId);
  const about =
    project === undefined
      ? pack.clauses.filter(
          ({ trigger }) => trigger.kind === 'title' && trigger.titleIds.includes(aid.titleId ?? ''),
        )
      : clausesOfKind(pack, project.kindId).clauses;
  const byGroup = new Map(about.map((clause) => [clause.overlap?.id ?? null, clause.id]));
  return [...byGroup].map(([groupId, clauseId]) => ({
    groupId,
    label: aid.document,
    subject: subjectOf(open, aid, clauseId),
    on: aid.receivedOn,
    amount: aid.amountFen,
    payer: aid.payer,
  }));
}

function subjectOf(
  { ledger }: OpenLedger,
  matter: { readonly firmId: number; readonly titleId: string | null; readonly projectId: number | null },
  clauseId: string,
): OverlapSubject {
  const project = matter.projectId === null ? undefined : getProject(ledger.read, matter.projectId);
  return {
    firmId: matter.firmId,
    titleId: matter.titleId,
    projectId: matter.projectId,
    kind: project?.kindId ?? clauseId,
    object: project?.object ?? null,
    contract: project?.contract ?? null,
  };
}
