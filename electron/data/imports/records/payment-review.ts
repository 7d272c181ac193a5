import { amountText, type Fen } from '#shared/domain/money.ts';
import type { Clause } from '#shared/policy/clause.ts';
import type { Finders } from '#shared/roster/context.ts';
import type { Remark } from '#shared/roster/issue.ts';
import type { RowRecord } from '#shared/roster/records/record.ts';
import type { OpenLedger } from '../../context.ts';
import { type ComputedGround, computedGrounds } from '../../grounds.ts';
import type { PaymentBook } from './payment-book.ts';
import { findMatter } from './payment-matter.ts';
import { byFirm } from './store.ts';

type Asked = {
  readonly book: PaymentBook;
  readonly finders: Finders;
  /** What the policy comes to for the firm; asked only for money without a claim. */
  readonly grounds: () => readonly ComputedGround[];
};

/** From so many firms on, what the policy comes to is computed for all at once. */
const manyFirms = 50;

/** What the policy comes to for each firm, computed when it is first asked. */
export function groundsBook(open: OpenLedger, firms: number): (firmId: number) => readonly ComputedGround[] {
  let all: ReadonlyMap<number, readonly ComputedGround[]> | undefined;
  return (firmId) => {
    if (firms < manyFirms) return computedGrounds(open, { firmId });
    all ??= byFirm(computedGrounds(open));
    return all.get(firmId) ?? [];
  };
}

/**
 * What only shows when all payments of a firm in a draft are seen: together they must not exceed what was decided on a
 * claim, in the order of their days; money without a claim that exceeds what the policy comes to waits for a person.
 */
export function reviewPayments(
  asked: Asked,
  records: readonly RowRecord[],
): ReadonlyMap<RowRecord, readonly Remark[]> {
  const fresh = records.filter(({ values }) => values.amount != null);
  return new Map([
    ...claimRemarks(
      asked.book,
      fresh.filter(({ values }) => typeof values.claim === 'number'),
    ),
    ...aidRemarks(
      asked,
      fresh.filter(({ values }) => typeof values.claim !== 'number'),
    ),
  ]);
}

function claimRemarks(
  { claims }: PaymentBook,
  records: readonly RowRecord[],
): readonly (readonly [RowRecord, readonly Remark[]])[] {
  const left = new Map(claims.map((claim) => [claim.id, (claim.decidedFen ?? 0) - claim.paidFen]));
  const last = new Map<number, string>();
  const tranches = new Set<string>();
  return records.flatMap((record): (readonly [RowRecord, readonly Remark[]])[] => {
    const { values } = record;
    const id = Number(values.claim);
    const rest = left.get(id) ?? 0;
    const amount = Number(values.amount);
    const on = String(values.paidOn);
    const tranche = `${id} ${values.payer} ${values.tranche}`;
    const refuse = (message: string, fix: string) => [[record, [refusal(message, fix)]] as const];
    if (amount > rest) {
      const message = `本次导入的前几行之后，第${id}号事项最多还可拨付${amountText(rest)}，本行${amountText(amount)}`;
      return refuse(message, '请核对是否重复，或核对金额');
    }
    if (on < (last.get(id) ?? ''))
      return refuse(`第${id}号事项的拨付日期比上面一行早`, '请按拨付日期先后排列');
    if (values.tranche != null && tranches.has(tranche)) {
      return refuse(`第${id}号事项的第${values.tranche}期上面已有一行`, '请改正期次');
    }
    left.set(id, rest - amount);
    last.set(id, on);
    tranches.add(tranche);
    return [];
  });
}

function aidRemarks(
  { book, finders, grounds: groundsOf }: Asked,
  records: readonly RowRecord[],
): readonly (readonly [RowRecord, readonly Remark[]])[] {
  if (records.length === 0) return [];
  const grounds = groundsOf();
  const paid = new Map<string, Fen>();
  return records.flatMap((record): (readonly [RowRecord, readonly Remark[]])[] => {
    const { payer, amount, clause, ground } = record.values;
    const matter = findMatter({ ground: ground ?? null, clause: clause ?? null }, book, finders);
    const about = aboutOf(matter);
    if (about === undefined) return [];
    const found = grounds.find(
      ({ titleId, projectId, evaluation }) =>
        evaluation.outcome === 'awarded' && titleId === about.titleId && projectId === about.projectId,
    );
    if (matter.is === 'title' && grounds.every(({ titleId }) => titleId !== about.titleId))
      return [[record, [untitled(String(ground))]]];
    if (found === undefined || found.evaluation.outcome !== 'awarded') return [];
    if (!counts(found.clause, String(payer))) return [];
    const key = `${about.titleId} ${about.projectId}`;
    const before = (paid.get(key) ?? paidBefore(book, found.clause, about)) + Number(amount);
    paid.set(key, before);
    const limit = found.evaluation.amount;
    if (before <= limit) return [];
    const word = found.evaluation.ceiling ? '上限' : '测算金额';
    const message = `“${found.label}”连同本行已得 ${amountText(before)}，超过${word} ${amountText(limit)}（${found.clause.title}）`;
    const fix = '请核对金额和事由；情况属实的确认后登记';
    return [[record, [{ code: 'record-doubtful', severity: 'warning', message, fix }]]];
  });
}

type About = { readonly titleId: string | null; readonly projectId: number | null };

function aboutOf(matter: ReturnType<typeof findMatter>): About | undefined {
  switch (matter.is) {
    case 'claim':
      return { titleId: matter.claim.titleId, projectId: matter.claim.projectId };
    case 'title':
      return { titleId: matter.titleId, projectId: null };
    case 'project':
      return { titleId: null, projectId: matter.project.id };
    case 'unknown':
      return undefined;
  }
}

/** Whether money of a level counts against a clause: the district's own, and what its overlap group names. */
function counts({ overlap }: Clause, payer: string): boolean {
  return payer === 'district' || (overlap?.countsPaidBy.some((level) => level === payer) ?? false);
}

function paidBefore({ aid, claims }: PaymentBook, clause: Clause, about: About): Fen {
  const same = (each: About) => each.titleId === about.titleId && each.projectId === about.projectId;
  const recorded = aid.filter((each) => same(each) && counts(clause, each.payer));
  const onClaims = claims.filter((claim) => same(claim) && claim.clauseId === clause.id);
  return (
    recorded.reduce((sum, { amountFen }) => sum + amountFen, 0) +
    onClaims.reduce((sum, { paidFen }) => sum + paidFen, 0)
  );
}

function untitled(title: string): Remark {
  const message = `台账中该企业没有“${title}”的认定记录，或本区政策不奖励这一称号`;
  return { code: 'record-doubtful', severity: 'warning', message, fix: '请核对事由；情况属实的确认后登记' };
}

function refusal(message: string, fix: string): Remark {
  return { code: 'record-refused', severity: 'error', message, fix };
}
