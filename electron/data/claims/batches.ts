import type { WriteTx } from '#electron/db/open.ts';
import {
  getBatch,
  listBatches,
  listObjections,
  putNotice,
  type StoredBatch,
} from '#electron/db/tables/batches.ts';
import { getClaim, insertStep, listClaims, updateClaim } from '#electron/db/tables/claims.ts';
import { getAccount, listBatchPayments } from '#electron/db/tables/payments.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { capitalAmount } from '#shared/domain/capital-amount.ts';
import { noticePeriod } from '#shared/domain/working-days.ts';
import { maskAccount } from '#shared/text/mask.ts';
import type { OpenLedger } from '../context.ts';
import { holidayTable } from '../holidays.ts';
import { presentClaims } from './claim-rows.ts';
import { assertDay, assertOrder } from './claim-steps.ts';

type Batch = OutputOf<'batches.list'>['batches'][number];

/** Batches of a year or of all years, newest first, and how many decided claims wait for one. */
export function batchList(open: OpenLedger, year: number | null, today: string): OutputOf<'batches.list'> {
  const batches = listBatches(open.ledger.read).filter((batch) => year === null || batch.year === year);
  return {
    batches: batches.map((batch) => presentBatch(open, batch, today)),
    waiting: waitingClaims(open).length,
  };
}

/** One batch with its claims, those that could join, and its objections. Throws `not-found`. */
export function batchDetail(open: OpenLedger, id: number, today: string): OutputOf<'batches.get'> {
  const { ledger } = open;
  const batch = getBatch(ledger.read, id);
  const rows = presentClaims(open, listClaims(ledger.read, { batchId: id }));
  const firms = new Map(rows.map((row) => [row.id, row.firm]));
  return {
    batch: presentBatch(open, batch, today),
    rows,
    candidates: batch.lockedOn === null ? presentClaims(open, waitingClaims(open)) : [],
    objections: listObjections(ledger.read, id).map(({ batchId: _batchId, ...objection }) => ({
      ...objection,
      firm: objection.claimId === null ? null : (firms.get(objection.claimId) ?? null),
    })),
  };
}

function waitingClaims(open: OpenLedger) {
  return listClaims(open.ledger.read).filter((claim) => claim.state === 'decided' && claim.batchId === null);
}

function presentBatch(open: OpenLedger, batch: StoredBatch, today: string): Batch {
  const claims = listClaims(open.ledger.read, { batchId: batch.id });
  const payments = listBatchPayments(open.ledger.read, batch.id);
  const decidedFen = claims.reduce((sum, claim) => sum + (claim.decidedFen ?? 0), 0);
  const paidBy = (payer: string) =>
    payments.filter((each) => each.payer === payer).reduce((sum, each) => sum + each.amountFen, 0);
  const paidFen = payments.reduce((sum, each) => sum + each.amountFen, 0);
  const paid = claims.length > 0 && paidFen === decidedFen;
  return {
    ...batch,
    stage: stageOf(batch, paid, today),
    count: claims.length,
    decidedFen,
    decidedCapital: capitalAmount(decidedFen),
    paidFen,
    cityFen: paidBy('city'),
    districtFen: paidBy('district'),
    openObjections: listObjections(open.ledger.read, batch.id).filter((each) => each.closedOn === null)
      .length,
  };
}

function stageOf(batch: StoredBatch, paid: boolean, today: string): Batch['stage'] {
  if (batch.lockedOn === null) return 'open';
  if (batch.noticeUntil === null) return 'locked';
  if (paid) return 'paid';
  return today <= batch.noticeUntil ? 'announced' : 'ended';
}

/** Payments on a batch and where its firms are paid to, account numbers masked. */
export function batchMoney(open: OpenLedger, batchId: number) {
  const { read } = open.ledger;
  const firmIds = new Set(listClaims(read, { batchId }).map((claim) => claim.firmId));
  const accounts = new Map(
    [...firmIds].flatMap((firmId) => {
      const account = getAccount(read, firmId);
      if (account === undefined) return [];
      return [[firmId, { ...account, accountNumber: maskAccount(account.accountNumber) }] as const];
    }),
  );
  return { payments: listBatchPayments(read, batchId), accounts };
}

/** Takes decided claims in and out of a batch that is not locked. Throws `batch-refused`, `not-found`. */
export function assembleBatch(
  tx: WriteTx,
  id: number,
  change: { readonly add: readonly number[]; readonly remove: readonly number[] },
): void {
  assertUnlocked(getBatch(tx, id));
  for (const claimId of change.remove) {
    const claim = getClaim(tx, claimId);
    if (claim.batchId !== id) refuse(`第${claimId}号事项不在本批次。`);
    updateClaim(tx, claimId, { batchId: null });
  }
  for (const claimId of change.add) {
    const claim = getClaim(tx, claimId);
    if (claim.state !== 'decided') refuse(`第${claimId}号事项还没有核定，不能编入批次。`);
    if (claim.batchId !== null && claim.batchId !== id) refuse(`第${claimId}号事项已在另一批次。`);
    updateClaim(tx, claimId, { batchId: id });
  }
}

/** Announces a locked batch (公示): sets the period and takes every claim of it to 公示. Throws `batch-refused`. */
export function announceBatch(
  open: OpenLedger,
  tx: WriteTx,
  input: ParsedInputOf<'batches.announce'>,
  today: string,
): void {
  const batch = getBatch(tx, input.id);
  if (batch.lockedOn === null) refuse('批次还没有锁定，锁定名单后才能公示。');
  if (batch.noticeFrom !== null) refuse(`本批次已于${batch.noticeFrom}公示。`);
  if (batch.lockedOn !== null && input.from < batch.lockedOn)
    refuse(`公示日期早于锁定日期${batch.lockedOn}。`);
  const period = noticePeriod(input.from, input.workingDays, holidayTable(open));
  putNotice(tx, batch.id, {
    from: period.from,
    until: period.until,
    days: period.workingDays,
    contact: input.contact,
  });
  for (const head of listClaims(tx, { batchId: batch.id })) {
    const claim = getClaim(tx, head.id);
    assertOrder(claim, 'announce');
    assertDay(tx, claim, input.from, today);
    updateClaim(tx, claim.id, { state: 'announced' });
    insertStep(tx, claim.firmId, {
      claimId: claim.id,
      action: 'announce',
      on: input.from,
      person: input.person,
      amountFen: claim.decidedFen,
      document: input.document || null,
      note: `公示至${period.until}（${period.workingDays}个工作日）`,
    });
  }
}

/** Refuses a change to the list of a locked batch. Throws `batch-refused`. */
export function assertUnlocked(batch: StoredBatch): void {
  if (batch.lockedOn !== null) refuse(`批次“${batch.name}”已锁定，解锁后才能调整名单。`);
}

/** Throws `batch-refused` with the reason. */
export function refuse(problem: string): never {
  throw new AppError('batch-refused', { problem });
}
