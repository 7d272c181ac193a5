import { Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { OutputOf } from '#shared/contract/api.ts';
import { type ChainRole, chainRoles, chainRoleText, chainTierText } from '#shared/domain/chain.ts';
import { inOrder, type MapFirm } from './columns.ts';

type ChainMap = OutputOf<'chains.map'>;
type Row = MapFirm & { readonly tier: string; readonly node: string };

const columns: TableColumnsType<Row> = [
  {
    key: 'firm',
    title: '企业名称',
    width: 280,
    fixed: 'start',
    render: (_value, row) => <Link to={`/firms/${row.firmId}`}>{row.firm}</Link>,
  },
  {
    key: 'role',
    title: '角色',
    width: 110,
    render: (_value, row) => (row.role === null ? '—' : chainRoleText[row.role]),
  },
  { key: 'tier', title: '环节', width: 80, dataIndex: 'tier' },
  { key: 'node', title: '节点', width: 180, dataIndex: 'node' },
  { key: 'titles', title: '称号', width: 240, render: (_value, row) => row.titles.join('、') || '—' },
  { key: 'product', title: '主导产品', width: 220, render: (_value, row) => row.product ?? '—' },
];

/** 龙头企业清单 and 重点配套企业清单 are this list by role; without a role it is every firm on the map. */
export function FirmTable({ map }: { readonly map: ChainMap }) {
  const [role, setRole] = useState<ChainRole | null>(null);
  const rows = map.nodes.flatMap((node) =>
    inOrder(node.firms).map((firm) => ({ ...firm, tier: chainTierText[node.tier], node: node.name })),
  );
  const shown = role === null ? rows : rows.filter((row) => row.role === role);
  return (
    <>
      <div className="chain-tools">
        <Select
          allowClear
          aria-label="按角色筛选"
          placeholder="全部角色"
          style={{ width: 160 }}
          value={role}
          options={chainRoles.map((value) => ({
            value,
            label: `${chainRoleText[value]}（${rows.filter((row) => row.role === value).length}）`,
          }))}
          onChange={(next: ChainRole | undefined) => setRole(next ?? null)}
        />
      </div>
      <Table<Row>
        rowKey="placementId"
        size="small"
        columns={columns}
        dataSource={shown}
        scroll={{ x: 1110 }}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: '图谱上没有这样的企业' }}
      />
    </>
  );
}
