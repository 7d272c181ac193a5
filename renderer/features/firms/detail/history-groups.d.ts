import type { OutputOf } from '#shared/contract/api.ts';
/** The change of one row as the history shows it. */
export type RowChange = OutputOf<'firms.get'>['history'][number];
/** All changes that one change set made to a firm: one entry of its history. */
export type HistoryGroup = {
  readonly changeSetId: number;
  readonly at: string;
  readonly actor: string;
  readonly kindLabel: string;
  readonly reason: string;
  readonly rows: readonly RowChange[];
};
/** Puts the changes of a firm together by change set, newest first as the core sends them. */
export declare function historyGroups(changes: readonly RowChange[]): readonly HistoryGroup[];
/** What happened to a row, such as 登记称号事件. */
export declare function rowHeading(row: Pick<RowChange, 'operation' | 'tableLabel'>): string;
