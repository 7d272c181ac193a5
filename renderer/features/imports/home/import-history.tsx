import { Button, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useApi } from '#renderer/client/use-query.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { momentText } from '#renderer/ui/moment-text.ts';
import type { OutputOf } from '#shared/contract/api.ts';
import { rosterKindLabels } from '#shared/roster/kinds.ts';
import { countsLine } from '../outcomes.ts';
import { useUndoImport } from '../use-undo-import.ts';

type ImportRow = OutputOf<'imports.list'>['rows'][number];

const pageSize = 50;

/** 导入记录: every table that was committed, and the way back. */
export function ImportHistory() {
  const [page, setPage] = useState(1);
  const undo = useUndoImport();
  const query = useApi('imports.list', { offset: (page - 1) * pageSize, limit: pageSize });
  if (query.error) return <ErrorPanel failure={query.error.failure} onRetry={() => void query.refetch()} />;
  const rows = query.data?.rows ?? [];
  const filesOf = (changeSetId: number) =>
    rows.filter((row) => row.changeSetId === changeSetId).map((row) => row.fileName);
  return (
    <section className="import-history" aria-label="导入记录">
      <h2>导入记录</h2>
      <Table<ImportRow>
        rowKey="id"
        size="small"
        columns={columnsOf((row) => void undo.ask(row.changeSetId, filesOf(row.changeSetId)))}
        dataSource={[...rows]}
        loading={query.isPending}
        scroll={{ x: 1040 }}
        locale={{ emptyText: '还没有导入记录；把名册拖到上方即可开始。' }}
        pagination={{
          current: page,
          pageSize,
          total: query.data?.total ?? 0,
          hideOnSinglePage: true,
          showTotal: (total) => `共 ${total} 张表`,
          onChange: setPage,
        }}
      />
    </section>
  );
}

function columnsOf(onUndo: (row: ImportRow) => void): TableColumnsType<ImportRow> {
  return [
    { key: 'at', title: '时间', width: 140, render: (_value, row) => momentText(row.at) },
    { key: 'file', title: '文件', width: 240, ellipsis: true, render: (_value, row) => row.fileName },
    { key: 'sheet', title: '工作表', width: 120, ellipsis: true, render: (_value, row) => row.sheet || '—' },
    { key: 'kind', title: '类别', width: 90, render: (_value, row) => rosterKindLabels[row.kind] },
    { key: 'rows', title: '行数', width: 70, align: 'right', render: (_value, row) => row.counts.rows },
    { key: 'counts', title: '结果', render: (_value, row) => countsLine(row.counts) },
    { key: 'actor', title: '经办人', width: 90, ellipsis: true, render: (_value, row) => row.actor },
    {
      key: 'undo',
      title: '操作',
      width: 130,
      fixed: 'end',
      render: (_value, row) =>
        row.undone ? (
          <Tag>已撤销</Tag>
        ) : (
          <Button type="link" size="small" danger onClick={() => onUndo(row)}>
            撤销本次导入
          </Button>
        ),
    },
  ];
}
