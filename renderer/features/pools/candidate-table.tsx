import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { Loaded } from '#renderer/ui/loaded.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { EnterDialog } from './enter-dialog.tsx';
import { firmColumns } from './firm-columns.tsx';
import type { Pool } from './pool-panel.tsx';

type Row = OutputOf<'pools.candidates'>['rows'][number];

const columns: TableColumnsType<Row> = [
  ...firmColumns<Row>(),
  { title: '得分', width: 70, align: 'right', render: (_value, row) => row.points },
  {
    title: '理由',
    render: (_value, row) =>
      row.items
        .filter((item) => item.met)
        .map((item) => `${item.label}（${item.points} 分）`)
        .join('；'),
  },
];

/** Firms that pass the selection standard and are not in yet, best first; chosen ones enter together. */
export function CandidateTable({ pool }: { readonly pool: Pool }) {
  const { asOf } = useAsOf();
  const candidates = useApi('pools.candidates', { poolId: pool.poolId, asOf }, { keepPrevious: true });
  const [selected, setSelected] = useState<readonly number[]>([]);
  const [open, setOpen] = useState(false);
  return (
    <>
      <p className="quiet pool-standard">
        遴选标准（满 {pool.standard.pass} 分）：
        {pool.standard.items
          .map((item) => `${item.label} ${item.points} 分${item.required ? '（必备）' : ''}`)
          .join('；')}
        。{pool.standard.note}
      </p>
      <Loaded query={candidates}>
        {({ rows }) => {
          const chosen = rows.filter((row) => selected.includes(row.firmId));
          return (
            <>
              <div className="pool-tools">
                <span className="pool-selection">
                  共 {rows.length} 家候选，已选 {chosen.length} 家
                </span>
                <Button type="primary" disabled={chosen.length === 0} onClick={() => setOpen(true)}>
                  入库
                </Button>
              </div>
              <Table<Row>
                size="small"
                rowKey="firmId"
                columns={columns}
                dataSource={rows}
                rowSelection={{
                  selectedRowKeys: [...selected],
                  onChange: (_keys, picked) => setSelected(picked.map((row) => row.firmId)),
                }}
                pagination={{ defaultPageSize: 50, showSizeChanger: true, hideOnSinglePage: true }}
                scroll={{ x: 1150 }}
                locale={{ emptyText: '没有符合遴选标准、尚未入库的企业' }}
              />
              <EnterDialog
                pool={pool}
                firms={chosen}
                open={open}
                moving={false}
                onClose={() => {
                  setOpen(false);
                  setSelected([]);
                }}
              />
            </>
          );
        }}
      </Loaded>
    </>
  );
}
