import { type Day, yearOf } from '#shared/domain/day.ts';
import type { Fen } from '#shared/domain/money.ts';
import { amountText } from '#shared/domain/money.ts';
import type { PayerLevel } from '#shared/domain/payer.ts';
import type { OverlapGroup } from './clause.ts';

/** What an award is about, as far as 不重复 can reach; an absent part is never "the same". */
export type OverlapSubject = {
  readonly firmId: number;
  readonly titleId?: string | null;
  readonly projectId?: number | null;
  /** Kind of project; for titles the clause's id stands in. */
  readonly kind?: string | null;
  /** Person, product or standard (同一人才、产品、标准), by its name or number. */
  readonly object?: string | null;
  /** Number of the contract or invoice. */
  readonly contract?: string | null;
};

/** One award that may compete with others (参与比较的奖补). */
export type OverlapClaim = {
  /** The caller's own key; comes back in the settlement. */
  readonly id: string;
  readonly clauseId: string;
  /** For people: 省级专精特新中小企业首次认定（2024-05-10）. */
  readonly label: string;
  readonly groupId: string | null;
  readonly subject: OverlapSubject;
  /** Day by which the clause was chosen; earlier claims come first. */
  readonly on: Day;
  /** What the clause alone comes to, 分: computed, or decided by the bureau where the document names a ceiling. */
  readonly amount: Fen;
  /** Whose money it is; only `same-payer` asks. */
  readonly payer?: PayerLevel;
};

/** Money that was already paid for something (已拨付), by this district or another level. */
export type PaidMoney = {
  /** The claim it was paid on; absent for money of another level or from before this ledger. */
  readonly claimId?: string;
  readonly groupId: string | null;
  readonly label: string;
  readonly subject: OverlapSubject;
  readonly on: Day;
  readonly amount: Fen;
  readonly payer: PayerLevel;
};

/** How one claim comes out beside the others (从优从高不重复的结果). */
export type Settlement = {
  readonly claimId: string;
  /** The rule that was applied; null when the clause competes with nothing. */
  readonly group: Pick<OverlapGroup, 'id' | 'label' | 'scope' | 'outcome'> | null;
  /** All claims within reach, this one included, in order of day. */
  readonly competing: readonly {
    readonly claimId: string;
    readonly label: string;
    readonly on: Day;
    readonly amount: Fen;
  }[];
  /** The claim with the greatest amount within reach. */
  readonly winnerId: string;
  /** Money already paid within reach that counts: the district's own and levels that the group names. */
  readonly counted: readonly PaidMoney[];
  /** 分 to pay on this claim now, after all of that. Never negative, never over the claim's amount. */
  readonly payNow: Fen;
  /** The arithmetic in sentences. */
  readonly why: readonly string[];
};

/**
 * Applies 从优从高不重复 across awards: pure, the order of `claims` and `paid` does not matter.
 * 可叠加: each claim is paid in full less what was paid for the same matter. 取最高: only the greatest within reach is
 * paid, less everything counted there; the others get nothing. 补齐差额: in order of day each claim lifts the total to
 * its own amount. Under the latter two, what was paid and what is paid now never exceed the greatest amount together
 * (unless more was paid before).
 * @param groups the groups as they apply today, settings of the database included (`effectiveGroups`)
 */
export function settle(
  claims: readonly OverlapClaim[],
  groups: readonly OverlapGroup[],
  paid: readonly PaidMoney[],
): readonly Settlement[] {
  const byGroup = new Map(groups.map((group) => [group.id, group]));
  const cells = new Map<string, OverlapClaim[]>();
  for (const claim of claims) {
    const group = claim.groupId === null ? undefined : byGroup.get(claim.groupId);
    const key = cellKey(group, claim);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [claim]);
    else cell.push(claim);
  }
  const paidByFirm = new Map<number, PaidMoney[]>();
  for (const money of paid) {
    const known = paidByFirm.get(money.subject.firmId);
    if (known === undefined) paidByFirm.set(money.subject.firmId, [money]);
    else known.push(money);
  }
  const settled = new Map<string, Settlement>();
  for (const cell of cells.values()) {
    const [first] = cell;
    const group = byGroup.get(first?.groupId ?? '');
    // Claims within reach of each other are of one firm, and only money of that firm can count.
    const money = first === undefined ? [] : (paidByFirm.get(first.subject.firmId) ?? []);
    for (const each of settleCell(cell, group, money)) settled.set(each.claimId, each);
  }
  return claims.flatMap((claim) => settled.get(claim.id) ?? []);
}

/**
 * The groups with the outcomes that the database sets in place of the pack's.
 * @param settings outcome by key `overlap.<group id>`; other keys are ignored
 */
export function effectiveGroups(
  groups: readonly OverlapGroup[],
  settings: Readonly<Record<string, string | null>>,
): readonly OverlapGroup[] {
  return groups.map((group) => effectiveGroup(group, settings));
}

/** One group with the outcome that the database sets in place of the pack's. */
export function effectiveGroup(
  group: OverlapGroup,
  settings: Readonly<Record<string, string | null>>,
): OverlapGroup {
  const outcome = settings[overlapSettingKey(group.id)];
  if (outcome !== 'highest' && outcome !== 'top-up' && outcome !== 'stackable') return group;
  return outcome === group.outcome ? group : { ...group, outcome };
}

/** Key among the policy settings under which a database keeps its own outcome of a group. */
export function overlapSettingKey(groupId: string): string {
  return `overlap.${groupId}`;
}

/** Claims with one key are within reach of each other; a claim that lacks the part asked for stands alone. */
function cellKey(group: OverlapGroup | undefined, claim: OverlapClaim): string {
  const alone = `alone:${claim.id}`;
  if (group === undefined) return alone;
  const same = sameWithin(group, claim.subject, claim.on, claim.payer ?? 'district');
  return same === null ? alone : `${group.id}|${claim.subject.firmId}|${same}`;
}

function sameWithin(group: OverlapGroup, subject: OverlapSubject, on: Day, payer: PayerLevel): string | null {
  const kind = subject.kind ?? null;
  switch (group.scope) {
    case 'same-firm':
      return '';
    case 'same-title':
      return subject.titleId ?? null;
    case 'same-project':
      return subject.projectId?.toString() ?? null;
    case 'same-kind-and-year':
      return kind === null ? null : `${kind}|${yearOf(on)}`;
    case 'same-object':
      return subject.object ?? null;
    case 'same-contract':
      return subject.contract ?? null;
    case 'same-payer': {
      const matter = subject.titleId ?? subject.projectId?.toString() ?? null;
      return matter === null ? null : `${matter}|${payer}`;
    }
  }
}

function settleCell(
  cell: readonly OverlapClaim[],
  group: OverlapGroup | undefined,
  paid: readonly PaidMoney[],
): readonly Settlement[] {
  const inOrder = [...cell].sort(byDay);
  const winner = inOrder.reduce((best, claim) => (claim.amount > best.amount ? claim : best));
  const counted = paid.filter((money) => counts(money, inOrder, group)).sort(byPayment);
  const shared = {
    group: group === undefined ? null : { ...pickGroup(group) },
    competing: inOrder.map(({ id, label, on, amount }) => ({ claimId: id, label, on, amount })),
    winnerId: winner.id,
  };
  let covered = total(counted);
  return inOrder.map((claim) => {
    const own = counted.filter((money) => isFor(money, claim));
    const before = group === undefined || group.outcome === 'stackable' ? total(own) : covered;
    const competes = group?.outcome !== 'highest' || claim === winner;
    const payNow = competes ? Math.max(0, claim.amount - before) : 0;
    covered += payNow;
    const said = group?.outcome === 'top-up' || group?.outcome === 'highest' ? counted : own;
    return {
      claimId: claim.id,
      ...shared,
      counted: said,
      payNow,
      why: explain(claim, winner, inOrder, group, before, payNow),
    };
  });
}

/** Whether money counts in a cell: paid on one of its claims, or for the same matter by a level the group names. */
function counts(money: PaidMoney, cell: readonly OverlapClaim[], group: OverlapGroup | undefined): boolean {
  if (money.claimId !== undefined && cell.some((claim) => claim.id === money.claimId)) return true;
  if (group === undefined || money.groupId !== group.id) return false;
  if (money.payer !== 'district' && !group.countsPaidBy.includes(money.payer)) return false;
  const same = sameWithin(group, money.subject, money.on, money.payer);
  return (
    same !== null &&
    cell.some(
      (claim) =>
        claim.subject.firmId === money.subject.firmId &&
        sameWithin(group, claim.subject, claim.on, claim.payer ?? 'district') === same,
    )
  );
}

/** Whether money was paid for the very matter of the claim. */
function isFor(money: PaidMoney, claim: OverlapClaim): boolean {
  if (money.claimId !== undefined) return money.claimId === claim.id;
  const [a, b] = [money.subject, claim.subject];
  const same = (x: string | number | null | undefined, y: string | number | null | undefined) =>
    x != null && x === y;
  return (
    a.firmId === b.firmId &&
    (same(a.titleId, b.titleId) ||
      same(a.projectId, b.projectId) ||
      same(a.object, b.object) ||
      same(a.contract, b.contract))
  );
}

function pickGroup({ id, label, scope, outcome }: OverlapGroup): NonNullable<Settlement['group']> {
  return { id, label, scope, outcome };
}

function total(money: readonly PaidMoney[]): Fen {
  return money.reduce((sum, each) => sum + each.amount, 0);
}

function byDay(a: OverlapClaim, b: OverlapClaim): number {
  return compareText(a.on, b.on) || compareText(a.id, b.id);
}

function byPayment(a: PaidMoney, b: PaidMoney): number {
  return compareText(a.on, b.on) || a.amount - b.amount || compareText(a.label, b.label);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function explain(
  claim: OverlapClaim,
  winner: OverlapClaim,
  cell: readonly OverlapClaim[],
  group: OverlapGroup | undefined,
  before: Fen,
  payNow: Fen,
): readonly string[] {
  const paidBefore = before === 0 ? '' : `，已付${amountText(before)}`;
  const sum = `应付${amountText(claim.amount)}${paidBefore}，本次付${amountText(payNow)}。`;
  if (group === undefined) return [`本项不与其他奖补比较：${sum}`];
  const list = cell.map((each) => `${each.label}${amountText(each.amount)}`).join('、');
  const head = cell.length === 1 ? `“${group.label}”内没有其他事项` : `“${group.label}”内有：${list}`;
  switch (group.outcome) {
    case 'stackable':
      return [`${head}。`, `可叠加，各按本项计：${sum}`];
    case 'highest':
      return claim === winner
        ? [`${head}。`, `取最高，本项最高：${sum}`]
        : [`${head}。`, `取最高，已取${winner.label}${amountText(winner.amount)}，本项不再付。`];
    case 'top-up':
      return [`${head}。`, `补齐差额，按日期先后补到本项金额：${sum}`];
  }
}
