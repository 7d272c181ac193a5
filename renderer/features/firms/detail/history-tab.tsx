import { Button } from 'antd';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { momentText } from '#renderer/ui/moment-text.ts';
import { type HistoryGroup, historyGroups, type RowChange, rowHeading } from './history-groups.ts';
import { useUndoChange } from './use-undo-change.ts';

/** 历史: who changed what and when, before and after, each entry with the way back. */
export function HistoryTab({ changes }: { readonly changes: readonly RowChange[] }) {
  const undo = useUndoChange();
  const groups = historyGroups(changes);
  if (groups.length === 0) return <EmptyState title="还没有变更记录" hint="新增、修改、导入都会记在这里。" />;
  return (
    <ol className="firm-history">
      {groups.map((group) => (
        <HistoryEntry key={group.changeSetId} group={group} onUndo={() => void undo(group.changeSetId)} />
      ))}
    </ol>
  );
}

function HistoryEntry({ group, onUndo }: { readonly group: HistoryGroup; readonly onUndo: () => void }) {
  return (
    <li>
      <div className="firm-history-head">
        <span className="figures">{momentText(group.at)}</span>
        <strong>{group.kindLabel}</strong>
        <span>{group.actor}</span>
        <span className="firm-quiet">{group.reason}</span>
        <span className="firm-quiet">变更集 {group.changeSetId}</span>
        <Button type="link" size="small" onClick={onUndo}>
          撤销
        </Button>
      </div>
      {group.rows.map((row) => (
        <RowEntry key={`${row.table}-${row.rowId}-${row.operation}`} row={row} />
      ))}
    </li>
  );
}

function RowEntry({ row }: { readonly row: RowChange }) {
  if (row.fields.length === 0) return null;
  return (
    <table className="firm-history-table">
      <caption>{rowHeading(row)}</caption>
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
