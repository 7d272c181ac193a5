import { App, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useWrite } from '#renderer/client/use-query.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import {
  type ImprovementState,
  improvementStates,
  improvementStateText,
} from '#shared/domain/improvement.ts';

type Measure = OutputOf<'plans.get'>['plans'][number]['measures'][number];
type Values = {
  readonly on: Dayjs;
  readonly person: string;
  readonly content: string;
  readonly state: ImprovementState;
};

/** 登记进展: one more line on a measure, and how far it is now. */
export function NoteDialog({
  measure,
  onClose,
}: {
  readonly measure: Measure;
  readonly onClose: () => void;
}) {
  const { today } = useAsOf();
  const { message } = App.useApp();
  const note = useWrite('improvements.note');
  return (
    <FormDialog<Values>
      open
      title={`登记进展 · ${measure.weakPoint}`}
      okText="保存"
      pending={note.isPending}
      initial={{
        on: dayjs(today),
        state: measure.state === 'planned' ? 'running' : measure.state,
        ...(measure.owner === null ? {} : { person: measure.owner }),
      }}
      onClose={onClose}
      onSave={({ on, person, content, state }) =>
        note.mutate(
          { id: measure.id, on: on.format('YYYY-MM-DD'), person, content, state },
          {
            onSuccess: () => {
              void message.success('进展已登记');
              onClose();
            },
          },
        )
      }
    >
      <Form.Item name="on" label="日期" rules={[{ required: true, message: '请选择日期' }]}>
        <DatePicker format="YYYY-MM-DD" style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="person"
        label="登记人"
        rules={[{ required: true, whitespace: true, message: '请填写登记人' }]}
      >
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item
        name="content"
        label="进展"
        rules={[{ required: true, whitespace: true, message: '请填写进展' }]}
      >
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name="state" label="状态">
        <Select options={improvementStates.map((value) => ({ value, label: improvementStateText[value] }))} />
      </Form.Item>
    </FormDialog>
  );
}
