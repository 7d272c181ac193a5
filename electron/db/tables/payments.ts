import type { Day } from '#shared/domain/day.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { PayerLevel } from '#shared/domain/payer.ts';
import type { ReadDb, WriteTx } from '../handles.ts';

/** One payment (拨付) on a claim. */
export type StoredPayment = {
  readonly id: number;
  readonly claimId: number;
  readonly firmId: number;
  readonly payer: PayerLevel;
  /** 期次: payers may share a tranche. */
  readonly tranche: number;
  readonly amountFen: Fen;
  readonly paidOn: Day;
  /** 凭证号. */
  readonly voucher: string | null;
  /** 资金下达文号. */
  readonly document: string | null;
};

const columns =
  'payment.id, payment.claim_id AS claimId, payment.firm_id AS firmId, payer, tranche, amount_fen AS amountFen, ' +
  'paid_on AS paidOn, voucher, document';

/** Payments on one claim, in the order of tranche and entry. */
export function listPayments(db: ReadDb, claimId: number): readonly StoredPayment[] {
  return db
    .query<StoredPayment>(`SELECT ${columns} FROM payment WHERE claim_id = ? ORDER BY tranche, id`)
    .all(claimId);
}

/** Payments of all firms, by claim in the order of tranche and entry. */
export function listAllPayments(db: ReadDb): readonly StoredPayment[] {
  return db.query<StoredPayment>(`SELECT ${columns} FROM payment ORDER BY claim_id, tranche, id`).all();
}

/** Sets the numbers of voucher and document of a payment; what does not differ is not recorded. */
export function updatePaymentPapers(
  tx: WriteTx,
  { id, voucher, document }: Pick<StoredPayment, 'id' | 'voucher' | 'document'>,
): void {
  tx.write('UPDATE payment SET voucher = ?, document = ? WHERE id = ?').run(voucher, document, id);
}

/** Payments on all claims of a batch. */
export function listBatchPayments(db: ReadDb, batchId: number): readonly StoredPayment[] {
  return db
    .query<StoredPayment>(
      `SELECT ${columns} FROM payment JOIN claim ON claim.id = payment.claim_id
       WHERE claim.batch_id = ? ORDER BY payment.claim_id, tranche, payment.id`,
    )
    .all(batchId);
}

/** Records a payment. The schema refuses what would exceed the decided amount. */
export function insertPayment(tx: WriteTx, payment: Omit<StoredPayment, 'id'>): void {
  tx.write(
    `INSERT INTO payment (claim_id, firm_id, payer, tranche, amount_fen, paid_on, voucher, document)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    payment.claimId,
    payment.firmId,
    payment.payer,
    payment.tranche,
    payment.amountFen,
    payment.paidOn,
    payment.voucher,
    payment.document,
  );
}

/** Where a firm is paid to (收款账户). */
export type StoredAccount = {
  readonly firmId: number;
  readonly holder: string;
  readonly bank: string;
  readonly accountNumber: string;
};

/** The account of a firm, if it is on record. */
export function getAccount(db: ReadDb, firmId: number): StoredAccount | undefined {
  return db
    .query<StoredAccount>(
      'SELECT firm_id AS firmId, holder, bank, account_number AS accountNumber FROM bank_account WHERE firm_id = ?',
    )
    .get(firmId);
}

/** Records or replaces the account of a firm. */
export function putAccount(tx: WriteTx, account: StoredAccount): void {
  tx.write(
    `INSERT INTO bank_account (firm_id, holder, bank, account_number) VALUES (?, ?, ?, ?)
     ON CONFLICT (firm_id) DO UPDATE SET holder = excluded.holder, bank = excluded.bank,
       account_number = excluded.account_number`,
  ).run(account.firmId, account.holder, account.bank, account.accountNumber);
}
