import { z } from 'zod';
import { type ClaimHead, getClaim, listSteps, type StepAction } from '#electron/db/tables/claims.ts';
import { getAccount, listPayments } from '#electron/db/tables/payments.ts';
import { getProject, listAid } from '#electron/db/tables/projects.ts';
import type { OutputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { claimActionText } from '#shared/domain/claim.ts';
import { explainTrace } from '#shared/policy/explain.ts';
import type { TraceNode } from '#shared/policy/trace.ts';
import { maskAccount } from '#shared/text/mask.ts';
import type { OpenLedger } from '../context.ts';
import { titleLabel } from '../labels.ts';
import { presentClaims } from './claim-rows.ts';
import { groundOf } from './open-claims.ts';
import { settlementOf } from './settlement.ts';

/** What a decision keeps of the settlement, as far as it is shown. */
const SettledSchema = z.object({ payNow: z.number().int(), why: z.array(z.string()) });

type Detail = OutputOf<'claims.get'>;

const stepText: Readonly<Record<StepAction, string>> = {
  ...claimActionText,
  assemble: '立项',
  recompute: '重新测算',
};

/** One claim with its steps, money, trace, and what recomputing today would change. Writes nothing. */
export function claimDetail(open: OpenLedger, id: number): Detail {
  const { ledger, pack } = open;
  const claim = getClaim(ledger.read, id);
  const [row] = presentClaims(open, [claim]);
  if (row === undefined) throw new AppError('not-found');
  // What was settled at the decision stands; before it, what would be paid today.
  const settlement =
    claim.settlement === null ? settlementOf(open, claim) : SettledSchema.parse(claim.settlement);
  const account = getAccount(ledger.read, claim.firmId);
  return {
    claim: row,
    decisionReason: claim.decisionReason,
    computedOn: claim.computedOn,
    // The trace was written by the evaluator and is read back as it was.
    explanation: [...explainTrace(claim.trace as TraceNode)],
    payableFen: settlement.payNow,
    overlap: [...settlement.why],
    differs: differenceNow(open, claim),
    steps: listSteps(ledger.read, id).map(({ claimId: _claimId, ...step }) => ({
      ...step,
      action: stepText[step.action],
    })),
    payments: listPayments(ledger.read, id).map(
      ({ claimId: _claimId, firmId: _firmId, ...payment }) => payment,
    ),
    account:
      account === undefined
        ? null
        : { holder: account.holder, bank: account.bank, number: maskAccount(account.accountNumber) },
    aid: listAid(ledger.read, claim.firmId).map((aid) => ({
      id: aid.id,
      matter:
        aid.titleId === null
          ? (getProject(ledger.read, aid.projectId ?? 0)?.name ?? '')
          : titleLabel(pack, aid.titleId),
      payer: aid.payer,
      amountFen: aid.amountFen,
      receivedOn: aid.receivedOn,
      document: aid.document,
      remark: aid.remark,
    })),
  };
}

/** What the clause gives today where that is not what the claim was made with. */
function differenceNow(open: OpenLedger, claim: ClaimHead): Detail['differs'] {
  const evaluation = groundOf(open, claim)?.evaluation;
  if (evaluation === undefined) {
    return { outcome: 'notApplicable', amountFen: 0, why: '台账中已没有这项事由。' };
  }
  if (evaluation.outcome === 'awarded') {
    const same = evaluation.amount === claim.computedFen && evaluation.ceiling === claim.ceiling;
    if (same) return null;
    return { outcome: 'awarded', amountFen: evaluation.amount, why: evaluation.notes.join('；') };
  }
  const why =
    evaluation.outcome === 'notApplicable'
      ? evaluation.reasons.join('；')
      : `缺少：${evaluation.fields.map((field) => field.label).join('、')}`;
  return { outcome: evaluation.outcome, amountFen: 0, why };
}
