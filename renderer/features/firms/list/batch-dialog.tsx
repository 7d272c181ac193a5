import { Alert, App, Form, Input, Modal, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useDistrict } from '#renderer/app/as-of.tsx';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import type { InputOf, OutputOf } from '#shared/contract/api.ts';
import { type BatchField, batchFields, mostInBatch } from '#shared/contract/methods/firm-batch.ts';
import { firmFieldLabels } from '#shared/domain/firm.ts';
import { scaleText } from '#shared/text/firm-text.ts';

type Patch = InputOf<'firms.previewBatch'>['patch'];
type Preview = OutputOf<'firms.previewBatch'>;

type Props = {
  readonly ids: readonly number[];
  /** What it opens for; 所属街道 without it. */
  readonly field?: BatchField;
  /** Name of the firm when it is about one. */
  readonly firm?: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** 批量修改: one value for the ticked firms, or for the one whose cell was double-clicked, with the difference shown before it is written. */
export function BatchDialog({ ids, field: first = 'streetId', firm, onDone, onClose }: Props) {
  const { message } = App.useApp();
  const [field, setField] = useState<BatchField>(first);
  const [value, setValue] = useState<string | null | undefined>(undefined);
  const [reason, setReason] = useState('');
  const patch = patchOf(field, value);
  const tooMany = ids.length > mostInBatch;
  const preview = useApi(
    'firms.previewBatch',
    { ids: ids.slice(0, mostInBatch), patch: patch ?? {} },
    { enabled: patch !== null && !tooMany, keepPrevious: false },
  );
  const save = useWrite('firms.saveBatch');
  const write = () => {
    if (patch === null) return;
    save.mutate(
      { ids: [...ids], patch, reason },
      {
        onSuccess: ({ changed }) => {
          void message.success(`已修改 ${changed} 家，可在变更历史中撤销`);
          onDone();
        },
      },
    );
  };
  const changed = preview.data?.changed ?? 0;
  return (
    <Modal
      open
      title={firm === undefined ? `批量修改 · ${ids.length} 家` : `修改 · ${firm}`}
      okText={changed > 0 ? `修改 ${changed} 家` : '修改'}
      okButtonProps={{ disabled: patch === null || tooMany || changed === 0 }}
      confirmLoading={save.isPending}
      mask={{ closable: false }}
      width={720}
      onOk={write}
      onCancel={onClose}
    >
      {tooMany ? (
        <Alert
          type="warning"
          showIcon
          title={`一次最多修改 ${mostInBatch} 家，请缩小范围，或导出后用名册导入。`}
        />
      ) : null}
      <Form layout="vertical" className="firm-batch">
        <Form.Item label="修改内容">
          <Select<BatchField>
            aria-label="修改内容"
            value={field}
            onChange={(next) => {
              setField(next);
              setValue(undefined);
            }}
            options={batchFields.map((each) => ({ value: each, label: firmFieldLabels[each] }))}
          />
        </Form.Item>
        <Form.Item label="改为">
          <BatchValue field={field} value={value} onChange={setValue} />
        </Form.Item>
        <Form.Item label="原因">
          <Input
            aria-label="原因"
            placeholder="记入变更历史，可不填"
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
      {preview.error ? <ErrorPanel failure={preview.error.failure} /> : null}
      {preview.data === undefined || patch === null ? null : <Difference preview={preview.data} />}
    </Modal>
  );
}

/** Stands for 未填 in the list of values: an id of a pack never begins with a blank. */
const unfilled = ' 未填';

function BatchValue(props: {
  readonly field: BatchField;
  readonly value: string | null | undefined;
  readonly onChange: (value: string | null | undefined) => void;
}) {
  const { field, value, onChange } = props;
  const { streets, platforms, chains } = useDistrict();
  const choices: Partial<Readonly<Record<BatchField, readonly (readonly [id: string, label: string])[]>>> = {
    streetId: streets.map(({ id, label }) => [id, label]),
    platformId: platforms.map(({ id, label }) => [id, label]),
    chainId: chains.map(({ id, label }) => [id, label]),
    scale: Object.entries(scaleText),
    aboveScale: [
      ['yes', '是'],
      ['no', '否'],
    ],
  };
  const list = choices[field];
  if (list === undefined) {
    return (
      <Input
        aria-label="改为"
        placeholder="填写新的内容"
        maxLength={200}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      />
    );
  }
  return (
    <Select<string>
      key={field}
      aria-label="改为"
      placeholder="请选择"
      showSearch={{ optionFilterProp: 'label' }}
      {...(value === undefined ? {} : { value: value ?? unfilled })}
      onChange={(next) => onChange(next === unfilled ? null : next)}
      options={[
        ...list.map(([id, label]) => ({ value: id, label })),
        { value: unfilled, label: '未填（清空）' },
      ]}
    />
  );
}

function patchOf(field: BatchField, value: string | null | undefined): Patch | null {
  if (value === undefined) return null;
  if (field === 'aboveScale') return { aboveScale: value === null ? null : value === 'yes' };
  // The choices of this field are the size classes; the contract checks it again.
  if (field === 'scale') return { scale: value as NonNullable<Patch['scale']> | null };
  return { [field]: value };
}

function Difference({ preview }: { readonly preview: Preview }) {
  const columns: TableColumnsType<Preview['rows'][number]> = [
    { title: '企业名称', render: (_value, row) => row.name },
    { title: '原来', width: 170, render: (_value, row) => row.changes[0]?.before ?? '未填' },
    { title: '改为', width: 170, render: (_value, row) => row.changes[0]?.after ?? '未填' },
  ];
  const more = preview.changed - preview.rows.length;
  return (
    <>
      <p>
        将修改 {preview.changed} 家；{preview.same} 家已是这个内容，不变。
      </p>
      {preview.changed === 0 ? null : (
        <Table
          size="small"
          rowKey="id"
          columns={columns}
          dataSource={[...preview.rows]}
          pagination={false}
          scroll={{ y: 240 }}
          {...(more > 0 ? { footer: () => `另有 ${more} 家未列出` } : {})}
        />
      )}
    </>
  );
}
