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
export function historyGroups(changes: readonly RowChange[]): readonly HistoryGroup[] {
  const groups = new Map<number, HistoryGroup>();
  for (const row of changes) {
    const { changeSetId, at, actor, kindLabel, reason } = row;
    const known = groups.get(changeSetId);
    groups.set(changeSetId, {
      changeSetId,
      at,
      actor,
      kindLabel,
      reason,
      rows: [...(known?.rows ?? []), row],
    });
  }
  return [...groups.values()];
}

const operationWords: Readonly<Record<RowChange['operation'], string>> = {
  insert: '登记',
  update: '修改',
  delete: '删除',
};

/** What happened to a row, such as 登记称号事件. */
export function rowHeading(row: Pick<RowChange, 'operation' | 'tableLabel'>): string {
  return `${operationWords[row.operation]}${row.tableLabel}`;
}
