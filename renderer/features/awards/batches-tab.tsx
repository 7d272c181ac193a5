import { App, Button, Form, InputNumber, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import { BatchDrawer } from './batch-drawer.tsx';
import { type Batch, BatchStage } from './batch-stage.tsx';
import { LineField } from './fields.tsx';

const columns: TableColumnsType<Batch> = [
  { title: '批次', render: (_value, row) => row.name },
  { title: '阶段', width: 110, render: (_value, row) => <BatchStage batch={row} /> },
  { title: '笔数', width: 70, align: 'right', render: (_value, row) => row.count },
  {
    title: '核定（万元）',
    width: 120,
    align: 'right',
    render: (_value, row) => <MoneyText fen={row.decidedFen} />,
  },
  {
    title: '拨付（万元）',
    width: 120,
    align: 'right',
    render: (_value, row) => <MoneyText fen={row.paidFen} />,
  },
  {
    title: '公示期',
    width: 230,
    render: (_value, row) => (row.noticeFrom === null ? '—' : `${row.noticeFrom} 至 ${row.noticeUntil}`),
  },
  {
    title: '未处理异议',
    width: 110,
    align: 'right',
    render: (_value, row) => (row.noticeFrom === null ? '—' : row.openObjections),
  },
];

/** 批次与公示: batches of the year; a click opens one. */
export function BatchesTab({ year }: { readonly year: number }) {
  const list = useApi('batches.list', { year }, { keepPrevious: true });
  const [shown, setShown] = useState<number | null>(null);
  const [adding, setAdding] = useState(false);
  return (
    <>
      <Loaded query={list}>
        {(data) => (
          <>
            <div className="award-tools">
              <span>已核定、待编入批次的事项 {data.waiting} 笔</span>
              <span className="award-selection" />
              <Button type="primary" onClick={() => setAdding(true)}>
                新建批次
              </Button>
            </div>
            {data.batches.length === 0 ? (
              <EmptyState
                title="本年度还没有批次"
                hint="会审核定后新建批次，编入事项，锁定名单，再公示和拨付。"
              />
            ) : (
              <Table<Batch>
                size="small"
                rowKey="id"
                columns={columns}
                dataSource={data.batches}
                onRow={(row) => ({ onClick: () => setShown(row.id), className: 'award-row' })}
                pagination={false}
                scroll={{ x: 900 }}
              />
            )}
          </>
        )}
      </Loaded>
      {adding ? <AddDialog year={year} onClose={() => setAdding(false)} onAdded={setShown} /> : null}
      {shown === null ? null : <BatchDrawer id={shown} onClose={() => setShown(null)} />}
    </>
  );
}

type AddProps = {
  readonly year: number;
  readonly onClose: () => void;
  readonly onAdded: (id: number) => void;
};

function AddDialog({ year, onClose, onAdded }: AddProps) {
  const { message } = App.useApp();
  const create = useWrite('batches.create');
  const save = (values: { readonly year: number; readonly name: string }) =>
    create.mutate(values, {
      onSuccess: ({ id }) => {
        void message.success('批次已新建，请编入事项');
        onClose();
        onAdded(id);
      },
    });
  return (
    <FormDialog
      title="新建批次"
      okText="新建"
      open
      pending={create.isPending}
      initial={{ year, name: '' }}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item name="year" label="兑现年度" rules={[{ required: true, message: '请填写兑现年度' }]}>
        <InputNumber min={1900} max={2200} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <LineField name="name" label="批次名称" required />
    </FormDialog>
  );
}
