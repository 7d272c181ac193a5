import { Button, type TableColumnsType, Tag } from 'antd';
import { type DraftRow, type DraftTable, type Outcome, outcomeWords, tableName } from '../outcomes.ts';
import { RowGist } from './row-gist.tsx';

/** Colour of the word of each outcome. */
export const outcomeColors: Readonly<Record<Outcome, string>> = {
  create: 'success',
  update: 'processing',
  unchanged: 'default',
  conflict: 'warning',
  reject: 'error',
  ignore: 'default',
};

/** Columns of the preview; the table is named only where there are several. */
export function rowColumns(
  tables: readonly DraftTable[],
  onConfirm: (row: DraftRow) => void,
): TableColumnsType<DraftRow> {
  const names = new Map(tables.map((table) => [table.table, tableName(table)]));
  const tableColumn = {
    key: 'table',
    title: '表',
    width: 160,
    ellipsis: true,
    render: (_value: unknown, row: DraftRow) => names.get(row.table),
  };
  return [
    ...(tables.length > 1 ? [tableColumn] : []),
    { key: 'row', title: '行号', width: 72, align: 'right', render: (_value, row) => row.row },
    { key: 'outcome', title: '结果', width: 84, render: (_value, row) => <OutcomeCell row={row} /> },
    { key: 'name', title: '企业名称', width: 240, ellipsis: true, render: (_value, row) => row.name ?? '—' },
    {
      key: 'code',
      title: '统一社会信用代码',
      width: 180,
      render: (_value, row) => <span className="figures">{row.code ?? '—'}</span>,
    },
    { key: 'what', title: '改动与提示', render: (_value, row) => <RowGist row={row} /> },
    {
      key: 'confirm',
      title: '操作',
      width: 104,
      align: 'center',
      render: (_value, row) => <ActionCell row={row} onConfirm={onConfirm} />,
    },
  ];
}

function OutcomeCell({ row }: { readonly row: DraftRow }) {
  const fixed = row.cells.some((cell) => cell.original !== null);
  return (
    <div className="import-outcome">
      <Tag color={outcomeColors[row.outcome]}>{outcomeWords[row.outcome]}</Tag>
      {row.decision === null ? null : <span className="import-quiet">已选定</span>}
      {fixed ? <span className="import-quiet">已改</span> : null}
    </div>
  );
}

/** The one thing a row asks for: 确认 in place, or a decision beside the list. */
function ActionCell({
  row,
  onConfirm,
}: {
  readonly row: DraftRow;
  readonly onConfirm: (row: DraftRow) => void;
}) {
  if (row.toConfirm) {
    return (
      <Button
        size="small"
        type={row.confirmed ? 'text' : 'default'}
        onClick={(event) => {
          event.stopPropagation();
          onConfirm(row);
        }}
      >
        {row.confirmed ? '取消确认' : '确认保留'}
      </Button>
    );
  }
  // The click goes on to the row, which opens.
  if (row.outcome === 'conflict') return <Button size="small">去选定</Button>;
  return row.outcome === 'reject' ? <Button size="small">去改正</Button> : null;
}
