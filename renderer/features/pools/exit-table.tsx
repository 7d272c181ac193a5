import { Table, type TableColumnsType } from 'antd';
import type { OutputOf } from '#shared/contract/api.ts';
import { firmColumns } from './firm-columns.tsx';

type Row = OutputOf<'pools.members'>['exits'][number];

const columns: TableColumnsType<Row> = [
  ...firmColumns<Row>(),
  { title: '入库日期', width: 115, render: (_value, row) => row.from },
  { title: '出库日期', width: 115, render: (_value, row) => row.leftOn },
  { title: '原因', width: 120, render: (_value, row) => row.exitLabel },
  { title: '说明', render: (_value, row) => row.reason ?? '—' },
];

/** Firms that left a pool in the year of the day, newest first. */
export function ExitTable({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <Table<Row>
      size="small"
      rowKey={(row) => `${row.firmId}/${row.leftOn}`}
      columns={columns}
      dataSource={[...rows]}
      pagination={{ defaultPageSize: 50, hideOnSinglePage: true }}
      scroll={{ x: 1150 }}
      locale={{ emptyText: '本年没有出库的企业' }}
    />
  );
}
