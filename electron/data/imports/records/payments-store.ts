import type { ReadDb, WriteTx } from '#electron/db/handles.ts';
import type { ClaimHead } from '#electron/db/tables/claims.ts';
import { listPayments, type StoredPayment, updatePaymentPapers } from '#electron/db/tables/payments.ts';
import { insertAid, type StoredAid } from '#electron/db/tables/projects.ts';
import { AppError } from '#shared/contract/errors.ts';
import { amountText } from '#shared/domain/money.ts';
import { type PayerLevel, payerLevels, payerText } from '#shared/domain/payer.ts';
import type { Finders } from '#shared/roster/context.ts';
import type { Remark } from '#shared/roster/issue.ts';
import type { RecordPlace, RecordValues } from '#shared/roster/records/record.ts';
import { cleanText } from '#shared/roster/values/text.ts';
import { assertPayable, payClaim } from '../../claims/claim-steps.ts';
import { findersOf } from '../roster-context.ts';
import { type PaymentBook, paymentBook, paymentBooks } from './payment-book.ts';
import { findMatter, matterWords } from './payment-matter.ts';
import { groundsBook, reviewPayments } from './payment-review.ts';
import { problemOf } from './problem-of.ts';
import type { RecordStore, StoreContext } from './store.ts';

/**
 * 兑现记录: a payment joins the claim it belongs to, by all the rules of paying one; without a claim it is recorded as
 * public money already paid (其他财政资金) for its title or project, so that nothing is paid twice. What is registered is
 * never changed but for the numbers of its papers.
 */
export const paymentsStore: RecordStore = {
  lookup: (db, firmIds, context) => {
    const books = paymentBooks(db);
    const finders = findersOf(context.open.pack);
    const groundsOf = groundsBook(context.open, firmIds.length);
    return {
      place: (firmId, { values }) => placeOf({ db, context, finders, book: books(firmId) }, values),
      review: (firmId, records) =>
        reviewPayments({ book: books(firmId), finders, grounds: () => groundsOf(firmId) }, records),
    };
  },

  write: (tx, firmId, { record, fresh }, context) => {
    const { values } = record;
    const book = paymentBook(tx, firmId);
    const finders = findersOf(context.open.pack);
    const target = targetOf(values, book, finders);
    if ('refused' in target) throw new AppError('claim-refused', { problem: target.refused.message });
    if (target.is === 'claim') writePayment(tx, { values, claim: target.claim, fresh }, context);
    else if (fresh) writeAid(tx, firmId, values, target);
  },

  known: (db, firmIds, { open }, { due }) => {
    const books = paymentBooks(db);
    const finders = findersOf(open.pack);
    const clauses = new Map(open.pack.clauses.map(({ id, title }) => [id, title]));
    return new Map(
      firmIds.map((firmId) => {
        const book = books(firmId);
        const claims = new Map(book.claims.map((claim) => [claim.id, claim]));
        const waiting = book.claims.filter(
          ({ state, decidedFen, paidFen }) =>
            due && (state === 'announced' || state === 'paid') && paidFen < (decidedFen ?? 0),
        );
        return [
          firmId,
          [
            ...book.payments.map((payment) => paymentValues(payment, claims.get(payment.claimId), clauses)),
            ...distinct(book.aid.map((aid) => aidValues(aid, book, finders))),
            ...waiting.map((claim) => ({ ...claimValues(claim, clauses), payer: onlyPayer(claim) })),
          ],
        ];
      }),
    );
  },
};

type AidTarget = {
  readonly is: 'aid';
  readonly titleId: string | null;
  readonly projectId: number | null;
  readonly payer: PayerLevel;
  readonly remarks: readonly Remark[];
};
type ClaimTarget = {
  readonly is: 'claim';
  readonly claim: ClaimHead;
  readonly payer: PayerLevel;
  readonly remarks: readonly Remark[];
};
type Target = ClaimTarget | AidTarget;

/** Where a payment belongs: on a claim that its level pays, else to the public money for the same matter. */
function targetOf(
  values: RecordValues,
  book: PaymentBook,
  finders: Finders,
): Target | { readonly refused: Remark } {
  const matter = findMatter(values, book, finders);
  if (matter.is === 'unknown') return { refused: matter.remark };
  const stated = payerLevels.find((each) => each === values.payer);
  const payer = stated ?? (matter.is === 'claim' ? onlyPayer(matter.claim) : null);
  if (payer === null) return { refused: refusal('没有写明资金来源', '请在“资金来源”栏写明省级、市级或区级') };
  if (matter.is !== 'claim') {
    const note = say('台账没有对应的兑现事项，记为该事由已得的财政资金，今后核定时计入');
    const titleId = matter.is === 'title' ? matter.titleId : null;
    const projectId = matter.is === 'project' ? matter.project.id : null;
    return { is: 'aid', titleId, projectId, payer, remarks: [note] };
  }
  const { claim } = matter;
  const remarks = matter.remark === undefined ? [] : [matter.remark];
  const byNumber = typeof values.claim === 'number';
  if (byNumber || claim.payers.includes(payer)) return { is: 'claim', claim, payer, remarks };
  const note = say(`第${claim.id}号事项没有${payerText[payer]}出资，记为该事由已得的财政资金，核定时计入`);
  return {
    is: 'aid',
    titleId: claim.titleId,
    projectId: claim.projectId,
    payer,
    remarks: [...remarks, note],
  };
}

function onlyPayer({ payers }: ClaimHead): PayerLevel | null {
  const [only, second] = payers;
  return only === undefined || second !== undefined ? null : only;
}

type Asked = {
  readonly db: ReadDb;
  readonly context: StoreContext;
  readonly finders: Finders;
  readonly book: PaymentBook;
};

function placeOf(asked: Asked, values: RecordValues): RecordPlace {
  const target = targetOf(values, asked.book, asked.finders);
  if ('refused' in target) return target;
  if (String(values.paidOn) > asked.context.today)
    return { refused: refusal(`拨付日期 ${values.paidOn} 晚于今天`, '请填写实际拨付日期') };
  if (target.is === 'aid') return placeAid(asked, values, target);
  // The same money may have been recorded before the claim was opened.
  const { titleId, projectId } = target.claim;
  const earlier = sameAid(asked.book, values, { titleId, projectId, payer: target.payer });
  return earlier === undefined ? placePayment(asked, values, target) : { before: {}, values: {} };
}

function placePayment(
  { db, context, book }: Asked,
  values: RecordValues,
  { claim, payer, remarks }: ClaimTarget,
): RecordPlace {
  const own = book.payments.filter((each) => each.claimId === claim.id && each.payer === payer);
  const { voucher, document, tranche, amount, paidOn } = values;
  const known = samePayment(own, values);
  if (known !== undefined) {
    if (known.amountFen !== amount || known.paidOn !== paidOn) {
      const was = `${amountText(known.amountFen)}（${known.paidOn}）`;
      const message = `第${claim.id}号事项第${known.tranche}期${payerText[payer]}资金已登记 ${was}，与本行不同`;
      return { refused: refusal(message, '登记的拨付不随导入改动，请核对；是另一笔的请改期次') };
    }
    const key = { claim: claim.id, payer, tranche: known.tranche };
    return {
      before: { ...key, voucher: known.voucher, document: known.document },
      values: { ...key, ...(voucher == null ? {} : { voucher }), ...(document == null ? {} : { document }) },
      remarks,
    };
  }
  if (voucher == null) return { refused: refusal('没有写凭证号', '请补上拨付凭证的编号') };
  const problem = problemOf(() =>
    assertPayable(
      db,
      claim,
      {
        on: String(paidOn),
        payer,
        tranche: typeof tranche === 'number' ? tranche : nextTranche(own),
        amountFen: Number(amount),
      },
      context.today,
    ),
  );
  if (problem !== undefined) return { refused: refusal(problem, '请按提示办理后重新导入') };
  return { before: null, values: { ...values, claim: claim.id, ground: claim.groundLabel, payer }, remarks };
}

/** A payment that is registered already: of the tranche that is said, else of the day and amount, the voucher not against it. */
function samePayment(own: readonly StoredPayment[], values: RecordValues): StoredPayment | undefined {
  const { tranche, amount, paidOn, voucher } = values;
  if (tranche != null) return own.find((each) => each.tranche === tranche);
  const alike = own.filter((each) => each.amountFen === amount && each.paidOn === paidOn);
  return alike.find((each) => voucher == null || each.voucher === null || each.voucher === voucher);
}

function placeAid({ book, finders }: Asked, values: RecordValues, target: AidTarget): RecordPlace {
  const known = sameAid(book, values, target);
  if (known !== undefined) return { before: {}, values: {} };
  const document = papersOf(values);
  if (document === null)
    return { refused: refusal('没有写资金下达文号或凭证号', '请补上其中一项，以便日后核对') };
  const project = book.projects.find(({ id }) => id === target.projectId);
  const { claim: _claim, tranche: _tranche, voucher: _voucher, ...rest } = values;
  const twin = sameAid(book, { ...values, document: null, voucher: null }, target);
  return {
    before: null,
    values: {
      ...rest,
      ground: matterWords({ titleId: target.titleId, project }, finders),
      payer: target.payer,
      document,
    },
    remarks: [...target.remarks, ...(twin === undefined ? [] : [alike(twin)])],
  };
}

/** Public money that is recorded already: for the same matter, of the same level, day and amount, its paper not against it. */
function sameAid(
  { aid }: PaymentBook,
  values: RecordValues,
  { titleId, projectId, payer }: Omit<AidTarget, 'is' | 'remarks'>,
): StoredAid | undefined {
  const document = papersOf(values);
  return aid.find(
    (each) =>
      each.titleId === titleId &&
      each.projectId === projectId &&
      each.payer === payer &&
      each.receivedOn === values.paidOn &&
      each.amountFen === values.amount &&
      (document === null || cleanText(each.document) === document),
  );
}

/** The paper of public money: the document, with the voucher where one is known. */
function papersOf({ document, voucher }: RecordValues): string | null {
  if (voucher == null) return document == null ? null : String(document);
  return document == null ? `凭证 ${voucher}` : `${document}，凭证 ${voucher}`;
}

function alike({ document }: StoredAid): Remark {
  const message = `台账已有同一事由、同日、同额的一笔（${document}）；确认是另一笔后再导入`;
  return { code: 'record-doubtful', severity: 'warning', message, fix: '是同一笔的请删去这一行' };
}

function nextTranche(own: readonly StoredPayment[]): number {
  return Math.max(0, ...own.map(({ tranche }) => tranche)) + 1;
}

function writePayment(
  tx: WriteTx,
  {
    values,
    claim,
    fresh,
  }: { readonly values: RecordValues; readonly claim: ClaimHead; readonly fresh: boolean },
  { today, actor }: StoreContext,
): void {
  const own = listPayments(tx, claim.id).filter((each) => each.payer === values.payer);
  const tranche = typeof values.tranche === 'number' ? values.tranche : nextTranche(own);
  const voucher = textIn(values, 'voucher');
  const document = textIn(values, 'document');
  if (fresh) {
    const payer = payerLevels.find((each) => each === values.payer);
    if (payer === undefined || voucher === null)
      throw new Error('a payment that was placed has payer and voucher');
    const amountFen = Number(values.amount);
    const on = String(values.paidOn);
    payClaim(
      tx,
      { id: claim.id, on, person: actor, payer, tranche, amountFen, voucher, document: document ?? '' },
      today,
    );
    return;
  }
  const known = own.find((each) => each.tranche === tranche);
  if (known === undefined) throw new Error('a payment that is changed is there');
  updatePaymentPapers(tx, {
    id: known.id,
    voucher: voucher ?? known.voucher,
    document: document ?? known.document,
  });
}

function writeAid(tx: WriteTx, firmId: number, values: RecordValues, target: AidTarget): void {
  insertAid(tx, {
    firmId,
    projectId: target.projectId,
    titleId: target.titleId,
    payer: target.payer,
    amountFen: Number(values.amount),
    receivedOn: String(values.paidOn),
    document: String(values.document),
    remark: textIn(values, 'remark'),
  });
}

function paymentValues(
  { payer, amountFen, paidOn, tranche, voucher, document }: StoredPayment,
  claim: ClaimHead | undefined,
  clauses: ReadonlyMap<string, string>,
): RecordValues {
  return { ...claimValues(claim, clauses), payer, amount: amountFen, paidOn, tranche, voucher, document };
}

function claimValues(claim: ClaimHead | undefined, clauses: ReadonlyMap<string, string>): RecordValues {
  if (claim === undefined) return {};
  return {
    claim: claim.id,
    clause: clauses.get(claim.clauseId) ?? claim.clauseId,
    ground: claim.groundLabel,
  };
}

function aidValues(aid: StoredAid, { projects }: PaymentBook, finders: Finders): RecordValues {
  const project = projects.find(({ id }) => id === aid.projectId);
  return {
    ground: matterWords({ titleId: aid.titleId, project }, finders),
    payer: aid.payer,
    amount: aid.amountFen,
    paidOn: aid.receivedOn,
    document: aid.document,
    remark: aid.remark,
  };
}

/** Two that would read the same are one line. */
function distinct(rows: readonly RecordValues[]): readonly RecordValues[] {
  return [...new Map(rows.map((row) => [JSON.stringify({ ...row, remark: null }), row])).values()];
}

function textIn(values: RecordValues, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' ? value : null;
}

function refusal(message: string, fix: string): Remark {
  return { code: 'record-refused', severity: 'error', message, fix };
}

function say(message: string): Remark {
  return { code: 'record-kept', severity: 'info', message, fix: null };
}
