import { type ClaimHead, getClaim, listClaims, listSteps } from '#electron/db/tables/claims.ts';
import { isDecided, isEnded } from '#shared/domain/claim.ts';
import { amountText } from '#shared/domain/money.ts';
import type { Remark } from '#shared/roster/issue.ts';
import type { RecordPlace, RecordValues } from '#shared/roster/records/record.ts';
import { actOnClaims, assertDecidable } from '../../claims/claim-steps.ts';
import { findersOf } from '../roster-context.ts';
import { type PaymentBook, paymentBooks } from './payment-book.ts';
import { findMatter } from './payment-matter.ts';
import { problemOf } from './problem-of.ts';
import { byFirm, type RecordStore, type StoreContext } from './store.ts';

/** 会审核定 as the step 会审 of claims: by all the rules of deciding one; what is decided already is never changed. */
export const decisionsStore: RecordStore = {
  lookup: (db, _firmIds, context) => {
    const books = paymentBooks(db);
    return { place: (firmId, { values }) => placeOf(context, values, books(firmId)) };
  },

  write: (tx, _firmId, { record: { values } }, { open, today, actor }) => {
    const act = {
      ids: [Number(values.claim)],
      action: 'decide' as const,
      person: actor,
      ...decisionIn(values),
    };
    actOnClaims(open, tx, { ...act, document: textIn(values, 'document') }, today);
  },

  known: (db, firmIds, { open }, { due }) => {
    const wanted = new Set(firmIds);
    const clauses = new Map(open.pack.clauses.map(({ id, title }) => [id, title]));
    const shown = listClaims(db).filter(
      ({ firmId, state }) => wanted.has(firmId) && (isDecided(state) || (due && !isEnded(state))),
    );
    const valuesOf = (claim: ClaimHead): RecordValues => ({
      claim: claim.id,
      clause: clauses.get(claim.clauseId) ?? claim.clauseId,
      ground: claim.groundLabel,
      computed: claim.computedFen,
      decided: claim.decidedFen,
      reason: claim.decisionReason,
      decidedOn: isDecided(claim.state)
        ? (listSteps(db, claim.id).findLast(({ action }) => action === 'decide')?.on ?? null)
        : null,
    });
    return new Map([...byFirm(shown)].map(([firmId, own]) => [firmId, own.map(valuesOf)]));
  },
};

function placeOf({ open, today }: StoreContext, values: RecordValues, book: PaymentBook): RecordPlace {
  const matter = findMatter(values, book, findersOf(open.pack));
  if (matter.is === 'unknown') return { refused: matter.remark };
  if (matter.is !== 'claim')
    return { refused: refusal('该企业没有这一事由的兑现事项', '请先在“奖补兑现”立项') };
  const { claim } = matter;
  const decided = Number(values.decided);
  if (isDecided(claim.state)) {
    if (claim.decidedFen === decided) return { before: {}, values: {} };
    const was = amountText(claim.decidedFen ?? 0);
    const message = `第${claim.id}号事项已核定 ${was}，与本行的 ${amountText(decided)} 不同`;
    return { refused: refusal(message, '需要改动的请先退回该事项，再重新核定') };
  }
  if (values.decidedOn == null) return { refused: refusal('没有写明会审日期', '请补上会审日期') };
  const stored = getClaim(open.ledger.read, claim.id);
  const problem = problemOf(() => assertDecidable(open, stored, decisionIn(values), today));
  if (problem !== undefined) return { refused: refusal(problem, '请按提示补正后重新导入') };
  return {
    before: null,
    values: { ...values, claim: claim.id, ground: claim.groundLabel },
    remarks: [...(matter.remark === undefined ? [] : [matter.remark]), ...otherBasis(values, claim)],
  };
}

/** A meeting that saw another amount than what the claim comes to now. */
function otherBasis({ computed }: RecordValues, { computedFen }: ClaimHead): readonly Remark[] {
  if (typeof computed !== 'number' || computed === computedFen) return [];
  const message = `名册写的测算金额 ${amountText(computed)} 与台账现在的 ${amountText(computedFen)} 不同`;
  return [
    {
      code: 'record-doubtful',
      severity: 'warning',
      message,
      fix: '请核对会审依据；仍按核定金额办理的请确认',
    },
  ];
}

function decisionIn(values: RecordValues) {
  return { on: String(values.decidedOn), amountFen: Number(values.decided), note: textIn(values, 'reason') };
}

function textIn(values: RecordValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

function refusal(message: string, fix: string): Remark {
  return { code: 'record-refused', severity: 'error', message, fix };
}
