import { App, DatePicker, Form, Input, InputNumber, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useWrite } from '#renderer/client/use-query.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { type TaskReport, taskReports, taskReportText } from '#shared/domain/task.ts';
import type { Task } from './figure-text.ts';

/** A new entry of a task, or one that is there. */
export type NoteTask = { readonly task: Task; readonly note: Task['notes'][number] | null };

type Values = {
  readonly on: Dayjs;
  readonly unit?: string;
  readonly text: string;
  readonly report: TaskReport;
  readonly figures?: Readonly<Record<string, number | null>>;
};

type Props = { readonly open: NoteTask | null; readonly onClose: () => void };

/** 登记进展: what was done by when, who reports it, and the figures that only units know. */
export function NoteDialog({ open, onClose }: Props) {
  const { message } = App.useApp();
  const save = useWrite('tasks.saveNote');
  const submit = (values: Values) => {
    if (open === null) return;
    save.mutate(
      {
        id: open.note?.id ?? null,
        taskId: open.task.id,
        on: values.on.format('YYYY-MM-DD'),
        unit: values.unit ?? null,
        text: values.text.trim(),
        report: values.report,
        figures: Object.entries(values.figures ?? {}).flatMap(([indicatorId, value]) =>
          value === null || value === undefined ? [] : [{ indicatorId, value }],
        ),
      },
      {
        onSuccess: () => {
          void message.success('已保存');
          onClose();
        },
      },
    );
  };
  const units = [...new Set([...(open?.task.leads ?? []), ...(open?.task.supports ?? [])])];
  return (
    <FormDialog<Values>
      open={open !== null}
      title={open === null ? '' : `${open.note === null ? '登记进展' : '修改进展'} · ${open.task.title}`}
      okText="保存"
      pending={save.isPending}
      initial={initialOf(open)}
      onClose={onClose}
      onSave={submit}
    >
      <div className="task-pair">
        <Form.Item name="on" label="日期" rules={[{ required: true, message: '请选择日期' }]}>
          <DatePicker format="YYYY-MM-DD" maxDate={dayjs()} />
        </Form.Item>
        <Form.Item name="unit" label="填报单位">
          <Select allowClear placeholder="本局" options={units.map((value) => ({ value, label: value }))} />
        </Form.Item>
      </div>
      <Form.Item
        name="text"
        label="进展"
        rules={[{ required: true, whitespace: true, message: '请填写进展' }]}
      >
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
      <Form.Item name="report" label="状态">
        <Radio.Group options={taskReports.map((value) => ({ value, label: taskReportText[value] }))} />
      </Form.Item>
      {open?.task.indicators
        .filter(({ reported }) => reported)
        .map(({ id, label, unit }) => (
          <Form.Item key={id} name={['figures', id]} label={`${label}（累计，${unit}）`}>
            <InputNumber min={0} max={1_000_000_000} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        ))}
    </FormDialog>
  );
}

function initialOf(open: NoteTask | null): Partial<Values> {
  const note = open?.note ?? null;
  if (note === null) return { on: dayjs(), report: 'running' };
  return {
    on: dayjs(note.on),
    ...(note.unit === null ? {} : { unit: note.unit }),
    text: note.text,
    report: note.report,
    figures: Object.fromEntries(note.figures.map(({ indicatorId, value }) => [indicatorId, value])),
  };
}
