import type { z } from 'zod';
import type { BatchSchema } from '#shared/contract/methods/batches.ts';
import type { ClaimRowSchema } from '#shared/contract/methods/claims.ts';
import type { ReportSpecSchema } from '#shared/contract/methods/reports.ts';
import { capitalAmount } from '#shared/domain/capital-amount.ts';
import { claimStateText } from '#shared/domain/claim.ts';
import { amountText, type Fen } from '#shared/domain/money.ts';
import { type PayerLevel, payerText } from '#shared/domain/payer.ts';
import {
  customarySigners,
  originLines,
  proseDay,
  type Report,
  type ReportCell,
  type ReportOrigin,
  type ReportTable,
  totalRow,
} from './report.ts';

type Spec = z.output<typeof ReportSpecSchema>;
type Claim = z.output<typeof ClaimRowSchema>;
type Batch = z.output<typeof BatchSchema>;

/** A batch with its claims, and who announces it. */
export type BatchPaper = {
  readonly batch: Batch;
  readonly rows: readonly Claim[];
  /** The bureau, such as 区经信科技局. */
  readonly bureau: string;
};

/** What was paid on a batch, and where its firms are paid to, numbers masked. */
export type BatchMoney = {
  readonly payments: readonly {
    readonly claimId: number;
    readonly payer: PayerLevel;
    readonly tranche: number;
    readonly amountFen: Fen;
    readonly paidOn: string;
    readonly voucher: string | null;
  }[];
  readonly accounts: ReadonlyMap<number, { readonly bank: string; readonly accountNumber: string }>;
};

/** Report 3, 奖补兑现汇总表 of a batch or a year: the four amounts of each claim and where it stands. */
export function claimsReport(
  spec: Spec,
  { batch, rows: claims }: { readonly batch: Batch | null; readonly rows: readonly Claim[] },
  origin: ReportOrigin,
): Report {
  const rows: ReportCell[][] = claims.map((claim, index) => [
    index + 1,
    claim.firm,
    claim.code ?? '未填',
    claim.streetLabel ?? '—',
    claim.ground,
    claim.reference,
    claim.computedFen,
    claim.requestedFen,
    claim.decidedFen,
    claim.paidFen,
    claimStateText[claim.state],
  ]);
  const total = totalRow(rows, 11, [6, 7, 8, 9]);
  const decided = claims.reduce((sum, claim) => sum + (claim.decidedFen ?? 0), 0);
  const paid = claims.reduce((sum, claim) => sum + claim.paidFen, 0);
  const what = batch === null ? `${spec.year}年度` : `${batch.year}年度${batch.name}`;
  return {
    spec,
    title: `${origin.districtName}${what}专精特新奖补兑现汇总表`,
    fileName: `奖补兑现汇总表_${what}`,
    orientation: 'landscape',
    blocks: [
      {
        type: 'paragraph',
        text: `${what}奖补${claims.length}笔，核定${amountText(decided)}（${capitalAmount(decided)}），已拨付${amountText(paid)}（${capitalAmount(paid)}）。`,
      },
      {
        type: 'table',
        title: `${what}奖补兑现汇总表（单位：万元）`,
        columns: [
          { label: '序号', kind: 'count', width: 5 },
          { label: '企业名称', kind: 'text', width: 24 },
          { label: '统一社会信用代码', kind: 'text', width: 18 },
          { label: '所属街道', kind: 'text', width: 9 },
          { label: '奖补事由', kind: 'text', width: 20 },
          { label: '政策依据', kind: 'text', width: 12 },
          { label: '测算', kind: 'wan', width: 9 },
          { label: '申报', kind: 'wan', width: 9 },
          { label: '核定', kind: 'wan', width: 9 },
          { label: '拨付', kind: 'wan', width: 9 },
          { label: '步骤', kind: 'text', width: 8 },
        ],
        rows,
        total,
      },
    ],
    footLines: originLines(origin, spec.asOf),
    signers: [...customarySigners],
    sample: origin.sample,
  };
}

/**
 * The only columns a public notice may carry (公示表): nothing of contacts, phones or accounts is ever handed to it.
 * A new column belongs here only when everybody may read it.
 */
const noticeColumns: readonly (ReportTable['columns'][number] & {
  readonly cell: (claim: Claim, index: number) => ReportCell;
})[] = [
  { label: '序号', kind: 'count', width: 6, cell: (_claim, index) => index + 1 },
  { label: '企业名称', kind: 'text', width: 26, cell: (claim) => claim.firm },
  { label: '所属街道', kind: 'text', width: 10, cell: (claim) => claim.streetLabel ?? '—' },
  { label: '奖补事由', kind: 'text', width: 24, cell: (claim) => claim.ground },
  { label: '政策依据', kind: 'text', width: 14, cell: (claim) => claim.reference },
  { label: '奖补金额', kind: 'wan', width: 11, cell: (claim) => claim.decidedFen },
];

/** Report 3, 公示表 of a batch: what is to be paid to whom and why, and how to object. */
export function noticeReport(
  spec: Spec,
  { batch, rows: claims, bureau }: BatchPaper,
  origin: ReportOrigin,
): Report {
  const rows = claims.map((claim, index) => noticeColumns.map((column) => column.cell(claim, index)));
  const total = totalRow(rows, noticeColumns.length, [noticeColumns.length - 1]);
  const period =
    batch.noticeFrom === null || batch.noticeUntil === null
      ? '公示期另行确定'
      : `公示期为${proseDay(batch.noticeFrom)}至${proseDay(batch.noticeUntil)}（${batch.noticeDays}个工作日）`;
  return {
    spec,
    title: `关于${origin.districtName}${batch.year}年度专精特新奖补资金（${batch.name}）的公示`,
    fileName: `奖补公示表_${batch.year}年度${batch.name}`,
    orientation: 'portrait',
    blocks: [
      {
        type: 'paragraph',
        text: `根据《${origin.documentTitle}》，经审核，拟对下列${claims.length}项给予奖补，合计${amountText(batch.decidedFen)}（${batch.decidedCapital}），现予公示。${period}。`,
      },
      {
        type: 'paragraph',
        text: `公示期内如有异议，请以书面形式向${bureau}反映：单位提出的应加盖公章，个人提出的应署真实姓名并写明联系方式。受理联系：${batch.noticeContact ?? '另行确定'}。`,
      },
      {
        type: 'table',
        title: '拟奖补名单（单位：万元）',
        columns: noticeColumns.map(({ label, kind, width }) => ({ label, kind, width })),
        rows,
        total,
      },
      { type: 'paragraph', text: `${bureau}　${proseDay(batch.noticeFrom ?? spec.asOf)}` },
    ],
    footLines: [],
    signers: [],
    sample: origin.sample,
  };
}

/** 拨付清单 of a batch: what each firm gets, what is paid by which level and voucher; accounts masked. */
export function paymentsReport(spec: Spec, paper: BatchPaper & BatchMoney, origin: ReportOrigin): Report {
  const { batch, rows: claims, payments, accounts } = paper;
  const paidBy = (claimId: number | null, payer: PayerLevel) =>
    payments
      .filter((each) => (claimId === null || each.claimId === claimId) && each.payer === payer)
      .reduce((sum, each) => sum + each.amountFen, 0);
  const rows: ReportCell[][] = claims.map((claim, index) => {
    const account = accounts.get(claim.firmId);
    const own = payments.filter((each) => each.claimId === claim.id);
    return [
      index + 1,
      claim.firm,
      claim.reference,
      claim.decidedFen,
      paidBy(claim.id, 'city'),
      paidBy(claim.id, 'district'),
      (claim.decidedFen ?? 0) - claim.paidFen,
      account?.bank ?? '未填',
      account?.accountNumber ?? '未填',
      own
        .map((each) => `第${each.tranche}期${payerText[each.payer]}${each.paidOn}，${each.voucher ?? '—'}`)
        .join('；') || '—',
    ];
  });
  const split = (['province', 'city', 'district'] as const)
    .map((payer) => `${payerText[payer]}${amountText(paidBy(null, payer))}`)
    .join('、');
  return {
    spec,
    title: `${origin.districtName}${batch.year}年度专精特新奖补资金拨付清单（${batch.name}）`,
    fileName: `奖补拨付清单_${batch.year}年度${batch.name}`,
    orientation: 'landscape',
    blocks: [
      {
        type: 'paragraph',
        text: `本批次共${claims.length}笔，应拨付${amountText(batch.decidedFen)}（${batch.decidedCapital}）；已拨付${amountText(batch.paidFen)}（${capitalAmount(batch.paidFen)}），其中${split}。账号只显示末四位。`,
      },
      {
        type: 'table',
        title: '拨付清单（单位：万元）',
        columns: [
          { label: '序号', kind: 'count', width: 5 },
          { label: '企业名称', kind: 'text', width: 24 },
          { label: '政策依据', kind: 'text', width: 12 },
          { label: '核定', kind: 'wan', width: 9 },
          { label: '市级已付', kind: 'wan', width: 9 },
          { label: '区级已付', kind: 'wan', width: 9 },
          { label: '待拨付', kind: 'wan', width: 9 },
          { label: '开户银行', kind: 'text', width: 18 },
          { label: '账号', kind: 'text', width: 18 },
          { label: '期次与凭证', kind: 'text', width: 24 },
        ],
        rows,
        total: totalRow(rows, 10, [3, 4, 5, 6]),
      },
    ],
    footLines: originLines(origin, spec.asOf),
    signers: [...customarySigners],
    sample: origin.sample,
  };
}
