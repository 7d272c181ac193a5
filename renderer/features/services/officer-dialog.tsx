import { App, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useWrite } from '#renderer/client/use-query.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';

/** What the dialog does: gives the ticked firms a person, or all firms of one who leaves to another. */
export type OfficerTask =
  | { readonly kind: 'assign'; readonly firmIds: readonly number[] }
  | { readonly kind: 'handOver'; readonly leaving: string; readonly firms: number };

type Values = { readonly officer: string; readonly unit?: string; readonly from: Dayjs };

type Props = {
  readonly task: OfficerTask | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** 指定服务专员 or 交接: who serves from which day, and how many firms it is about. */
export function OfficerDialog({ task, onDone, onClose }: Props) {
  const { asOf } = useAsOf();
  const { message } = App.useApp();
  const assign = useWrite('services.assign');
  const handOver = useWrite('services.handOver');
  const save = ({ officer, unit, from }: Values) => {
    const next = { officer: officer.trim(), unit: unit?.trim() || null, from: from.format('YYYY-MM-DD') };
    const done = {
      onSuccess: ({ firms }: { readonly firms: number }) => {
        void message.success(firms === 0 ? '所选企业已由此人服务，没有改动' : `已登记 ${firms} 家`);
        onDone();
      },
    };
    if (task?.kind === 'assign') assign.mutate({ firmIds: [...task.firmIds], ...next }, done);
    if (task?.kind === 'handOver') handOver.mutate({ leaving: task.leaving, ...next }, done);
  };
  return (
    <FormDialog<Values>
      open={task !== null}
      title={task?.kind === 'handOver' ? `交接 · ${task.leaving}` : '指定服务专员'}
      okText={task?.kind === 'handOver' ? '交接' : '指定'}
      pending={assign.isPending || handOver.isPending}
      initial={{ from: dayjs(asOf) }}
      onClose={onClose}
      onSave={save}
    >
      <p className="quiet">
        {task?.kind === 'handOver'
          ? `${task.leaving}名下 ${task.firms} 家企业全部转给接手的人，原来的服务到前一天为止。`
          : `共 ${task?.firmIds.length ?? 0} 家；原来有服务专员的，服务到前一天为止，留作历任。`}
      </p>
      <Form.Item
        name="officer"
        label={task?.kind === 'handOver' ? '接手的服务专员' : '服务专员'}
        rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
      >
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="unit" label="单位及职务">
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="from" label="开始日期" rules={[{ required: true, message: '请选择开始日期' }]}>
        <DatePicker format="YYYY-MM-DD" style={{ width: '100%' }} />
      </Form.Item>
    </FormDialog>
  );
}
