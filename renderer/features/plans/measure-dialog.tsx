import { App, AutoComplete, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useWrite } from '#renderer/client/use-query.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import {
  type ImprovementState,
  improvementStates,
  improvementStateText,
} from '#shared/domain/improvement.ts';

type Plan = OutputOf<'plans.get'>['plans'][number];
type Measure = Plan['measures'][number];

type Values = {
  readonly weakPoint: string;
  readonly action: string;
  readonly owner: string;
  readonly dueOn: Dayjs;
  readonly state: ImprovementState;
};

type Props = {
  readonly firmId: number;
  readonly plan: Plan;
  /** The measure to be changed; null adds one. */
  readonly measure: Measure | null;
  readonly onClose: () => void;
};

/** One measure: the weak point it is against, what is done, by whom, until when. */
export function MeasureDialog({ firmId, plan, measure, onClose }: Props) {
  const { message } = App.useApp();
  const save = useWrite('improvements.save');
  const weak = plan.snapshot.items.filter((item) => item.outcome !== 'met');
  return (
    <FormDialog<Values>
      open
      title={measure === null ? '添加措施' : '修改措施'}
      okText="保存"
      pending={save.isPending}
      initial={
        measure === null
          ? { state: 'planned' }
          : {
              weakPoint: measure.weakPoint,
              action: measure.action,
              state: measure.state,
              ...(measure.owner === null ? {} : { owner: measure.owner }),
              ...(measure.dueOn === null ? {} : { dueOn: dayjs(measure.dueOn) }),
            }
      }
      onClose={onClose}
      onSave={(values) =>
        save.mutate(
          {
            id: measure?.id ?? null,
            firmId,
            titleId: measure === null ? plan.titleId : measure.titleId,
            weakPoint: values.weakPoint.trim(),
            action: values.action.trim(),
            owner: values.owner.trim(),
            dueOn: values.dueOn.format('YYYY-MM-DD'),
            state: values.state,
            progress: measure?.progress ?? null,
          },
          {
            onSuccess: () => {
              void message.success('措施已保存');
              onClose();
            },
          },
        )
      }
    >
      <Form.Item
        name="weakPoint"
        label="短板"
        rules={[{ required: true, whitespace: true, message: '请选择或填写短板' }]}
      >
        <AutoComplete
          options={[...new Set(weak.map((item) => item.label))].map((value) => ({ value }))}
          placeholder="从诊断结果中选，或自行填写"
        />
      </Form.Item>
      <Form.Item
        name="action"
        label="措施"
        rules={[{ required: true, whitespace: true, message: '请填写措施' }]}
      >
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item
        name="owner"
        label="责任人"
        rules={[{ required: true, whitespace: true, message: '请填写责任人' }]}
      >
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="dueOn" label="完成时限" rules={[{ required: true, message: '请选择完成时限' }]}>
        <DatePicker format="YYYY-MM-DD" style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="state" label="状态">
        <Select options={improvementStates.map((value) => ({ value, label: improvementStateText[value] }))} />
      </Form.Item>
    </FormDialog>
  );
}
