import { firmFieldLabels, firmFields } from '#shared/domain/firm.ts';
import type { ReadDb } from './handles.ts';
import type { RowImage } from './history.ts';
import { firmColumns } from './tables/firm-row.ts';

/** How an audited table is called in a message, and whether an undo puts its rows back. */
export type AuditedTable = {
  readonly label: string;
  /** Provenance stays when the work it belongs to is undone. */
  readonly undoable: boolean;
  /** Whether what a change set did to the rows of one firm can be taken back without the rest of the set. */
  readonly standsAlone?: boolean;
};

/** Every table whose rows are in the audit trail. */
export const auditedTables: ReadonlyMap<string, AuditedTable> = new Map([
  ['setting', { label: '设置', undoable: true }],
  ['firm', { label: '企业', undoable: true, standsAlone: true }],
  ['firm_name', { label: '曾用名', undoable: true, standsAlone: true }],
  ['title_event', { label: '称号事件', undoable: true, standsAlone: true }],
  ['pool_event', { label: '培育库登记', undoable: true, standsAlone: true }],
  ['import_layout', { label: '列对应', undoable: true }],
  ['firm_year', { label: '经营数据', undoable: true, standsAlone: true }],
  ['evaluation_decision', { label: '年度评价调整', undoable: true }],
  ['evaluation', { label: '年度评价', undoable: true }],
  ['evaluation_result', { label: '年度评价结果', undoable: true }],
  ['improvement', { label: '培育措施', undoable: true, standsAlone: true }],
  ['firm_event', { label: '迁移与注销', undoable: true, standsAlone: true }],
  ['firm_merge', { label: '企业合并', undoable: true }],
  ['firm_distinct', { label: '不是同一家', undoable: true }],
  ['plan', { label: '一企一策档案', undoable: true, standsAlone: true }],
  ['service_officer', { label: '服务专员', undoable: true, standsAlone: true }],
  ['visit', { label: '走访', undoable: true, standsAlone: true }],
  ['service_request', { label: '诉求', undoable: true, standsAlone: true }],
  ['quiet_firm', { label: '免打扰', undoable: true, standsAlone: true }],
  ['park', { label: '平台载体', undoable: true }],
  ['self_assessment', { label: '年度自评', undoable: true, standsAlone: true }],
  ['attachment', { label: '附件', undoable: true, standsAlone: true }],
  ['task_note', { label: '任务进展', undoable: true }],
  ['task_figure', { label: '任务指标', undoable: true }],
  ['task_plan', { label: '任务时限', undoable: true }],
  ['chain_node', { label: '产业链节点', undoable: true }],
  ['chain_firm', { label: '节点企业', undoable: true, standsAlone: true }],
  ['chain_entry', { label: '产业链清单', undoable: true }],
  ['project', { label: '项目', undoable: true, standsAlone: true }],
  ['public_aid', { label: '其他财政资金', undoable: true, standsAlone: true }],
  ['batch', { label: '兑现批次', undoable: true }],
  ['budget', { label: '预算', undoable: true }],
  ['fund_use', { label: '年度资金使用', undoable: true }],
  ['bank_account', { label: '收款账户', undoable: true, standsAlone: true }],
  ['claim', { label: '兑现事项', undoable: true }],
  ['claim_step', { label: '办理记录', undoable: true }],
  ['payment', { label: '拨付记录', undoable: true }],
  ['objection', { label: '公示异议', undoable: true }],
  ['pack_version', { label: '政策包版本', undoable: false }],
  ['import_file', { label: '导入记录', undoable: false }],
]);

/** Tables of the trail itself, rows whose hash stands in their receipt, and tables that a later version gave up. */
const otherTables: ReadonlyMap<string, string> = new Map([
  ['change_set', '变更集'],
  ['change', '变更明细'],
  ['import_row', '导入明细'],
  ['award', '奖补测算'],
]);

/** Chinese name of a table; a table unknown to this list keeps its own. */
export function tableLabel(table: string): string {
  return auditedTables.get(table)?.label ?? otherTables.get(table) ?? table;
}

const firmColumnLabels = new Map(firmFields.map((field) => [firmColumns[field], firmFieldLabels[field]]));

/** Chinese names of those columns that a person knows by a name; the others serve the program. */
export function columnLabels(table: string, columns: readonly string[]): readonly string[] {
  if (table !== 'firm') return [];
  return columns.flatMap((column) => firmColumnLabels.get(column) ?? []);
}

/** A row as a message names it: `企业 杭州某某有限公司`, `称号事件（杭州某某有限公司）`. */
export function describeRow(db: ReadDb, table: string, image: RowImage): string {
  const label = tableLabel(table);
  if (table === 'firm') return `${label} ${image.name}`;
  if (table === 'setting') return `${label} ${image.key}`;
  if (['batch', 'project', 'chain_node', 'chain_entry'].includes(table)) return `${label} ${image.name}`;
  if (table === 'attachment' && image.firm_id === null) return `${label} ${image.attachment_name}`;
  if (table === 'park' && image.park_name !== null) return `${label} ${image.park_name}`;
  const firmId = image.firm_id;
  if (typeof firmId !== 'number') return `${label} ${image.id}`;
  const firm = db.query<{ name: string }>('SELECT name FROM firm WHERE id = ?').get(firmId);
  return `${label}（${firm?.name ?? `企业 ${firmId}`}）`;
}
