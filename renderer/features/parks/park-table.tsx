import { Button, Table, type TableColumnsType } from 'antd';
import { CountLink } from '#renderer/ui/count-link.tsx';
import { firmAddress } from '#renderer/ui/firm-address.ts';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { parkKindText } from '#shared/domain/park.ts';

/** The page's answer, and one row of it. */
export type Parks = OutputOf<'parks.list'>;
/** One 平台载体. */
export type ParkRow = Parks['rows'][number];

type Props = { readonly parks: Parks; readonly onOpen: (placeId: string) => void };

/** Every 平台载体; a click on a heading ranks by it. */
export function ParkTable({ parks, onOpen }: Props) {
  return (
    <Table<ParkRow>
      rowKey="placeId"
      size="small"
      columns={columnsOf(parks, onOpen)}
      dataSource={parks.rows}
      pagination={false}
      scroll={{ x: 1040 }}
    />
  );
}

function poolMembers({ pools }: ParkRow): number {
  return pools.reduce((sum, members) => sum + members, 0);
}

function columnsOf(
  { figureYear, poolLabels }: Parks,
  onOpen: (placeId: string) => void,
): TableColumnsType<ParkRow> {
  return [
    {
      key: 'label',
      title: '名称',
      width: 170,
      fixed: 'left',
      render: (_value, row) => (
        <Button type="link" className="park-link" onClick={() => onOpen(row.placeId)}>
          {row.label}
        </Button>
      ),
    },
    {
      key: 'kind',
      title: '类型',
      width: 125,
      render: (_value, row) =>
        row.kind === null ? <span className="quiet">未登记</span> : parkKindText[row.kind],
    },
    { key: 'rating', title: '星级或级别', width: 110, render: (_value, row) => row.rating ?? '—' },
    { key: 'industry', title: '主导产业', render: (_value, row) => row.industry ?? '—' },
    {
      key: 'firms',
      title: '企业',
      width: 80,
      align: 'right',
      sorter: (a, b) => a.firms - b.firms,
      render: (_value, row) => (
        <CountLink
          value={row.firms}
          to={firmAddress({ platformIds: [row.placeId] })}
          label={`${row.label}企业`}
        />
      ),
    },
    {
      key: 'titled',
      title: '称号企业',
      width: 105,
      align: 'right',
      defaultSortOrder: 'descend',
      sorter: (a, b) => a.titled - b.titled || a.firms - b.firms,
      render: (_value, row) => row.titled,
    },
    ...(poolLabels.length === 0
      ? []
      : [
          {
            key: 'pools',
            title: '培育库',
            width: 95,
            align: 'right' as const,
            sorter: (a: ParkRow, b: ParkRow) => poolMembers(a) - poolMembers(b),
            render: (_value: unknown, row: ParkRow) => poolMembers(row),
          },
        ]),
    {
      key: 'revenue',
      title: `${figureYear} 年营收（万元）`,
      width: 160,
      align: 'right',
      sorter: (a, b) => (a.revenueFen ?? -1) - (b.revenueFen ?? -1),
      render: (_value, row) => <MoneyText fen={row.revenueFen} />,
    },
    {
      key: 'computed',
      title: '奖补测算（万元）',
      width: 145,
      align: 'right',
      sorter: (a, b) => a.computedFen - b.computedFen,
      render: (_value, row) => <MoneyText fen={row.computedFen} />,
    },
  ];
}
