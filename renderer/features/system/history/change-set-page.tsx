import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useApi } from '#renderer/client/use-query.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { momentText } from '#renderer/ui/moment-text.ts';
import { Page } from '#renderer/ui/page.tsx';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import '../system.css';
import { type ChangeSet, canUndo, type RowChange, rowTitle, setTitle, stateOf } from './change-set.ts';
import { useUndoSet } from './use-undo-set.ts';

const pageSize = 50;

/** One change set: who, when, why, and every row before and after. */
export function ChangeSetPage() {
  const { id = '' } = useParams();
  const number = /^[1-9]\d{0,14}$/.test(id) ? Number(id) : null;
  if (number === null) return <EmptyState title="没有这个变更集" hint="编号应为数字，请从变更历史进入。" />;
  return <ChangeSetOf key={number} id={number} />;
}

function ChangeSetOf({ id }: { readonly id: number }) {
  const [page, setPage] = useState(1);
  const navigate = useNavigate();
  const undo = useUndoSet();
  const query = useApi(
    'changes.get',
    { id, offset: (page - 1) * pageSize, limit: pageSize },
    { keepPrevious: true },
  );
  const set = query.data?.changeSet;
  return (
    <Page
      title={set === undefined ? `变更集 ${id}` : setTitle(set)}
      actions={
        <>
          <Button onClick={() => void navigate('/system/history')}>返回变更历史</Button>
          {set !== undefined && canUndo(set) ? (
            <Button onClick={() => void undo(set)}>撤销这次变更</Button>
          ) : null}
        </>
      }
    >
      <Loaded query={query}>
        {(data) => (
          <>
            <SetFacts set={data.changeSet} />
            <Table<RowChange>
              rowKey={(row) => `${row.table}-${row.rowId}-${row.operation}`}
              size="middle"
              columns={columns}
              dataSource={[...data.rows]}
              loading={query.isPlaceholderData}
              locale={{ emptyText: <EmptyState title="没有改动的行" hint="这次变更没有改动台账内容。" /> }}
              pagination={{
                current: page,
                pageSize,
                total: data.total,
                showSizeChanger: false,
                showTotal: (total) => `共 ${total} 行`,
                onChange: setPage,
              }}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function SetFacts({ set }: { readonly set: ChangeSet }) {
  const state = stateOf(set);
  return (
    <dl className="change-facts panel">
      <dt>时间</dt>
      <dd className="figures">{momentText(set.at)}</dd>
      <dt>操作人</dt>
      <dd>{set.actor}</dd>
      <dt>原因</dt>
      <dd>{set.reason === '' ? '未填' : set.reason}</dd>
      <dt>状态</dt>
      <dd>
        <StatusWord kind={state.kind} text={state.text} />
      </dd>
    </dl>
  );
}

const columns: TableColumnsType<RowChange> = [
  { key: 'row', title: '改动', width: 220, render: (_value, row) => rowTitle(row) },
  { key: 'fields', title: '内容（改动前 → 改动后）', render: (_value, row) => <Fields row={row} /> },
];

function Fields({ row }: { readonly row: RowChange }) {
  return (
    <ul className="change-fields">
      {row.fields
        .filter(({ before, after }) => before !== null || after !== null)
        .map(({ label, before, after }) => (
          <li key={label}>
            {label}:
            {row.operation === 'insert' ? null : <span className="change-before">{before ?? '未填'}</span>}
            {row.operation === 'update' ? ' → ' : null}
            {row.operation === 'delete' ? null : <span>{after ?? '未填'}</span>}
          </li>
        ))}
    </ul>
  );
}
