import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { OutcomeWord } from '#renderer/ui/diagnosis-result.tsx';
import type { OutputOf } from '#shared/contract/api.ts';

type NearMiss = OutputOf<'diagnosis.nearMiss'>;
type Row = NearMiss['rows'][number];

type Props = {
  readonly data: NearMiss;
  readonly titleId: string;
  readonly page: number;
  readonly onPage: (page: number) => void;
};

/** Firms by distance, nearest first, with what each lacks. */
export function NearMissTable({ data, titleId, page, onPage }: Props) {
  const label = new Map(data.conditions.map((condition) => [condition.id, condition.label]));
  const words = (ids: readonly string[]) =>
    ids.length === 0 ? '—' : ids.map((id) => label.get(id) ?? id).join('、');
  const columns: TableColumnsType<Row> = [
    {
      key: 'firm',
      title: '企业名称',
      width: 280,
      fixed: 'start',
      render: (_value, row) => (
        <Link to={`/firms/${row.firmId}?tab=diagnosis&title=${titleId}`}>{row.firm}</Link>
      ),
    },
    { key: 'street', title: '街道', width: 100, render: (_value, row) => row.streetLabel ?? '—' },
    {
      key: 'outcome',
      title: '结论',
      width: 120,
      render: (_value, row) => <OutcomeWord outcome={row.outcome} />,
    },
    {
      key: 'distance',
      title: '距离',
      width: 80,
      align: 'right',
      render: (_value, row) => <span className="figures">{row.distance.toFixed(2)}</span>,
    },
    {
      key: 'plan',
      title: '一企一策',
      width: 100,
      render: (_value, row) => (
        <Link to={`/plans/${row.firmId}?title=${titleId}`} aria-label={`${row.firm}的一企一策`}>
          查看
        </Link>
      ),
    },
    { key: 'unmet', title: '不符合', render: (_value, row) => words(row.unmet) },
    { key: 'unknown', title: '缺数据', render: (_value, row) => words(row.unknown) },
  ];
  return (
    <>
      <p className="quiet">
        距离：每项不符合按差距占标准的比例计（最多 1），每项缺数据计 0.5，相加；由近到远排列。依据
        {data.standard.document}
        {data.standard.number === null ? '' : `（${data.standard.number}）`}。{data.standard.notes.join('')}
      </p>
      <Table<Row>
        rowKey="firmId"
        size="small"
        columns={columns}
        dataSource={data.rows}
        scroll={{ x: 1180 }}
        pagination={{
          current: page,
          pageSize: 50,
          total: data.total,
          showSizeChanger: false,
          hideOnSinglePage: true,
          onChange: onPage,
        }}
        locale={{ emptyText: '没有符合条件的企业' }}
      />
    </>
  );
}
