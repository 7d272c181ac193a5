import type { TableSheet } from '#electron/excel/write/table-sheet.ts';
import type { ParsedInputOf } from '#shared/contract/api.ts';
import { localDay } from '#shared/domain/day.ts';
import type { Pack } from '#shared/policy/pack.ts';
import { noteSheetName } from '#shared/roster/template.ts';
import { type FirmListColumn, firmListLabels } from '#shared/text/firm-columns.ts';
import { heldViewText, queryText } from '#shared/text/firm-query-text.ts';
import { statusText } from '#shared/text/firm-text.ts';
import type { Context, OpenLedger } from '../context.ts';
import type { FirmFilter } from '../firm-conditions.ts';
import { queryLabels } from '../firm-query.ts';
import { placeLabels, titleLabel } from '../labels.ts';

type Request = ParsedInputOf<'exports.firms'>;

/** What was exported. */
export type Exported = {
  readonly request: Request;
  readonly rows: number;
  readonly columns: readonly FirmListColumn[];
};

const scopeWords = { filter: '符合当前条件的企业', selection: '勾选的企业', all: '台账全部企业' } as const;

/** The conditions of a list in words; `无` when there are none. */
function conditionsText({ pack }: OpenLedger, filter: FirmFilter): string {
  const query = filter.query === null ? [] : [queryText(filter.query, queryLabels({ pack }))];
  const labels = placeLabels(pack);
  const parts = [
    listed('查找', filter.text === '' ? [] : [`“${filter.text}”`]),
    listed(
      '街道',
      filter.streetIds.map((id) => labels.streets.get(id) ?? id),
    ),
    listed(
      '平台',
      filter.platformIds.map((id) => labels.platforms.get(id) ?? id),
    ),
    listed(
      '产业链',
      filter.chainIds.map((id) => labels.chains.get(id) ?? id),
    ),
    listed(
      '状态',
      filter.statuses.map((status) => statusText[status]),
    ),
    listed(
      `称号（${heldViewText[filter.titleView]}）`,
      filter.titleIds.map((id) => titleOrPool(pack, id)),
    ),
    listed('高级筛选', query),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '无' : parts.join('；');
}

/** A pool can stand where a title filters firms. */
function titleOrPool(pack: Pack, id: string): string {
  return pack.pools.find((pool) => pool.id === id)?.label ?? titleLabel(pack, id);
}

function listed(what: string, values: readonly string[]): string {
  return values.length === 0 ? '' : `${what}：${values.join('、')}`;
}

/** One line for the audit trail: what, how many, which conditions, which columns. */
export function describeExport(open: OpenLedger, { request, rows, columns }: Exported): string {
  const conditions = request.scope === 'filter' ? `，条件：${conditionsText(open, request.filter)}` : '';
  return `企业台账 ${rows} 家（${scopeWords[request.scope]}${conditions}）；列：${columnWords(columns)}`;
}

/** The sheet 导出说明: where the list comes from and what was asked, so that it still says so a year later. */
export function exportNotes(context: Context, open: OpenLedger, exported: Exported): TableSheet {
  const { request, rows, columns } = exported;
  const lines: readonly (readonly [string, string])[] = [
    ['来源', `${open.pack.district.name}专精特新梯度培育台账`],
    ['导出时间', momentOf(context.now())],
    ['经办人', context.actor],
    ['范围', scopeWords[request.scope]],
    ['条件', request.scope === 'filter' ? conditionsText(open, request.filter) : '无'],
    ['称号截至', request.filter.asOf],
    ['企业数', `${rows} 家`],
    ['列', columnWords(columns)],
    ['个人信息', request.unmasked ? '未遮挡' : '已遮挡'],
  ];
  return {
    name: noteSheetName,
    lines: [{ text: '导出说明', look: 'title' }],
    columns: [
      { label: '项目', kind: 'text', width: 12 },
      { label: '内容', kind: 'text', width: 76 },
    ],
    batches: [lines],
    total: null,
    footLines: [],
    frozenColumns: 0,
    filter: false,
  };
}

function columnWords(columns: readonly FirmListColumn[]): string {
  return ['企业名称', ...columns.map((column) => firmListLabels[column])].join('、');
}

/** A moment as papers write it: local day and minute. */
export function momentOf(date: Date): string {
  const clock = [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0'));
  return `${localDay(date)} ${clock.join(':')}`;
}
