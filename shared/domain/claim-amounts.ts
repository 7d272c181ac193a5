import { amountText, type Fen } from './money.ts';

/** What a decision (核定) stands against. */
export type DecisionBasis = {
  /** Amount by the clause, 分; with `ceiling` the most that can be paid. */
  readonly computedFen: Fen;
  /** The document says 最高 or 不超过: the bureau decides. */
  readonly ceiling: boolean;
  /** What 从优从高不重复 leaves of the computed amount, 分. */
  readonly payableFen: Fen;
};

/**
 * Why a decided amount cannot stand, in words; nothing when it can. It is above 0 and never above the computed
 * amount; it needs a reason for a ceiling and wherever it differs from what the rule itself gives.
 */
export function decisionProblem(basis: DecisionBasis, decidedFen: Fen, reason: string): string | undefined {
  if (!Number.isSafeInteger(decidedFen) || decidedFen <= 0) {
    return '核定金额应大于零；不予兑现的，请办理“不予兑现”并写明原因。';
  }
  if (decidedFen > basis.computedFen) {
    const word = basis.ceiling ? '上限' : '测算金额';
    return `核定金额${amountText(decidedFen)}超过${word}${amountText(basis.computedFen)}。`;
  }
  if (reason.trim() !== '') return undefined;
  if (basis.ceiling) return `本条为上限（${amountText(basis.computedFen)}），核定金额须写明理由。`;
  if (decidedFen !== basis.payableFen) {
    return `核定金额${amountText(decidedFen)}与应兑付金额${amountText(basis.payableFen)}不同，须写明理由。`;
  }
  return undefined;
}

/** Why an amount cannot be paid on a claim, in words; nothing when it can. */
export function paymentProblem(
  claim: { readonly decidedFen: Fen; readonly paidFen: Fen },
  amountFen: Fen,
): string | undefined {
  if (!Number.isSafeInteger(amountFen) || amountFen <= 0) return '拨付金额应大于零。';
  const left = claim.decidedFen - claim.paidFen;
  if (amountFen <= left) return undefined;
  const paid = claim.paidFen === 0 ? '' : `，已拨付${amountText(claim.paidFen)}`;
  return `核定${amountText(claim.decidedFen)}${paid}，最多还可拨付${amountText(left)}，不能拨付${amountText(amountFen)}。`;
}
