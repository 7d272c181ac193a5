import { App, Button, Drawer, Form, Input, InputNumber } from 'antd';
import { useWrite } from '#renderer/client/use-query.ts';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import type { Evaluation } from './evaluation-words.tsx';

type Values = { readonly weights: Readonly<Record<string, number | null>>; readonly reason?: string };
type Props = { readonly view: Evaluation; readonly open: boolean; readonly onClose: () => void };

/** 指标和权重 of a pool: the bands as the pack has them, the weights as the bureau wants them. */
export function WeightsDrawer({ view, open, onClose }: Props) {
  const { message } = App.useApp();
  const { askReason } = useConfirm();
  const [form] = Form.useForm<Values>();
  const write = useWrite('evaluations.setWeights');
  const { rule } = view;
  if (rule === null) return null;
  const locked = view.published !== null;
  const save = async ({ weights, reason }: Values) => {
    await write.mutateAsync({
      poolId: view.poolId,
      weights: Object.fromEntries(Object.entries(weights).map(([id, weight]) => [id, weight ?? 0])),
      reason: reason ?? '',
    });
    void message.success('已保存权重，未公布的评价已重新计算');
    onClose();
  };
  const reset = async () => {
    const reason = await askReason({
      title: '恢复政策包的权重',
      lines: ['本局调整的权重不再使用，未公布的评价重新计算。'],
      okText: '恢复',
      needed: true,
    });
    if (reason === null) return;
    await write.mutateAsync({ poolId: view.poolId, weights: null, reason });
    onClose();
  };
  return (
    <Drawer
      title={`${view.poolLabel} 评价指标和权重`}
      open={open}
      onClose={onClose}
      size={760}
      destroyOnHidden
      extra={
        locked ? null : (
          <Button type="primary" loading={write.isPending} onClick={form.submit}>
            保存权重
          </Button>
        )
      }
    >
      <p className="quiet">
        {rule.note}依据：{rule.reference}。
        {locked ? '本年度结果已公布，以下为公布时的权重。' : '每个分档按百分制给分，再乘权重；权重合计 100。'}
        {rule.ownWeights ? '现用本局调整的权重。' : ''}
      </p>
      <Form<Values>
        form={form}
        layout="vertical"
        preserve={false}
        requiredMark={false}
        initialValues={{ weights: Object.fromEntries(rule.indicators.map(({ id, weight }) => [id, weight])) }}
        onFinish={(values) => void save(values)}
      >
        <table className="figures-table evaluation-indicators">
          <thead>
            <tr>
              <th scope="col">指标</th>
              <th scope="col" className="evaluation-inputs">
                分档
              </th>
              <th scope="col" className="evaluation-inputs">
                依据
              </th>
              <th scope="col">权重</th>
            </tr>
          </thead>
          <tbody>
            {rule.indicators.map((indicator) => (
              <tr key={indicator.id}>
                <th scope="row">{indicator.label}</th>
                <td className="evaluation-inputs">
                  {indicator.bands.map((band) => (
                    <div key={band.text}>
                      {band.text}，{band.points} 分
                    </div>
                  ))}
                </td>
                <td className="evaluation-inputs">{indicator.reference ?? '文件未定，本局可调'}</td>
                <td>
                  {locked ? (
                    indicator.weight
                  ) : (
                    <Form.Item
                      noStyle
                      name={['weights', indicator.id]}
                      rules={[{ required: true, message: '请填写权重' }]}
                    >
                      <InputNumber min={0} max={100} precision={0} aria-label={`${indicator.label}权重`} />
                    </Form.Item>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {locked ? null : (
          <>
            <Form.Item
              name="reason"
              label="调整理由（记入变更历史）"
              className="evaluation-reason"
              rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
            >
              <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 5 }} />
            </Form.Item>
            {rule.ownWeights ? <Button onClick={() => void reset()}>恢复政策包的权重</Button> : null}
          </>
        )}
      </Form>
    </Drawer>
  );
}
