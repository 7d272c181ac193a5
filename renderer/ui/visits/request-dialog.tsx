import { App, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useWrite } from '#renderer/client/use-query.ts';
import { FirmPicker } from '#renderer/ui/firm-picker.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import {
  type RequestKind,
  requestKinds,
  requestKindText,
  type Satisfaction,
  satisfactions,
  satisfactionText,
} from '#shared/domain/service-request.ts';

/** A request as lists answer it. */
export type RequestRow = OutputOf<'requests.list'>['rows'][number];

/** What the dialog is about: a request that is there, or a new one, of a firm (and a visit) known already or to be chosen. */
export type RequestTask = {
  readonly request: RequestRow | null;
  readonly firm: { readonly firmId: number; readonly firm: string } | null;
  readonly visit: { readonly id: number; readonly visitedOn: string | null } | null;
};

type Values = {
  readonly firmId: number;
  readonly receivedOn: Dayjs;
  readonly kind: RequestKind;
  readonly text: string;
  readonly unit?: string;
  readonly dueOn?: Dayjs | null;
  readonly answer?: string;
  readonly closedOn?: Dayjs | null;
  readonly satisfaction?: Satisfaction | null;
};

type Props = { readonly task: RequestTask | null; readonly onClose: () => void };

/** 登记诉求 and 办理: what the firm asks for, who answers until when, what was done, and whether the firm is content. */
export function RequestDialog({ task, onClose }: Props) {
  const { message } = App.useApp();
  const save = useWrite('requests.save');
  const request = task?.request ?? null;
  const day = (value: Dayjs | null | undefined) => value?.format('YYYY-MM-DD') ?? null;
  const submit = (values: Values) => {
    save.mutate(
      {
        id: request?.id ?? null,
        firmId: values.firmId,
        visitId: request?.visitId ?? task?.visit?.id ?? null,
        receivedOn: values.receivedOn.format('YYYY-MM-DD'),
        kind: values.kind,
        text: values.text.trim(),
        unit: values.unit?.trim() || null,
        dueOn: day(values.dueOn),
        answer: values.answer?.trim() || null,
        closedOn: day(values.closedOn),
        satisfaction: values.satisfaction ?? null,
      },
      {
        onSuccess: () => {
          void message.success('已保存');
          onClose();
        },
      },
    );
  };
  const firm = request ?? task?.firm ?? undefined;
  return (
    <FormDialog<Values>
      open={task !== null}
      title={request === null ? '登记诉求' : '办理诉求'}
      okText="保存"
      pending={save.isPending}
      initial={initialOf(task)}
      onClose={onClose}
      onSave={submit}
    >
      <FirmPicker known={firm} disabled={firm !== undefined} />
      <div className="visit-days">
        <Form.Item name="receivedOn" label="提出日期" rules={[{ required: true, message: '请选择提出日期' }]}>
          <DatePicker format="YYYY-MM-DD" maxDate={dayjs()} />
        </Form.Item>
        <Form.Item name="kind" label="诉求类别" rules={[{ required: true, message: '请选择诉求类别' }]}>
          <Select options={requestKinds.map((value) => ({ value, label: requestKindText[value] }))} />
        </Form.Item>
      </div>
      <Form.Item
        name="text"
        label="诉求内容"
        rules={[{ required: true, whitespace: true, message: '请填写诉求内容' }]}
      >
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <div className="visit-days">
        <Form.Item name="unit" label="责任单位">
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="dueOn" label="办理期限">
          <DatePicker format="YYYY-MM-DD" />
        </Form.Item>
      </div>
      <Form.Item name="answer" label="办理情况" extra="办结的须写明。">
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <div className="visit-days">
        <Form.Item name="closedOn" label="办结日期">
          <DatePicker format="YYYY-MM-DD" maxDate={dayjs()} />
        </Form.Item>
        <Form.Item name="satisfaction" label="满意度">
          <Select
            allowClear
            placeholder="办结后由企业评价"
            options={satisfactions.map((value) => ({ value, label: satisfactionText[value] }))}
          />
        </Form.Item>
      </div>
    </FormDialog>
  );
}

function initialOf(task: RequestTask | null): Partial<Values> {
  const request = task?.request ?? null;
  if (request === null) {
    return {
      receivedOn: dayjs(task?.visit?.visitedOn ?? undefined),
      ...(task?.firm == null ? {} : { firmId: task.firm.firmId }),
    };
  }
  return {
    firmId: request.firmId,
    receivedOn: dayjs(request.receivedOn),
    kind: request.kind,
    text: request.text,
    unit: request.unit ?? '',
    dueOn: request.dueOn === null ? null : dayjs(request.dueOn),
    answer: request.answer ?? '',
    closedOn: request.closedOn === null ? null : dayjs(request.closedOn),
    satisfaction: request.satisfaction,
  };
}
