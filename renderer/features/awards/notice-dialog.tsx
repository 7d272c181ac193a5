import { Alert, App, Form, InputNumber } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import type { Batch } from './batch-stage.tsx';
import { DayField, dayOf, LineField, textOrNull } from './fields.tsx';
import { lastPerson, rememberPerson } from './person.ts';

type Values = {
  readonly from: Dayjs;
  readonly workingDays: number;
  readonly contact: string;
  readonly document?: string;
  readonly person: string;
};

/** Length of a notice that local rules use most, in working days. */
const usualDays = 5;

/** 公示: from when, for how many working days, where to object. */
export function NoticeDialog({ batch, onClose }: { readonly batch: Batch; readonly onClose: () => void }) {
  const { today } = useAsOf();
  const { message } = App.useApp();
  const announce = useWrite('batches.announce');
  const save = (values: Values) => {
    rememberPerson(values.person);
    announce.mutate(
      {
        id: batch.id,
        from: dayOf(values.from),
        workingDays: values.workingDays,
        contact: values.contact,
        document: textOrNull(values.document),
        person: values.person,
      },
      {
        onSuccess: () => {
          void message.success('已公示，可打印公示表');
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog<Values>
      title={`公示 · ${batch.name}`}
      okText="公示"
      open
      pending={announce.isPending}
      initial={{ from: dayjs(today), workingDays: usualDays, person: lastPerson() }}
      onSave={save}
      onClose={onClose}
    >
      <DayField name="from" label="公示开始日期" />
      <Form.Item name="workingDays" label="工作日数" rules={[{ required: true, message: '请填写工作日数' }]}>
        <InputNumber min={1} max={60} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item<Values> noStyle shouldUpdate>
        {({ getFieldValue }) => <Until from={getFieldValue('from')} days={getFieldValue('workingDays')} />}
      </Form.Item>
      <LineField name="contact" label="受理科室和电话" required />
      <LineField name="document" label="公示文号（可不填）" />
      <LineField name="person" label="经办人" required />
    </FormDialog>
  );
}

function Until({ from, days }: { readonly from: Dayjs | null; readonly days: number | null }) {
  const period = useApi(
    'batches.period',
    { from: from === null ? '2000-01-01' : dayOf(from), workingDays: days ?? 1 },
    { enabled: from !== null && days !== null, keepPrevious: true },
  );
  if (period.data === undefined) return null;
  return (
    <Alert
      className="award-steps"
      type={period.data.remarks.length === 0 ? 'info' : 'warning'}
      title={`公示到 ${period.data.until} 为止，期满次日起可以拨付`}
      description={period.data.remarks.join('')}
    />
  );
}
