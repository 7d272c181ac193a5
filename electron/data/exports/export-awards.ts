import { getBatch } from '#electron/db/tables/batches.ts';
import { listClaims } from '#electron/db/tables/claims.ts';
import { getAccount, listPayments, type StoredPayment } from '#electron/db/tables/payments.ts';
import type { SheetColumn, TableRow, TableSheet } from '#electron/excel/write/table-sheet.ts';
import { writeTableFile } from '#electron/excel/write/write-table-file.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { claimStateText } from '#shared/domain/claim.ts';
import { payerText } from '#shared/domain/payer.ts';
import { maskAccount } from '#shared/text/mask.ts';
import { type ClaimRow, presentClaims } from '../claims/claim-rows.ts';
import type { Context, OpenLedger } from '../context.ts';
import type { JobControl } from '../job-control.ts';
import { recordCopy, targetFile } from './target-file.ts';

type Request = ParsedInputOf<'exports.awards'>;

const claimColumns: readonly SheetColumn[] = [
  { label: '序号', kind: 'count', width: 7 },
  { label: '事项编号', kind: 'count', width: 9 },
  { label: '企业名称', kind: 'text', width: 34 },
  { label: '统一社会信用代码', kind: 'text', width: 21 },
  { label: '所属街道', kind: 'text', width: 12 },
  { label: '奖补条款', kind: 'text', width: 26 },
  { label: '政策依据', kind: 'text', width: 36 },
  { label: '事由', kind: 'text', width: 36 },
  { label: '事由日期', kind: 'day', width: 12 },
  { label: '年度', kind: 'count', width: 7 },
  { label: '办理方式', kind: 'text', width: 10 },
  { label: '测算金额（万元）', kind: 'wan', width: 13 },
  { label: '申报金额（万元）', kind: 'wan', width: 13 },
  { label: '核定金额（万元）', kind: 'wan', width: 13 },
  { label: '已拨付（万元）', kind: 'wan', width: 13 },
  { label: '步骤', kind: 'text', width: 10 },
  { label: '批次', kind: 'text', width: 18 },
  { label: '账户名称', kind: 'text', width: 30 },
  { label: '开户银行', kind: 'text', width: 26 },
  { label: '账号', kind: 'text', width: 24 },
];

const paymentColumns: readonly SheetColumn[] = [
  { label: '序号', kind: 'count', width: 7 },
  { label: '事项编号', kind: 'count', width: 9 },
  { label: '企业名称', kind: 'text', width: 34 },
  { label: '统一社会信用代码', kind: 'text', width: 21 },
  { label: '奖补条款', kind: 'text', width: 26 },
  { label: '事由', kind: 'text', width: 36 },
  { label: '年度', kind: 'count', width: 7 },
  { label: '期次', kind: 'count', width: 7 },
  { label: '资金来源', kind: 'text', width: 10 },
  { label: '拨付金额（万元）', kind: 'wan', width: 13 },
  { label: '拨付日期', kind: 'day', width: 12 },
  { label: '凭证号', kind: 'text', width: 18 },
  { label: '资金下达文号', kind: 'text', width: 24 },
];

/**
 * Writes the claims (兑现事项) of a year or batch and the payments on them to the chosen place. Account numbers are
 * masked unless asked for, as finance needs them to pay; the copy is recorded in the audit trail.
 */
export async function exportAwards(
  context: Context,
  request: Request,
  job: JobControl,
): Promise<OutputOf<'exports.awards'>> {
  const open = context.open();
  const file = targetFile(context, request.target);
  const { year, batchId } = request;
  const conditions = batchId === null ? { year: year ?? undefined } : { batchId };
  const claims = presentClaims(open, listClaims(open.ledger.read, conditions));
  if (claims.length === 0) throw new AppError('export-empty');
  let changeSetId: number | null = null;
  const { rows } = await writeTableFile(file.path, sheetsOf(open, claims, request), {
    signal: job.signal,
    onRows: (done) => job.progress('写出', done, claims.length),
    beforePlacing: (written) => {
      const what = `${scopeText(open, request)}兑现事项 ${claims.length} 笔及收款账户`;
      const clearFor = request.unmasked ? request.purpose : null;
      changeSetId = recordCopy(context, { what, fileName: file.name, clearFor }, written);
    },
  });
  return { fileName: file.name, rows, changeSetId };
}

function sheetsOf(open: OpenLedger, claims: readonly ClaimRow[], request: Request): readonly TableSheet[] {
  const scope = scopeText(open, request);
  const payments = claims.flatMap((claim) =>
    listPayments(open.ledger.read, claim.id).map((payment) => ({ claim, payment })),
  );
  const sum = (amount: (claim: ClaimRow) => number | null) =>
    claims.reduce((total, claim) => total + (amount(claim) ?? 0), 0);
  const total: TableRow = claimColumns.map(({ label }) => {
    if (label === '序号') return '合计';
    if (label === '测算金额（万元）') return sum(({ computedFen }) => computedFen);
    if (label === '申报金额（万元）') return sum(({ requestedFen }) => requestedFen);
    if (label === '核定金额（万元）') return sum(({ decidedFen }) => decidedFen);
    return label === '已拨付（万元）' ? sum(({ paidFen }) => paidFen) : null;
  });
  const paid = payments.reduce((all, { payment }) => all + payment.amountFen, 0);
  return [
    sheet(`${scope}兑现事项`, '兑现事项', claimColumns, claims.map(claimRow(open, request)), total),
    sheet(
      `${scope}拨付记录`,
      '拨付记录',
      paymentColumns,
      payments.map(({ claim, payment }, index) => paymentRow(claim, payment, index)),
      paymentColumns.map(({ label }) =>
        label === '序号' ? '合计' : label.startsWith('拨付金额') ? paid : null,
      ),
    ),
  ];
}

function sheet(
  title: string,
  name: string,
  columns: readonly SheetColumn[],
  rows: readonly TableRow[],
  total: TableRow,
): TableSheet {
  return {
    name,
    lines: [{ text: title, look: 'title' }],
    columns,
    batches: [rows],
    total,
    footLines: [],
    frozenColumns: 3,
    filter: true,
  };
}

function claimRow(
  { ledger }: OpenLedger,
  { unmasked }: Request,
): (claim: ClaimRow, index: number) => TableRow {
  return (claim, index) => {
    const account = getAccount(ledger.read, claim.firmId);
    const number =
      account === undefined || unmasked ? account?.accountNumber : maskAccount(account.accountNumber);
    return [
      index + 1,
      claim.id,
      claim.firm,
      claim.code,
      claim.streetLabel,
      claim.clauseLabel,
      claim.reference,
      claim.ground,
      claim.eventOn,
      claim.year,
      claim.route === 'direct' ? '免申即享' : '企业申报',
      claim.computedFen,
      claim.requestedFen,
      claim.decidedFen,
      claim.paidFen,
      claimStateText[claim.state],
      claim.batch,
      account?.holder ?? null,
      account?.bank ?? null,
      number ?? null,
    ];
  };
}

function paymentRow(claim: ClaimRow, payment: StoredPayment, index: number): TableRow {
  return [
    index + 1,
    claim.id,
    claim.firm,
    claim.code,
    claim.clauseLabel,
    claim.ground,
    claim.year,
    payment.tranche,
    payerText[payment.payer],
    payment.amountFen,
    payment.paidOn,
    payment.voucher,
    payment.document,
  ];
}

/** 2024年度, 2024年度第一批, or nothing for all years. */
function scopeText({ ledger }: OpenLedger, { year, batchId }: Request): string {
  if (batchId !== null) {
    const batch = getBatch(ledger.read, batchId);
    return `${batch.year}年度${batch.name}`;
  }
  return year === null ? '' : `${year}年度`;
}
