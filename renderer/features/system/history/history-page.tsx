import { Button, Table, type TableColumnsType } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useApi } from '#renderer/client/use-query.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { momentText } from '#renderer/ui/moment-text.ts';
import { Page } from '#renderer/ui/page.tsx';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import '../system.css';
import { type ChangeSet, canUndo, setTitle, stateOf } from './change-set.ts';
import { HistoryExportButton } from './export-button.tsx';
import { useUndoSet } from './use-undo-set.ts';

const pageSize = 50;

/** 变更历史: every change set, newest first; each can be looked into and taken back. */
export function HistoryPage() {
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const undo = useUndoSet();
  const page = Math.max(1, Math.trunc(Number(params.get('page') ?? '1')) || 1);
  const list = useApi(
    'changes.list',
    { offset: (page - 1) * pageSize, limit: pageSize },
    { keepPrevious: true },
  );
  const goTo = (next: number) =>
    setParams((current) => {
      const changed = new URLSearchParams(current);
      if (next === 1) changed.delete('page');
      else changed.set('page', String(next));
      return changed;
    });

  return (
    <Page
      title="变更历史"
      actions={<HistoryExportButton />}
      state={
        list.data === undefined
          ? undefined
          : `共 ${list.data.total} 次变更。每次变更记录谁在何时为何改了什么，可以整次撤销。`
      }
    >
      <Loaded query={list}>
        {(data) => (
          <Table<ChangeSet>
            rowKey="id"
            size="middle"
            columns={columnsOf((set) => void undo(set))}
            dataSource={[...data.rows]}
            loading={list.isPlaceholderData}
            locale={{
              emptyText: (
                <EmptyState title="还没有变更" hint="导入名册、修改企业之后，每次变更都记在这里。" />
              ),
            }}
            rowClassName={(set) => (set.undoneById === null ? 'history-row' : 'history-row history-undone')}
            onRow={(set) => ({ onDoubleClick: () => void navigate(`/system/history/${set.id}`) })}
            pagination={{
              current: page,
              pageSize,
              total: data.total,
              showSizeChanger: false,
              showTotal: (total) => `共 ${total} 次`,
              onChange: goTo,
            }}
          />
        )}
      </Loaded>
    </Page>
  );
}

function columnsOf(onUndo: (set: ChangeSet) => void): TableColumnsType<ChangeSet> {
  return [
    {
      key: 'id',
      title: '变更集',
      width: 84,
      align: 'right',
      render: (_value, set) => <Link to={`/system/history/${set.id}`}>{set.id}</Link>,
    },
    {
      key: 'at',
      title: '时间',
      width: 160,
      render: (_value, set) => <span className="figures">{momentText(set.at)}</span>,
    },
    { key: 'actor', title: '操作人', dataIndex: 'actor', width: 130, ellipsis: true },
    {
      key: 'kind',
      title: '事项',
      width: 130,
      render: (_value, set) => <Link to={`/system/history/${set.id}`}>{set.kindLabel}</Link>,
    },
    { key: 'reason', title: '原因', dataIndex: 'reason', ellipsis: true },
    { key: 'changes', title: '改动行数', dataIndex: 'changeCount', width: 100, align: 'right' },
    { key: 'state', title: '状态', width: 190, render: (_value, set) => <StateCell set={set} /> },
    {
      key: 'actions',
      title: '操作',
      width: 130,
      render: (_value, set) => (
        <>
          <Link to={`/system/history/${set.id}`}>查看</Link>
          {canUndo(set) ? (
            <Button type="link" size="small" aria-label={`撤销${setTitle(set)}`} onClick={() => onUndo(set)}>
              撤销
            </Button>
          ) : null}
        </>
      ),
    },
  ];
}

function StateCell({ set }: { readonly set: ChangeSet }) {
  const state = stateOf(set);
  return <StatusWord kind={state.kind} text={state.text} />;
}
