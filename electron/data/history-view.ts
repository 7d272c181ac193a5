import type { z } from 'zod';
import type { ChangeSetRecord, RowChangeRecord } from '#electron/db/history.ts';
import type { ChangeSetSchema, RowChangeSchema } from '#shared/contract/methods/ledger.ts';
import { type FirmField, firmFieldLabels, firmFields } from '#shared/domain/firm.ts';
import { amountText } from '#shared/domain/money.ts';
import { titleEventKinds, titleEventText } from '#shared/domain/title.ts';
import type { Pack } from '#shared/policy/pack.ts';
import { firmFieldText } from '#shared/text/firm-text.ts';
import { maskPhone } from '#shared/text/mask.ts';
import { placeLabels, titleLabel } from './labels.ts';

/** Chinese word for each kind of change set. */
const changeKindText: Readonly<Record<string, string>> = {
  create: '新建台账',
  import: '导入名册',
  'firm-add': '新增企业',
  'firm-edit': '修改企业',
  'title-record': '登记称号事件',
  'award-store': '留存测算',
  setting: '修改设置',
  'demo-load': '载入示例数据',
  'demo-remove': '移除示例数据',
  undo: '撤销',
};

const tableText: Readonly<Record<string, string>> = {
  firm: '企业',
  firm_name: '曾用名',
  title_event: '称号事件',
  award: '奖补测算',
  import_file: '导入记录',
  import_row: '导入明细',
  setting: '设置',
};

/** Columns that serve the program and say nothing to a person. */
const silentColumns = new Set([
  'id',
  'name_key',
  'initials',
  'search_text',
  'trace',
  'pack_hash',
  'firm_id',
  'sample',
]);

const columnText: Readonly<Record<string, string>> = {
  code_state: '代码状态',
  status: '状态',
  title_id: '称号',
  event: '事件',
  kind: '事件',
  event_on: '日期',
  on_day: '日期',
  valid_until: '有效期至',
  batch: '批次',
  document: '文号',
  name_at: '名单所列名称',
  evidence: '依据',
  until_on: '使用至',
  amount_fen: '金额',
  year: '年度',
  outcome: '结果',
  clause_id: '条款',
  key: '项目',
  value: '内容',
  name: '名称',
};

/** A change set as the history page shows it. */
export function presentChangeSet(record: ChangeSetRecord): z.output<typeof ChangeSetSchema> {
  return {
    id: record.id,
    at: record.at,
    actor: record.actor,
    kind: record.kind,
    kindLabel: changeKindText[record.kind] ?? record.kind,
    reason: record.reason,
    changeCount: record.changeCount,
    undoesId: record.undoesId,
    undoneById: record.undoneById,
  };
}

/** The change of one row, only the columns that differ, values in words. */
export function presentRowChange(record: RowChangeRecord, pack: Pack): z.output<typeof RowChangeSchema> {
  return {
    changeSetId: record.changeSetId,
    at: record.at,
    actor: record.actor,
    kindLabel: changeKindText[record.kind] ?? record.kind,
    reason: record.reason,
    table: record.table,
    tableLabel: tableText[record.table] ?? record.table,
    rowId: record.rowId,
    operation: record.operation,
    fields: differingColumns(record).map((column) => ({
      label: columnLabel(column),
      before: columnValue(column, record.before?.[column], pack),
      after: columnValue(column, record.after?.[column], pack),
    })),
  };
}

function differingColumns(record: RowChangeRecord): string[] {
  const columns = Object.keys(record.after ?? record.before ?? {});
  return columns.filter(
    (column) =>
      !silentColumns.has(column) && (record.before?.[column] ?? null) !== (record.after?.[column] ?? null),
  );
}

function columnLabel(column: string): string {
  const field = firmFieldOf(column);
  return field === undefined ? (columnText[column] ?? column) : firmFieldLabels[field];
}

function columnValue(column: string, value: unknown, pack: Pack): string | null {
  if (value === null || value === undefined) return null;
  if (column === 'contact_phone') return maskPhone(String(value));
  if (column === 'amount_fen') return amountText(Number(value));
  if (column === 'title_id') return titleLabel(pack, String(value));
  if (column === 'kind' || column === 'event') {
    const kind = titleEventKinds.find((each) => each === value);
    return kind === undefined ? String(value) : titleEventText[kind];
  }
  const field = firmFieldOf(column);
  if (field === undefined || (typeof value !== 'string' && typeof value !== 'number')) return String(value);
  return firmFieldText(field, value, placeLabels(pack));
}

function firmFieldOf(column: string): FirmField | undefined {
  const camel = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return firmFields.find((field) => field === camel);
}
