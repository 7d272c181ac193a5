import { App, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useWrite } from '#renderer/client/use-query.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { type ChainList, chainListText } from '#shared/domain/chain.ts';

type ChainMap = OutputOf<'chains.map'>;
/** A line to write: a new one of a list, or one that is there. */
export type EntryTask = { readonly list: ChainList; readonly entry: ChainMap['entries'][number] | null };

type Values = {
  readonly name: string;
  readonly nodeId?: number | null;
  readonly partner?: string;
  readonly unit?: string;
  readonly dueOn?: Dayjs | null;
  readonly doneOn?: Dayjs | null;
  readonly note?: string;
};

type Props = { readonly map: ChainMap; readonly task: EntryTask | null; readonly onClose: () => void };

/** 新增 or 修改 a line of a list. */
export function EntryDialog({ map, task, onClose }: Props) {
  const { message } = App.useApp();
  const save = useWrite('chains.saveEntry');
  const entry = task?.entry ?? null;
  const submit = (values: Values) => {
    if (task === null) return;
    save.mutate(
      {
        id: entry?.id ?? null,
        chainId: map.chain.chainId,
        list: task.list,
        name: values.name.trim(),
        nodeId: values.nodeId ?? null,
        partner: values.partner?.trim() || null,
        unit: values.unit?.trim() || null,
        dueOn: values.dueOn?.format('YYYY-MM-DD') ?? null,
        doneOn: values.doneOn?.format('YYYY-MM-DD') ?? null,
        note: values.note?.trim() || null,
      },
      {
        onSuccess: () => {
          void message.success('已保存');
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog<Values>
      open={task !== null}
      title={task === null ? '' : `${entry === null ? '新增' : '修改'} · ${chainListText[task.list]}`}
      okText="保存"
      pending={save.isPending}
      initial={initialOf(entry)}
      onClose={onClose}
      onSave={submit}
    >
      <Form.Item
        name="name"
        label="内容"
        rules={[{ required: true, whitespace: true, message: '请填写内容' }]}
      >
        <Input maxLength={60} autoFocus />
      </Form.Item>
      <Form.Item name="nodeId" label="节点">
        <Select
          allowClear
          placeholder="整条产业链"
          options={map.nodes.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="partner" label="对象" extra="对接的企业、院所、地点或引进对象。">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="unit" label="责任单位">
        <Input maxLength={200} />
      </Form.Item>
      <div className="chain-days">
        <Form.Item name="dueOn" label="完成时限">
          <DatePicker format="YYYY-MM-DD" />
        </Form.Item>
        <Form.Item name="doneOn" label="完成日期">
          <DatePicker format="YYYY-MM-DD" />
        </Form.Item>
      </div>
      <Form.Item name="note" label="说明">
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  );
}

function initialOf(entry: EntryTask['entry']): Partial<Values> {
  if (entry === null) return {};
  return {
    name: entry.name,
    nodeId: entry.nodeId,
    partner: entry.partner ?? '',
    unit: entry.unit ?? '',
    dueOn: entry.dueOn === null ? null : dayjs(entry.dueOn),
    doneOn: entry.doneOn === null ? null : dayjs(entry.doneOn),
    note: entry.note ?? '',
  };
}
