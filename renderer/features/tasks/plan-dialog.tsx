import { App, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useWrite } from '#renderer/client/use-query.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import type { Task } from './figure-text.ts';

type Values = { readonly dueOn?: Dayjs | null; readonly owner?: string; readonly remark?: string };

type Props = {
  readonly tasks: readonly Task[] | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** 设置时限 of one task or of several at once. */
export function PlanDialog({ tasks, onDone, onClose }: Props) {
  const { message } = App.useApp();
  const save = useWrite('tasks.plan');
  const [only, second] = tasks ?? [];
  const submit = (values: Values) => {
    save.mutate(
      {
        taskIds: (tasks ?? []).map(({ id }) => id),
        dueOn: values.dueOn?.format('YYYY-MM-DD') ?? null,
        owner: values.owner?.trim() || null,
        remark: values.remark?.trim() || null,
      },
      {
        onSuccess: ({ tasks: count }) => {
          void message.success(`已设置 ${count} 项`);
          onDone();
        },
      },
    );
  };
  return (
    <FormDialog<Values>
      open={tasks !== null}
      title={
        second === undefined ? `设置时限 · ${only?.title ?? ''}` : `设置时限 · ${tasks?.length ?? 0} 项任务`
      }
      okText="保存"
      pending={save.isPending}
      initial={second === undefined ? initialOf(only) : {}}
      onClose={onClose}
      onSave={submit}
    >
      <Form.Item name="dueOn" label="完成时限" extra="过了时限没有登记“已完成”的，标为逾期。">
        <DatePicker format="YYYY-MM-DD" style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="owner" label="督办人">
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="remark" label="要求">
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 4 }} />
      </Form.Item>
    </FormDialog>
  );
}

function initialOf(task: Task | undefined): Partial<Values> {
  if (task === undefined) return {};
  return {
    dueOn: task.dueOn === null ? null : dayjs(task.dueOn),
    owner: task.owner ?? '',
    remark: task.remark ?? '',
  };
}
