import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import type { OutputOf } from '#shared/contract/api.ts';

type Services = OutputOf<'services.list'>;
type Row = Services['rows'][number];

const columns: TableColumnsType<Row> = [
  {
    key: 'firm',
    title: '企业名称',
    width: 270,
    fixed: 'start',
    render: (_value, row) => <Link to={`/firms/${row.firmId}`}>{row.firm}</Link>,
  },
  { key: 'street', title: '街道', width: 100, render: (_value, row) => row.streetLabel ?? '—' },
  { key: 'titles', title: '称号', width: 220, render: (_value, row) => row.titles.join('、') || '—' },
  {
    key: 'officer',
    title: '服务专员',
    width: 120,
    render: (_value, row) => row.officer ?? <StatusWord kind="warn" text="未明确" />,
  },
  { key: 'unit', title: '单位及职务', width: 150, render: (_value, row) => row.unit ?? '—' },
  { key: 'from', title: '开始日期', width: 108, render: (_value, row) => row.from ?? '—' },
  { key: 'before', title: '历任', width: 240, render: (_value, row) => row.before.join('；') || '—' },
];

type Props = {
  readonly data: Services;
  readonly page: number;
  readonly pageSize: number;
  readonly onPage: (page: number) => void;
  readonly selected: readonly number[];
  readonly onSelect: (firmIds: readonly number[]) => void;
};

/** Firms with their 服务专员; the ticked ones get one together, also across pages. */
export function OfficerTable({ data, page, pageSize, onPage, selected, onSelect }: Props) {
  return (
    <Table<Row>
      rowKey="firmId"
      size="small"
      columns={columns}
      dataSource={data.rows}
      rowSelection={{
        selectedRowKeys: [...selected],
        preserveSelectedRowKeys: true,
        onChange: (keys) => onSelect(keys.map(Number)),
      }}
      scroll={{ x: 1210 }}
      pagination={{
        current: page,
        pageSize,
        total: data.total,
        showSizeChanger: false,
        hideOnSinglePage: true,
        onChange: onPage,
      }}
      locale={{ emptyText: '没有符合条件的企业' }}
    />
  );
}
