import type { ReadDb, WriteTx } from '#electron/db/open.ts';
import { getBatch, listObjections } from '#electron/db/tables/batches.ts';
import {
  type ClaimHead,
  getClaim,
  insertStep,
  listSteps,
  type StoredClaim,
  updateClaim,
} from '#electron/db/tables/claims.ts';
import { insertPayment, listPayments } from '#electron/db/tables/payments.ts';
import type { ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { type ClaimAction, isDecided, orderProblem, transitionOf } from '#shared/domain/claim.ts';
import { decisionProblem, paymentProblem } from '#shared/domain/claim-amounts.ts';
import { amountText, type Fen } from '#shared/domain/money.ts';
import { payerText } from '#shared/domain/payer.ts';
import type { OpenLedger } from '../context.ts';
import { routeOf } from './claim-rows.ts';
import { computationOf, groundOf } from './open-claims.ts';
import { keepPackVersion } from './pack-version.ts';
import { settlementOf } from './settlement.ts';

type Act = ParsedInputOf<'claims.act'>;
type Change = Parameters<typeof updateClaim>[2];

/**
 * Carries a step out for every claim named, or for none: order of work, day, amount and reason are checked here,
 * whatever the page has checked before. Throws `claim-order`, `claim-refused`, `not-found`.
 */
export function actOnClaims(open: OpenLedger, tx: WriteTx, input: Act, today: string): void {
  if (input.ids.length > 1 && input.amountFen !== null) {
    throw new AppError('claim-refused', {
      problem: '成批办理按各事项的应兑付金额办理，不能填写同一个金额。',
    });
  }
  for (const id of new Set(input.ids)) {
    const claim = getClaim(tx, id);
    assertOrder(claim, input.action);
    assertDay(tx, claim, input.on, today);
    const { change, amountFen } = stepChange(open, claim, input);
    updateClaim(tx, id, { ...change, state: transitionOf(input.action).to });
    insertStep(tx, claim.firmId, {
      claimId: id,
      action: input.action,
      on: input.on,
      person: input.person,
      amountFen,
      document: input.document || null,
      note: input.note.trim() || null,
    });
  }
}

/** What a step changes in a claim beside its state, and the amount its record carries. */
function stepChange(
  open: OpenLedger,
  claim: StoredClaim,
  input: Act,
): { readonly change: Change; readonly amountFen: Fen | null } {
  const nothing = { change: {}, amountFen: null };
  switch (input.action) {
    case 'file': {
      const requestedFen = input.amountFen ?? claim.computedFen;
      return { change: { requestedFen }, amountFen: requestedFen };
    }
    case 'decide':
      return decide(open, claim, input);
    case 'return':
    case 'refuse':
    case 'withdraw':
      assertReason(input);
      return {
        change: { decidedFen: null, decisionReason: null, settlement: null, batchId: null },
        amountFen: null,
      };
    case 'archive':
      if (claim.paidFen !== claim.decidedFen) {
        const left = amountText((claim.decidedFen ?? 0) - claim.paidFen);
        refuse(`核定金额还有${left}没有拨付，不能归档。`, claim);
      }
      return nothing;
    case 'check':
      return nothing;
  }
}

/** 会审核定: against the computation of today and what 从优从高不重复 leaves. */
function decide(open: OpenLedger, claim: StoredClaim, input: Pick<Act, 'amountFen' | 'note'>) {
  const now = computedNow(open, claim);
  if (now !== claim.computedFen) {
    refuse(
      `立项时测算${amountText(claim.computedFen)}，现在测算${amountText(now)}，请先办理“重新测算”。`,
      claim,
    );
  }
  const settlement = settlementOf(open, claim);
  const decidedFen = input.amountFen ?? settlement.payNow;
  const basis = { computedFen: claim.computedFen, ceiling: claim.ceiling, payableFen: settlement.payNow };
  const problem = decisionProblem(basis, decidedFen, input.note);
  if (problem !== undefined) refuse(problem, claim);
  const change: Change = { decidedFen, decisionReason: input.note.trim() || null, settlement };
  return { change, amountFen: decidedFen };
}

/** A claim on which this can be decided: order of work, day, amount, reason. Throws `claim-order`, `claim-refused`. */
export function assertDecidable(
  open: OpenLedger,
  claim: StoredClaim,
  input: Pick<Act, 'on' | 'amountFen' | 'note'>,
  today: string,
): void {
  assertOrder(claim, 'decide');
  assertDay(open.ledger.read, claim, input.on, today);
  decide(open, claim, input);
}

function computedNow(open: OpenLedger, claim: StoredClaim): Fen {
  const ground = groundOf(open, claim);
  return ground?.evaluation.outcome === 'awarded' ? ground.evaluation.amount : 0;
}

/** 重新测算 of claims without a decision; gives how many came out differently. Throws `claim-refused`. */
export function recomputeClaims(
  open: OpenLedger,
  tx: WriteTx,
  input: ParsedInputOf<'claims.recompute'>,
  by: { readonly actor: string; readonly today: string },
): number {
  let changed = 0;
  for (const id of new Set(input.ids)) {
    const claim = getClaim(tx, id);
    if (isDecided(claim.state)) refuse('已核定的事项不重新测算，需要调整的请先退回。', claim);
    if (claim.state === 'refused' || claim.state === 'withdrawn') refuse('该事项已办结，不再测算。', claim);
    assertDay(tx, claim, input.on, by.today);
    const ground = groundOf(open, claim);
    const computation = ground === undefined ? undefined : computationOf(open, ground, input.on);
    if (ground === undefined || computation === undefined) {
      refuse('按现在的资料和政策，该事由不能兑现，请办理“不予兑现”或“企业撤回”。', claim);
    } else if (
      computation.computedFen !== claim.computedFen ||
      computation.ceiling !== claim.ceiling ||
      computation.packHash !== claim.packHash
    ) {
      changed += 1;
      keepPackVersion(open, tx);
      updateClaim(tx, id, { ...computation, groundLabel: ground.label, eventOn: ground.on });
      insertStep(tx, claim.firmId, {
        claimId: id,
        action: 'recompute',
        on: input.on,
        person: by.actor,
        amountFen: computation.computedFen,
        document: null,
        note: `原测算${amountText(claim.computedFen)}`,
      });
    }
  }
  return changed;
}

/**
 * 登记拨付: after the notice has ended without an open objection, within the decided amount, by a level that the
 * clause names. Throws `claim-order`, `claim-refused`.
 */
export function payClaim(tx: WriteTx, input: ParsedInputOf<'claims.pay'>, today: string): void {
  const claim = getClaim(tx, input.id);
  assertPayable(tx, claim, input, today);
  insertPayment(tx, {
    claimId: claim.id,
    firmId: claim.firmId,
    payer: input.payer,
    tranche: input.tranche,
    amountFen: input.amountFen,
    paidOn: input.on,
    voucher: input.voucher,
    document: input.document || null,
  });
  updateClaim(tx, claim.id, { state: 'paid', paidFen: claim.paidFen + input.amountFen });
  insertStep(tx, claim.firmId, {
    claimId: claim.id,
    action: 'pay',
    on: input.on,
    person: input.person,
    amountFen: input.amountFen,
    document: input.document || null,
    note: `第${input.tranche}期，${payerText[input.payer]}，凭证${input.voucher}`,
  });
}

/** A claim that can be paid so: order of work, day, notice, level, tranche, amount. Throws `claim-order`, `claim-refused`. */
export function assertPayable(
  db: ReadDb,
  claim: ClaimHead,
  input: Pick<ParsedInputOf<'claims.pay'>, 'on' | 'payer' | 'tranche' | 'amountFen'>,
  today: string,
): void {
  assertOrder(claim, 'pay');
  assertDay(db, claim, input.on, today);
  assertNoticeOver(db, claim, input.on);
  if (!claim.payers.includes(input.payer)) {
    const named = claim.payers.map((payer) => payerText[payer]).join('、');
    refuse(`本条资金来源为${named}，不能登记${payerText[input.payer]}资金。`, claim);
  }
  const earlier = listPayments(db, claim.id);
  if (earlier.some((each) => each.tranche === input.tranche && each.payer === input.payer)) {
    refuse(`第${input.tranche}期${payerText[input.payer]}资金已登记拨付，请改用下一期次。`, claim);
  }
  const sums = { decidedFen: claim.decidedFen ?? 0, paidFen: claim.paidFen };
  const problem = paymentProblem(sums, input.amountFen);
  if (problem !== undefined) refuse(problem, claim);
}

function assertNoticeOver(db: ReadDb, claim: ClaimHead, on: string): void {
  const batch = claim.batchId === null ? undefined : getBatch(db, claim.batchId);
  if (batch === undefined || batch.noticeUntil === null || on <= batch.noticeUntil) {
    refuse(`公示到${batch?.noticeUntil ?? '—'}为止，期满次日起才能拨付。`, claim);
  }
  const open = listObjections(db, batch?.id ?? 0).filter(
    (each) => each.closedOn === null && (each.claimId === null || each.claimId === claim.id),
  );
  if (open.length > 0) refuse(`还有${open.length}件公示异议没有处理，不能拨付。`, claim);
}

/** The step must follow the state of the claim. Throws `claim-order`. */
export function assertOrder(claim: ClaimHead, action: ClaimAction): void {
  const problem = orderProblem(claim.state, action, routeOf(claim));
  if (problem !== undefined) throw new AppError('claim-order', { problem: `第${claim.id}号事项${problem}` });
}

/** A step is not dated ahead of today, nor before the step that came before it. Throws `claim-refused`. */
export function assertDay(db: ReadDb, claim: ClaimHead, on: string, today: string): void {
  const last = listSteps(db, claim.id).at(-1);
  if (on > today) refuse(`日期${on}晚于今天，请填写实际办理日期。`, claim);
  if (last !== undefined && on < last.on) refuse(`日期${on}早于上一步的${last.on}。`, claim);
}

function assertReason(input: Act): void {
  if (input.note.trim() === '') {
    throw new AppError('claim-refused', { problem: '退回、不予兑现和撤回都要写明原因。' });
  }
}

function refuse(problem: string, claim: Pick<StoredClaim, 'id'>): never {
  throw new AppError('claim-refused', { problem: `第${claim.id}号事项：${problem}` });
}
