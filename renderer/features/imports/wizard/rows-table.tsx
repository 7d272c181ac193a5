import { Button, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useApi } from '#renderer/client/use-query.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import type { InputOf } from '#shared/contract/api.ts';
import {
  type DraftRow,
  type DraftTable,
  type Outcome,
  outcomeWords,
  severityWords,
  tableName,
} from '../outcomes.ts';
import { RowDetail } from './row-detail.tsx';

const pageSize = 50;
/** How many changed fields stand in the line itself; the rest opens with the row. */
const changesShown = 2;

type Props = {
  readonly draftId: string;
  readonly tables: readonly DraftTable[];
  readonly filter: Pick<InputOf<'imports.rows'>, 'table' | 'outcomes' | 'onlyIssues' | 'onlyToConfirm'>;
  readonly onConfirm: (row: DraftRow, confirmed: boolean) => void;
};

/** The rows of a draft, page by page from the core. */
export function RowsTable({ draftId, tables, filter, onConfirm }: Props) {
  const [page, setPage] = useState(1);
  const query = useApi(
    'imports.rows',
    { draftId, ...filter, offset: (page - 1) * pageSize, limit: pageSize },
    { keepPrevious: true },
  );
  if (query.error) return <ErrorPanel failure={query.error.failure} onRetry={() => void query.refetch()} />;
  const several = tables.length > 1;
  return (
    <Table<DraftRow>
      rowKey={(row) => `${row.table}-${row.row}`}
      size="small"
      columns={columnsOf(several ? tables : [], onConfirm)}
      dataSource={[...(query.data?.rows ?? [])]}
      loading={query.isPending}
      scroll={{ x: several ? 1180 : 1040 }}
      expandable={{
        expandedRowRender: (row) => <RowDetail row={row} />,
        rowExpandable: (row) => row.changes.length > 0 || row.issues.length > 0 || row.reason !== null,
        expandRowByClick: true,
      }}
      locale={{ emptyText: '没有这类行' }}
      pagination={{
        current: page,
        pageSize,
        total: query.data?.total ?? 0,
        showSizeChanger: false,
        showTotal: (total) => `共 ${total} 行`,
        onChange: setPage,
      }}
    />
  );
}

function columnsOf(tables: readonly DraftTable[], onConfirm: Props['onConfirm']): TableColumnsType<DraftRow> {
  const names = new Map(tables.map((table) => [table.table, tableName(table)]));
  return [
    ...(tables.length > 0
      ? [
          {
            key: 'table',
            title: '表',
            width: 160,
            ellipsis: true,
            render: (_value: unknown, row: DraftRow) => names.get(row.table),
          },
        ]
      : []),
    { key: 'row', title: '行号', width: 64, align: 'right', render: (_value, row) => row.row },
    {
      key: 'outcome',
      title: '结果',
      width: 80,
      render: (_value, row) => <Tag color={outcomeColors[row.outcome]}>{outcomeWords[row.outcome]}</Tag>,
    },
    { key: 'name', title: '企业名称', width: 240, ellipsis: true, render: (_value, row) => row.name ?? '—' },
    {
      key: 'code',
      title: '统一社会信用代码',
      width: 180,
      render: (_value, row) => <span className="figures">{row.code ?? '—'}</span>,
    },
    { key: 'what', title: '改动与提示', render: (_value, row) => <Gist row={row} /> },
    {
      key: 'confirm',
      title: '确认',
      width: 110,
      fixed: 'end',
      render: (_value, row) => <ConfirmCell row={row} onConfirm={onConfirm} />,
    },
  ];
}

const outcomeColors: Readonly<Record<Outcome, string>> = {
  create: 'success',
  update: 'processing',
  unchanged: 'default',
  conflict: 'warning',
  reject: 'error',
  ignore: 'default',
};

/** The most telling thing about a row in one line: what changes, else what is wrong. */
function Gist({ row }: { readonly row: DraftRow }) {
  const [issue] = [...row.issues].sort((a, b) => rank[a.severity] - rank[b.severity]);
  const rest = row.changes.length - changesShown;
  return (
    <div className="import-gist">
      {row.outcome === 'update'
        ? row.changes.slice(0, changesShown).map((change) => (
            <div key={change.field}>
              {change.label}：<del>{change.before ?? '未填'}</del> → <ins>{change.after ?? '未填'}</ins>
            </div>
          ))
        : null}
      {row.outcome === 'update' && rest > 0 ? <div className="import-quiet">另有 {rest} 项改动</div> : null}
      {row.outcome === 'create' ? (
        <div className="import-quiet">新建，填入 {row.changes.length} 项</div>
      ) : null}
      {row.reason === null || row.reason === issue?.message ? null : <div>{row.reason}</div>}
      {issue === undefined ? null : (
        <div className={`import-issue-${issue.severity}`}>
          {severityWords[issue.severity]} {issue.cell}：{issue.message}
        </div>
      )}
    </div>
  );
}

const rank = { error: 0, warning: 1, info: 2 } as const;

function ConfirmCell({ row, onConfirm }: { readonly row: DraftRow } & Pick<Props, 'onConfirm'>) {
  if (!row.toConfirm) return null;
  return (
    <Button
      size="small"
      type={row.confirmed ? 'text' : 'default'}
      onClick={(event) => {
        event.stopPropagation();
        onConfirm(row, !row.confirmed);
      }}
    >
      {row.confirmed ? '取消确认' : '确认保留'}
    </Button>
  );
}
