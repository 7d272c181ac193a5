import { App, Button, Form, Select, Table, type TableColumnsType } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useWrite } from '#renderer/client/use-query.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import type { BatchDetail } from './batch-drawer.tsx';
import { DayField, dayOf, LineField, NoteField } from './fields.tsx';

type Objection = BatchDetail['objections'][number];

/** 公示异议 of a batch: what came in, and what came of it. */
export function Objections({ detail }: { readonly detail: BatchDetail }) {
  const [dialog, setDialog] = useState<'add' | Objection | null>(null);
  const columns: TableColumnsType<Objection> = [
    { title: '收到日期', width: 110, render: (_value, row) => row.receivedOn },
    { title: '提出人', width: 170, render: (_value, row) => row.raisedBy },
    { title: '针对', width: 200, render: (_value, row) => row.firm ?? '整个批次' },
    { title: '内容', render: (_value, row) => row.content },
    {
      title: '处理结果',
      width: 240,
      render: (_value, row) =>
        row.outcome === null ? (
          <Button size="small" onClick={() => setDialog(row)}>
            登记处理结果
          </Button>
        ) : (
          `${row.closedOn} ${row.outcome}`
        ),
    },
  ];
  return (
    <section aria-label="公示异议">
      <div className="award-tools">
        <h3>公示异议 {detail.objections.length} 件</h3>
        <span className="award-selection" />
        <Button onClick={() => setDialog('add')}>登记异议</Button>
      </div>
      <Table<Objection>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={detail.objections}
        pagination={false}
        locale={{ emptyText: '没有异议' }}
      />
      {dialog === 'add' ? <AddDialog detail={detail} onClose={() => setDialog(null)} /> : null}
      {dialog !== null && dialog !== 'add' ? (
        <CloseDialog batchId={detail.batch.id} objection={dialog} onClose={() => setDialog(null)} />
      ) : null}
    </section>
  );
}

type AddValues = {
  readonly claimId: number | null;
  readonly on: Dayjs;
  readonly raisedBy: string;
  readonly content: string;
};

function AddDialog({ detail, onClose }: { readonly detail: BatchDetail; readonly onClose: () => void }) {
  const { today } = useAsOf();
  const { message } = App.useApp();
  const write = useWrite('batches.object');
  const done = () => {
    void message.success('异议已登记，处理完之前不能拨付');
    onClose();
  };
  return (
    <FormDialog<AddValues>
      title="登记公示异议"
      okText="登记"
      open
      pending={write.isPending}
      initial={{ claimId: null, on: dayjs(today) }}
      onSave={({ on, ...values }) =>
        write.mutate({ id: detail.batch.id, ...values, on: dayOf(on) }, { onSuccess: done })
      }
      onClose={onClose}
    >
      <Form.Item name="claimId" label="针对">
        <Select
          options={[
            { value: null, label: '整个批次' },
            ...detail.rows.map((row) => ({ value: row.id, label: `${row.firm}（第 ${row.id} 号）` })),
          ]}
        />
      </Form.Item>
      <DayField name="on" label="收到日期" />
      <LineField name="raisedBy" label="提出人（单位应盖章，个人应署真实姓名）" required />
      <NoteField name="content" label="异议内容" required />
    </FormDialog>
  );
}

type CloseProps = {
  readonly batchId: number;
  readonly objection: Objection;
  readonly onClose: () => void;
};

function CloseDialog({ batchId, objection, onClose }: CloseProps) {
  const { today } = useAsOf();
  const write = useWrite('batches.closeObjection');
  return (
    <FormDialog<{ readonly on: Dayjs; readonly outcome: string }>
      title={`处理异议 · ${objection.raisedBy}`}
      okText="登记"
      open
      pending={write.isPending}
      initial={{ on: dayjs(today) }}
      onSave={({ on, outcome }) =>
        write.mutate(
          { id: batchId, objectionId: objection.id, on: dayOf(on), outcome },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <DayField name="on" label="处理日期" />
      <NoteField name="outcome" label="处理结果" required />
    </FormDialog>
  );
}
