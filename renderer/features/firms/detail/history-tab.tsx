import { Button, Pagination } from 'antd';
import { useState } from 'react';
import { useApi } from '#renderer/client/use-query.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { momentText } from '#renderer/ui/moment-text.ts';
import type { OutputOf } from '#shared/contract/api.ts';
import { useUndoEntry } from './use-undo-entry.ts';

/** What one change set did to the firm. */
export type HistoryEntry = OutputOf<'firms.history'>['entries'][number];

type RowChange = HistoryEntry['rows'][number];

type Props = { readonly firm: { readonly id: number; readonly name: string } };

const pageSize = 20;

/** 历史: who changed what and when, before and after, each entry with the way back. */
export function HistoryTab({ firm }: Props) {
  const [page, setPage] = useState(1);
  const undo = useUndoEntry(firm);
  const query = useApi(
    'firms.history',
    { id: firm.id, offset: (page - 1) * pageSize, limit: pageSize },
    { keepPrevious: true },
  );
  return (
    <Loaded query={query}>
      {({ total, entries }) =>
        total === 0 ? (
          <EmptyState title="还没有变更记录" hint="新增、修改、导入都会记在这里。" />
        ) : (
          <>
            <ol className="firm-history">
              {entries.map((entry) => (
                <Entry key={entry.changeSet.id} entry={entry} undo={undo} />
              ))}
            </ol>
            <Pagination
              className="firm-history-pages"
              align="end"
              current={page}
              pageSize={pageSize}
              total={total}
              hideOnSinglePage
              showSizeChanger={false}
              showTotal={(all) => `共 ${all} 次变更`}
              onChange={setPage}
            />
          </>
        )
      }
    </Loaded>
  );
}

function Entry({
  entry,
  undo,
}: {
  readonly entry: HistoryEntry;
  readonly undo: ReturnType<typeof useUndoEntry>;
}) {
  const { changeSet, rows, alone } = entry;
  const wide = changeSet.changeCount > rows.length;
  return (
    <li>
      <div className="firm-history-head">
        <span className="figures">{momentText(changeSet.at)}</span>
        <strong>{changeSet.kindLabel}</strong>
        <span>{changeSet.actor}</span>
        <span className="firm-quiet">{changeSet.reason}</span>
        <span className="firm-quiet">变更集 {changeSet.id}</span>
        {changeSet.undoneById === null ? null : (
          <span className="firm-quiet">已由变更集 {changeSet.undoneById} 撤销</span>
        )}
        {changeSet.undoneById === null && (alone || !wide) ? (
          <Button type="link" size="small" onClick={() => void undo.here(entry)}>
            撤销此项
          </Button>
        ) : null}
        {changeSet.undoneById === null && wide ? (
          <Button type="link" size="small" onClick={() => void undo.whole(entry)}>
            撤销整次变更
          </Button>
        ) : null}
      </div>
      {rows.map((row) => (
        <RowEntry key={`${row.table}-${row.rowId}-${row.operation}`} row={row} />
      ))}
    </li>
  );
}

const operationWords: Readonly<Record<RowChange['operation'], string>> = {
  insert: '登记',
  update: '修改',
  delete: '删除',
};

function RowEntry({ row }: { readonly row: RowChange }) {
  if (row.fields.length === 0) return null;
  return (
    <table className="firm-history-table">
      <caption>{`${operationWords[row.operation]}${row.tableLabel}`}</caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">改动前</th>
          <th scope="col">改动后</th>
        </tr>
      </thead>
      <tbody>
        {row.fields.map((field) => (
          <tr key={field.label}>
            <th scope="row">{field.label}</th>
            <td>{field.before ?? '—'}</td>
            <td>{field.after ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
