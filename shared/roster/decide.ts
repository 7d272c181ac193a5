import type { FirmField } from '#shared/domain/firm.ts';

/** How much of an import is wanted (每次导入可选): 新增和更新, 仅新增, 仅更新. */
export const importModes = ['both', 'createOnly', 'updateOnly'] as const;

/** 新增和更新, 仅新增 or 仅更新. */
export type ImportMode = (typeof importModes)[number];

/**
 * What a person decided about one row: not to import it; that it belongs to a firm of the ledger, whose name and code
 * stay (`ledger`) or become those of the row (`roster`); that it is a new firm in spite of its name; or that of
 * several rows of one firm this one counts.
 */
export type RowDecision =
  | { readonly action: 'skip' }
  | { readonly action: 'firm'; readonly firmId: number; readonly identity: 'ledger' | 'roster' }
  | { readonly action: 'new' }
  | { readonly action: 'use' };

/** A decision that is open to a person, in words. */
export type RowChoice = { readonly decision: RowDecision; readonly label: string };

/** The choice that every conflict leaves. */
export const skip: RowChoice = { decision: { action: 'skip' }, label: '这一行不导入' };
/** The choice among several rows that speak of the same. */
export const useThis: RowChoice = { decision: { action: 'use' }, label: '以这一行为准' };

/** Decisions about one table. */
export type TableDecisions = {
  readonly mode: ImportMode;
  /** Fields whose blank cells erase what the ledger holds; a blank keeps otherwise. */
  readonly clearBlanks: ReadonlySet<FirmField>;
  /** By row number, in the order in which they were decided. */
  readonly rows: ReadonlyMap<number, RowDecision>;
};

/** Nothing decided: new and changed rows are wanted, blanks keep, conflicts wait. */
export const noDecisions: TableDecisions = { mode: 'both', clearBlanks: new Set(), rows: new Map() };

/** Whether two decisions are the same. */
export function sameDecision(a: RowDecision | undefined, b: RowDecision): boolean {
  if (a === undefined || a.action !== b.action) return false;
  return a.action !== 'firm' || b.action !== 'firm' || (a.firmId === b.firmId && a.identity === b.identity);
}
