import type { StatusKind } from '#renderer/ui/status-word.tsx';
import type { OutputOf } from '#shared/contract/api.ts';

/** One change set of the history. */
export type ChangeSet = OutputOf<'changes.list'>['rows'][number];
/** The change of one row. */
export type RowChange = OutputOf<'changes.get'>['rows'][number];

/** Name of a change set in questions and headings, such as 变更集 12：导入名册. */
export function setTitle(set: Pick<ChangeSet, 'id' | 'kindLabel'>): string {
  return `变更集 ${set.id}：${set.kindLabel}`;
}

/** Whether it stands, was taken back, or took another one back. */
export function stateOf(set: Pick<ChangeSet, 'undoneById' | 'undoesId'>): {
  readonly kind: StatusKind;
  readonly text: string;
} {
  if (set.undoneById !== null) return { kind: 'muted', text: `已由变更集 ${set.undoneById} 撤销` };
  if (set.undoesId !== null) return { kind: 'info', text: `撤销了变更集 ${set.undoesId}` };
  return { kind: 'ok', text: '生效' };
}

/** Founding the ledger cannot be taken back, nor what changed no row, nor what has been taken back already. */
export function canUndo(set: Pick<ChangeSet, 'undoneById' | 'kind' | 'changeCount'>): boolean {
  return set.undoneById === null && set.kind !== 'create' && set.changeCount > 0;
}

const operationWords: Readonly<Record<RowChange['operation'], string>> = {
  insert: '新增',
  update: '修改',
  delete: '删除',
};

/** What happened to a row, such as 修改 企业. */
export function rowTitle(row: Pick<RowChange, 'operation' | 'tableLabel' | 'rowId'>): string {
  return `${operationWords[row.operation]}${row.tableLabel}（编号 ${row.rowId}）`;
}
