import { App, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useWrite } from '#renderer/client/use-query.ts';
import { type PoolExit, poolExits, poolExitText } from '#shared/domain/pool.ts';
import type { Pool } from './pool-panel.tsx';

type Values = { readonly exit: PoolExit; readonly on: Dayjs; readonly reason: string };

type Props = {
  readonly pool: Pool;
  readonly firms: readonly { readonly firmId: number; readonly firm: string }[];
  /** Every chosen firm holds the title, so 达标出库 is proposed. */
  readonly allReached: boolean;
  readonly open: boolean;
  readonly onClose: () => void;
};

/** 出库 of the chosen firms, with the reason. */
export function LeaveDialog({ pool, firms, allReached, open, onClose }: Props) {
  const { today } = useAsOf();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const leave = useWrite('pools.leave');
  const save = async (values: Values) => {
    const done = await leave.mutateAsync({
      poolId: pool.poolId,
      firmIds: firms.map((firm) => firm.firmId),
      exit: values.exit,
      on: values.on.format('YYYY-MM-DD'),
      reason: values.reason.trim(),
    });
    void message.success(`已出库 ${done.left} 家，可在变更历史中撤销`);
    onClose();
  };
  return (
    <Modal
      open={open}
      title={`出库 · ${pool.label} · ${firms.length} 家`}
      okText="出库"
      cancelText="取消"
      confirmLoading={leave.isPending}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <Form<Values>
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={{ exit: allReached ? 'reached' : 'failed', on: dayjs(today), reason: '' }}
        onFinish={(values) => void save(values)}
      >
        <Form.Item name="exit" label="出库原因" rules={[{ required: true, message: '请选择原因' }]}>
          <Select options={poolExits.map((exit) => ({ value: exit, label: poolExitText[exit] }))} />
        </Form.Item>
        <Form.Item name="on" label="日期" rules={[{ required: true, message: '请填写日期' }]}>
          <DatePicker format="YYYY-MM-DD" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="reason" label="说明（“评价不合格”和“其他”必填）">
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 5 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
