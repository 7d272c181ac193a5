import { App, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useWrite } from '#renderer/client/use-query.ts';
import type { Pool } from './pool-panel.tsx';

type Values = { readonly stage: string; readonly on: Dayjs; readonly reason: string };

type Props = {
  readonly pool: Pool;
  readonly firms: readonly { readonly firmId: number; readonly firm: string }[];
  readonly open: boolean;
  /** Members change their stage; otherwise firms enter. */
  readonly moving: boolean;
  readonly onClose: () => void;
};

/** 入库 or 调整阶段 of the chosen firms. */
export function EnterDialog({ pool, firms, open, moving, onClose }: Props) {
  const { today } = useAsOf();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const enter = useWrite('pools.enter');
  const save = async (values: Values) => {
    const done = await enter.mutateAsync({
      poolId: pool.poolId,
      firmIds: firms.map((firm) => firm.firmId),
      stage: values.stage,
      on: values.on.format('YYYY-MM-DD'),
      reason: values.reason.trim(),
    });
    void message.success(moving ? `已调整 ${done.staged} 家的阶段` : `已入库 ${done.entered} 家`);
    onClose();
  };
  return (
    <Modal
      open={open}
      title={`${moving ? '调整阶段' : '入库'} · ${pool.label} · ${firms.length} 家`}
      okText={moving ? '调整' : '入库'}
      cancelText="取消"
      confirmLoading={enter.isPending}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <Form<Values>
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={{ stage: pool.stages[0], on: dayjs(today), reason: '' }}
        onFinish={(values) => void save(values)}
      >
        <Form.Item name="stage" label="阶段" rules={[{ required: true, message: '请选择阶段' }]}>
          <Select options={pool.stages.map((stage) => ({ value: stage, label: stage }))} />
        </Form.Item>
        <Form.Item name="on" label="日期" rules={[{ required: true, message: '请填写日期' }]}>
          <DatePicker format="YYYY-MM-DD" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="reason" label="说明（记入变更历史，可不填）">
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 5 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
