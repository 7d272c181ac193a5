import { Button, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FirmTextFilter } from '#renderer/ui/firm-text-filter.tsx';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { EnterDialog } from './enter-dialog.tsx';
import { firmColumns } from './firm-columns.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import type { Pool } from './pool-panel.tsx';

type Row = OutputOf<'pools.members'>['rows'][number];

const columns: TableColumnsType<Row> = [
  ...firmColumns<Row>(),
  { title: '阶段', width: 90, render: (_value, row) => row.stage },
  { title: '本阶段起', width: 115, render: (_value, row) => row.stageSince },
  { title: '入库日期', width: 115, render: (_value, row) => row.since },
  { title: '遴选得分', width: 90, align: 'right', render: (_value, row) => row.points },
  {
    title: '状态',
    width: 130,
    render: (_value, row) =>
      row.reached ? <StatusWord kind="ok" text="达标待出库" /> : <StatusWord kind="info" text="培育中" />,
  },
];

type Props = { readonly pool: Pool; readonly rows: readonly Row[] };

/** Members of a pool, with stage change and exit for those selected. */
export function MemberTable({ pool, rows }: Props) {
  const [text, setText] = useState('');
  const [stage, setStage] = useState<string | null>(null);
  const [selected, setSelected] = useState<readonly number[]>([]);
  const [dialog, setDialog] = useState<'stage' | 'leave' | null>(null);
  const shown = rows.filter(
    (row) =>
      (stage === null || row.stage === stage) &&
      (text === '' || row.firm.includes(text) || (row.code ?? '').includes(text)),
  );
  const reached = rows.filter((row) => row.reached);
  const chosen = rows.filter((row) => selected.includes(row.firmId));
  const close = () => {
    setDialog(null);
    setSelected([]);
  };
  if (rows.length === 0) {
    return <EmptyState title={`${pool.label}里还没有企业`} hint="到“入库候选”里按遴选标准挑选企业入库。" />;
  }
  return (
    <>
      <div className="pool-tools">
        <FirmTextFilter value={text} onChange={setText} />
        <Select<string | null>
          aria-label="阶段"
          value={stage}
          onChange={setStage}
          options={[
            { value: null, label: '全部阶段' },
            ...pool.stages.map((each) => ({ value: each, label: each })),
          ]}
        />
        {reached.length > 0 ? (
          <Button onClick={() => setSelected(reached.map((row) => row.firmId))}>
            选中达标的 {reached.length} 家
          </Button>
        ) : null}
        <span className="pool-selection">
          {chosen.length === 0 ? '勾选企业后可调整阶段或出库' : `已选 ${chosen.length} 家`}
        </span>
        <Button disabled={chosen.length === 0} onClick={() => setDialog('stage')}>
          调整阶段
        </Button>
        <Button disabled={chosen.length === 0} onClick={() => setDialog('leave')}>
          出库
        </Button>
      </div>
      <Table<Row>
        size="small"
        rowKey="firmId"
        columns={columns}
        dataSource={shown}
        rowSelection={{
          selectedRowKeys: [...selected],
          onChange: (_keys, picked) => setSelected(picked.map((row) => row.firmId)),
        }}
        pagination={{ defaultPageSize: 50, showSizeChanger: true, hideOnSinglePage: true }}
        scroll={{ x: 1250 }}
        locale={{ emptyText: '没有符合条件的企业' }}
      />
      <EnterDialog pool={pool} firms={chosen} open={dialog === 'stage'} moving onClose={close} />
      <LeaveDialog
        pool={pool}
        firms={chosen}
        allReached={chosen.every((row) => row.reached)}
        open={dialog === 'leave'}
        onClose={close}
      />
    </>
  );
}
