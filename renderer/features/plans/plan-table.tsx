import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { planApplicationText } from '#shared/domain/plan.ts';

type Plans = OutputOf<'plans.list'>;
type Row = Plans['rows'][number];

const columns: TableColumnsType<Row> = [
  {
    key: 'firm',
    title: '企业名称',
    width: 260,
    fixed: 'start',
    render: (_value, row) => <Link to={`/plans/${row.firmId}`}>{row.firm}</Link>,
  },
  { key: 'street', title: '街道', width: 100, render: (_value, row) => row.streetLabel ?? '—' },
  {
    key: 'target',
    title: '培育目标',
    width: 176,
    render: (_value, row) => `${row.titleLabel}（${planApplicationText[row.application]}）`,
  },
  { key: 'contact', title: '联系人', width: 96, render: (_value, row) => row.contact ?? '—' },
  { key: 'owners', title: '责任人', width: 140, render: (_value, row) => row.owners.join('、') || '—' },
  {
    key: 'measures',
    title: '措施完成',
    width: 90,
    align: 'right',
    render: (_value, row) => (
      <span className="figures">
        {row.done}/{row.measures}
      </span>
    ),
  },
  { key: 'due', title: '最近时限', width: 104, render: (_value, row) => row.nextDue ?? '—' },
  {
    key: 'state',
    title: '状态',
    width: 112,
    render: (_value, row) => <Standing row={row} />,
  },
  { key: 'opened', title: '建档日期', width: 104, render: (_value, row) => row.openedOn },
];

function Standing({ row }: { readonly row: Row }) {
  if (row.closedOn !== null) return <StatusWord kind="muted" text={`${row.closedOn} 结案`} />;
  if (row.overdue > 0) return <StatusWord kind="error" text={`逾期 ${row.overdue} 项`} />;
  if (row.measures === 0) return <StatusWord kind="warn" text="未定措施" />;
  return <StatusWord kind="ok" text="按期推进" />;
}

type Props = {
  readonly data: Plans;
  readonly page: number;
  readonly pageSize: number;
  readonly onPage: (page: number) => void;
  readonly selected: readonly number[];
  readonly onSelect: (firmIds: readonly number[]) => void;
};

/** The files, those with late measures on top; ticked firms are printed together. */
export function PlanTable({ data, page, pageSize, onPage, selected, onSelect }: Props) {
  return (
    <Table<Row>
      rowKey="id"
      size="small"
      columns={columns}
      dataSource={data.rows}
      rowSelection={{
        selectedRowKeys: data.rows.filter((row) => selected.includes(row.firmId)).map((row) => row.id),
        onChange: (_keys, rows) => {
          const shown = new Set(data.rows.map((row) => row.firmId));
          const elsewhere = selected.filter((firmId) => !shown.has(firmId));
          onSelect([...new Set([...elsewhere, ...rows.map((row) => row.firmId)])]);
        },
      }}
      scroll={{ x: 1190 }}
      pagination={{
        current: page,
        pageSize,
        total: data.total,
        showSizeChanger: false,
        hideOnSinglePage: true,
        onChange: onPage,
      }}
      locale={{ emptyText: '没有符合条件的档案' }}
    />
  );
}
