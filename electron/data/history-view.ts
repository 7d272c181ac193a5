import type { z } from 'zod';
import { tableLabel } from '#electron/db/audited-tables.ts';
import type { ChangeSetRecord, RowChangeRecord, RowImage } from '#electron/db/history.ts';
import type { ChangeSetSchema, RowChangeSchema } from '#shared/contract/methods/ledger.ts';
import { attachmentKindText } from '#shared/domain/attachment.ts';
import { chainListText, chainRoleText, chainTierText, nodeStateText } from '#shared/domain/chain.ts';
import { claimActionText, claimStateText } from '#shared/domain/claim.ts';
import { type FirmField, firmFieldLabels, firmFields } from '#shared/domain/firm.ts';
import { firmEventText } from '#shared/domain/firm-event.ts';
import { yearFigureInfo } from '#shared/domain/firm-year.ts';
import { improvementStateText } from '#shared/domain/improvement.ts';
import { amountText } from '#shared/domain/money.ts';
import { parkKindText } from '#shared/domain/park.ts';
import { payerText } from '#shared/domain/payer.ts';
import { planApplicationText } from '#shared/domain/plan.ts';
import { poolEventText, poolExitText } from '#shared/domain/pool.ts';
import { requestKindText, satisfactionText } from '#shared/domain/service-request.ts';
import { taskReportText } from '#shared/domain/task.ts';
import { titleEventText } from '#shared/domain/title.ts';
import { standingText } from '#shared/evaluation/rank.ts';
import type { Pack } from '#shared/policy/pack.ts';
import { firmFieldText, statusText } from '#shared/text/firm-text.ts';
import { maskAccount, maskName, maskPhone } from '#shared/text/mask.ts';
import { figureLabel, figureOfColumn, figureText } from '#shared/text/year-figure-text.ts';
import { placeLabels, titleLabel } from './labels.ts';
import { settingLabel, settingValue } from './setting-words.ts';

/** Chinese word for each kind of change set. */
const changeKindText: Readonly<Record<string, string>> = {
  create: '新建台账',
  import: '导入名册',
  'firm-add': '新增企业',
  'firm-edit': '修改企业',
  'title-updated': '登记年度更新',
  'title-record': '登记称号事件',
  'award-store': '留存测算',
  'claim-open': '兑现立项',
  'claim-step': '兑现办理',
  'claim-recompute': '重新测算',
  'claim-pay': '登记拨付',
  'account-set': '登记收款账户',
  'aid-add': '登记其他财政资金',
  'aid-remove': '删除其他财政资金',
  'project-add': '新增项目',
  'project-edit': '修改项目',
  'project-remove': '删除项目',
  'batch-create': '新建兑现批次',
  'batch-edit': '调整兑现批次',
  'batch-lock': '锁定兑现批次',
  'batch-announce': '批次公示',
  'batch-remove': '删除兑现批次',
  'objection-add': '登记公示异议',
  'objection-close': '处理公示异议',
  'budget-set': '设置预算',
  'fund-use': '登记年度资金使用',
  'fund-remove': '删除年度资金使用',
  setting: '修改设置',
  'demo-load': '载入示例数据',
  'demo-remove': '移除示例数据',
  'pool-enter': '培育库入库',
  'pool-leave': '培育库出库',
  evaluation: '年度评价',
  'year-save': '填报经营数据',
  'improvement-save': '登记培育措施',
  'firm-move': '登记迁移或注销',
  'firm-split': '拆分企业',
  'firm-merge': '合并企业',
  'firm-distinct': '认定不是同一家',
  'plan-open': '一企一策建档',
  'plan-edit': '修改一企一策',
  'plan-diagnose': '一企一策重新诊断',
  'plan-close': '一企一策结案',
  'service-assign': '指定服务专员',
  'service-hand-over': '服务专员交接',
  'visit-plan': '安排走访',
  'visit-save': '登记走访',
  'visit-remove': '删除走访',
  'visit-quiet': '免打扰',
  'request-save': '登记诉求',
  'request-remove': '删除诉求',
  'attachment-add': '登记附件',
  'attachment-save': '修改附件',
  'attachment-remove': '删除附件',
  'attachment-read': '查看附件',
  paper: '打印、导出报表',
  'backup-copy': '另存备份',
  'park-save': '登记平台载体',
  'park-remove': '删除平台载体',
  'task-note': '登记任务进展',
  'task-note-remove': '删除任务进展',
  'task-plan': '设置任务时限',
  'chain-node': '登记产业链节点',
  'chain-place': '产业链节点上下企业',
  'chain-entry': '登记产业链清单',
  restore: '从备份恢复',
  export: '导出个人信息',
  'export-list': '导出名单',
  'export-history': '导出变更历史',
  reveal: '查看个人信息',
  undo: '撤销',
  'undo-part': '撤销一家企业的改动',
};

/** Columns that serve the program and say nothing to a person. */
const silentColumns: ReadonlySet<string> = new Set([
  'id',
  'name_key',
  'name_sort',
  'search_text',
  'trace',
  'pack_hash',
  'firm_id',
  'event_id',
  'visit_id',
  'note_id',
  'import_id',
  'change_set_id',
  'sha256',
  'rows_hash',
  'mapping',
  'counts',
  'issues',
  'sample',
  'ground_key',
  'settlement',
  'payers',
  'claim_id',
  'project_id',
  'batch_id',
  'format',
  'fingerprint',
  'texts',
  'rule',
  'items',
  'evaluation_id',
  'low',
  'high',
  'hash',
  'snapshot',
  'gone_id',
  'other_id',
]);

const columnText: Readonly<Record<string, string>> = {
  code_state: '代码状态',
  status: '状态',
  title_id: '称号',
  kind: '类别',
  event_on: '日期',
  valid_until: '有效期至',
  batch: '批次',
  document: '文号',
  name_at: '名单所列名称',
  evidence: '依据',
  cell: '来源单元格',
  from_on: '启用日期',
  until_on: '使用至',
  amount_fen: '金额',
  year: '年度',
  outcome: '结果',
  ceiling: '是否为上限',
  clause_id: '条款',
  pack_id: '政策包',
  computed_on: '测算日期',
  pool_id: '培育库',
  stage: '阶段',
  points: '得分',
  exempt: '不参评',
  reason: '理由',
  appeal: '申诉',
  appeal_result: '申诉处理',
  as_of: '数据截至',
  published_on: '公布日期',
  standing: '评分状态',
  grade: '等次',
  passes: '是否合格',
  rank: '名次',
  exit: '出库原因',
  key: '项目',
  value: '内容',
  name: '名称',
  file_name: '文件',
  size: '文件大小（字节）',
  sheet: '工作表',
  header_row: '表头行',
  row_count: '行数',
  street_id: '街道',
  fields: '各列内容',
  source: '来源',
  weak_point: '短板',
  action: '措施或步骤',
  owner: '责任人',
  due_on: '完成时限',
  progress: '进展',
  gone_name: '并入的企业名称',
  gone_code: '并入的企业代码',
  merged_on: '合并日期',
  application: '申报类型',
  opened_on: '建档日期',
  contact: '一对一联系人',
  contact_unit: '联系人单位职务',
  result: '结果',
  state: '状态',
  ground_label: '事由',
  computed_fen: '测算金额',
  requested_fen: '申报金额',
  decided_fen: '核定金额',
  decision_reason: '核定理由',
  paid_fen: '已拨付金额',
  step_on: '办理日期',
  person: '经办人',
  note: '说明',
  payer: '资金来源',
  tranche: '期次',
  paid_on: '拨付日期',
  voucher: '凭证号',
  received_on: '收到日期',
  raised_by: '提出人',
  content: '内容',
  closed_on: '办结日期',
  locked_on: '锁定日期',
  notice_from: '公示开始',
  notice_until: '公示截止',
  notice_days: '公示工作日',
  notice_contact: '受理联系',
  kind_id: '项目类别',
  rule_version: '规则版本',
  fund_id: '年度资金',
  used_on: '使用日期',
  purpose: '用途',
  facts: '项目情况',
  object: '产品、品牌或人才',
  contract: '合同编号',
  remark: '备注',
  tier: '环节',
  position: '次序',
  role: '角色',
  list: '清单',
  node_id: '节点',
  partner: '对象',
  unit: '单位',
  planned_on: '计划日期',
  visited_on: '走访日期',
  visitors: '走访人员',
  record: '走访情况',
  request_kind: '诉求类别',
  answer: '办理情况',
  satisfaction: '满意度',
  officer: '服务专员',
  task_id: '任务',
  attachment_name: '文件名',
  attachment_kind: '附件类别',
  content_sha256: '内容校验值',
  content_bytes: '大小（字节）',
  added_on: '登记日期',
  attachment_note: '附件说明',
  task_note_id: '任务进展编号',
  pack_place_id: '平台',
  park_name: '名称',
  park_aliases: '其他写法',
  park_kind: '类型',
  rating: '星级或级别',
  rated_on: '评定日期',
  operator: '运营单位',
  lead_industry: '主导产业',
  land_area: '用地面积（平方米）',
  floor_area: '建筑面积（平方米）',
  in_use_on: '投用日期',
  facilities: '公共服务设施',
  filled_on: '填报日期',
  own_grade: '自评等次',
  achievements: '主要成效',
  difficulties: '存在问题',
  next_steps: '下一步打算',
  noted_on: '日期',
  report: '状态',
  indicator_id: '指标',
  figure: '数值',
  done_on: '完成日期',
  holder: '账户名称',
  bank: '开户银行',
  account_number: '账号',
};

/** Chinese words for values that the ledger keeps as short codes. */
const valueText: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  code_state: { valid: '有效', suspicious: '存疑', missing: '未填' },
  status: statusText,
  evidence: {
    finalList: '正式名单',
    mirror: '转载名单',
    publicity: '公示名单',
    roster: '街道上报',
    platformHint: '平台提示',
  },
  outcome: { awarded: '可奖补', notApplicable: '不适用', needsData: '缺少情况' },
  ceiling: { 0: '否', 1: '是' },
  kind: { ...firmEventText, ...titleEventText, ...poolEventText, firms: '企业名册', titles: '认定名单' },
  exit: poolExitText,
  state: { ...improvementStateText, ...claimStateText },
  action: { ...claimActionText, assemble: '立项', recompute: '重新测算' },
  payer: payerText,
  application: planApplicationText,
  exempt: { 0: '否', 1: '是' },
  passes: { 0: '否', 1: '是' },
  standing: { ...standingText, weak: nodeStateText.weak, strong: nodeStateText.strong },
  tier: chainTierText,
  role: chainRoleText,
  list: chainListText,
  report: taskReportText,
  request_kind: requestKindText,
  satisfaction: satisfactionText,
  park_kind: parkKindText,
  attachment_kind: attachmentKindText,
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
    tableLabel: tableLabel(record.table),
    rowId: record.rowId,
    operation: record.operation,
    fields:
      record.table === 'setting'
        ? settingFields(record, pack)
        : differingColumns(record).map((column) => ({
            label: columnLabel(column),
            before: columnValue(column, record.before?.[column], pack),
            after: columnValue(column, record.after?.[column], pack),
          })),
  };
}

/** What a row says, fact by fact; 未填 and what only serves the program left out. */
export function rowFields(
  image: RowImage,
  pack: Pack,
): readonly { readonly label: string; readonly value: string }[] {
  return Object.keys(image).flatMap((column) => {
    if (silentColumns.has(column)) return [];
    const value = columnValue(column, image[column], pack);
    return value === null ? [] : [{ label: columnLabel(column), value }];
  });
}

/** A setting is one line: what it is called, and its value before and after. */
function settingFields({ before, after }: RowChangeRecord, pack: Pack) {
  const key = String((after ?? before)?.key);
  const textOf = (image: typeof before) =>
    image === null ? null : settingValue(key, String(image.value), pack);
  return [{ label: settingLabel(key, pack), before: textOf(before), after: textOf(after) }];
}

function differingColumns(record: RowChangeRecord): string[] {
  const columns = Object.keys(record.after ?? record.before ?? {});
  return columns.filter(
    (column) =>
      !silentColumns.has(column) && (record.before?.[column] ?? null) !== (record.after?.[column] ?? null),
  );
}

function columnLabel(column: string): string {
  const figure = figureOfColumn(column);
  if (figure !== undefined) return figureLabel(figure);
  const field = firmFieldOf(column);
  return field === undefined ? (columnText[column] ?? column) : firmFieldLabels[field];
}

function columnValue(column: string, value: unknown, pack: Pack): string | null {
  if (value === null || value === undefined) return null;
  if (column === 'contact_name') return maskName(String(value));
  if (column === 'contact_phone') return maskPhone(String(value));
  if (column === 'account_number') return maskAccount(String(value));
  if (column === 'points') return `${Number(value) / 100} 分`;
  if (column.endsWith('_fen')) return amountText(Number(value));
  if (column === 'kind_id')
    return pack.projectKinds.find((kind) => kind.id === value)?.label ?? String(value);
  if (column === 'clause_id')
    return pack.clauses.find((clause) => clause.id === value)?.title ?? String(value);
  if (column === 'fund_id') return pack.budgets.find(({ id }) => id === value)?.title ?? String(value);
  if (column === 'pack_place_id') return placeLabels(pack).platforms.get(String(value)) ?? String(value);
  if (column === 'task_id') return pack.tasks.find(({ id }) => id === value)?.title ?? String(value);
  if (column === 'indicator_id') return indicatorLabel(pack, String(value));
  if (column === 'title_id') return titleLabel(pack, String(value));
  if (column === 'pool_id') return pack.pools.find((pool) => pool.id === value)?.label ?? String(value);
  const word = valueText[column]?.[String(value)];
  if (word !== undefined) return word;
  const figure = figureOfColumn(column);
  if (figure !== undefined && (typeof value === 'number' || typeof value === 'string')) {
    const flag = yearFigureInfo[figure].kind === 'flag';
    return figureText(figure, flag ? value === 1 : value);
  }
  const field = firmFieldOf(column);
  if (field === undefined || (typeof value !== 'string' && typeof value !== 'number')) return String(value);
  return firmFieldText(field, value, placeLabels(pack));
}

/** Indicators are named within their task; those that share a name across tasks mean the same. */
function indicatorLabel({ tasks }: Pack, id: string): string {
  return tasks.flatMap(({ indicators }) => indicators).find((each) => each.id === id)?.label ?? id;
}

function firmFieldOf(column: string): FirmField | undefined {
  const camel = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return firmFields.find((field) => field === camel);
}
