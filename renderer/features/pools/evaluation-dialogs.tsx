import { App, DatePicker, Form, Input, InputNumber, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useWrite } from '#renderer/client/use-query.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import type { Evaluation, EvaluationRow } from './evaluation-words.tsx';

type Props = { readonly view: Evaluation; readonly open: boolean; readonly onClose: () => void };
type Decision = {
  readonly how: 'points' | 'exempt' | 'none';
  readonly points: number | null;
  readonly reason?: string;
};

/** 本局调整 of the chosen firms: other points, 不参评, or back to the computed points. */
export function DecideDialog({
  view,
  rows,
  open,
  onClose,
}: Props & { readonly rows: readonly EvaluationRow[] }) {
  const { asOf } = useAsOf();
  const { message } = App.useApp();
  const decide = useWrite('evaluations.decide');
  const save = async ({ how, points, reason }: Decision) => {
    await decide.mutateAsync({
      poolId: view.poolId,
      year: view.year,
      asOf,
      firmIds: rows.map((row) => row.firmId),
      points: how === 'points' && points !== null ? Math.round(points * 100) : null,
      exempt: how === 'exempt',
      reason: reason ?? '',
    });
    void message.success(`已调整 ${rows.length} 家`);
    onClose();
  };
  return (
    <FormDialog<Decision>
      title={`调整 · ${view.poolLabel} ${view.year} 年度 · ${rows.length} 家`}
      okText="保存"
      open={open}
      pending={decide.isPending}
      initial={{ how: 'points', points: null, reason: '' }}
      onSave={(values) => void save(values)}
      onClose={onClose}
    >
      <Form.Item name="how" label="怎样调整">
        <Radio.Group
          options={[
            { value: 'points', label: '改为本局评定的得分' },
            { value: 'exempt', label: '本年不参评' },
            { value: 'none', label: '取消调整，按计算得分' },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['how']}>
        {({ getFieldValue }) => (
          <>
            {getFieldValue('how') === 'points' ? (
              <Form.Item
                name="points"
                label="得分（0 到 100）"
                rules={[{ required: true, message: '请填写得分' }]}
              >
                <InputNumber min={0} max={100} precision={2} style={{ width: '100%' }} suffix="分" />
              </Form.Item>
            ) : null}
            {getFieldValue('how') === 'none' ? null : (
              <Form.Item
                name="reason"
                label="理由（记入变更历史，随结果打印）"
                rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
              >
                <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 5 }} />
              </Form.Item>
            )}
          </>
        )}
      </Form.Item>
    </FormDialog>
  );
}

type Publication = { readonly on: Dayjs; readonly document?: string };

/** 公布: locks the results. */
export function PublishDialog({ view, open, onClose }: Props) {
  const { asOf, today } = useAsOf();
  const { message } = App.useApp();
  const publish = useWrite('evaluations.publish');
  const missing = view.rows.filter((row) => row.standing === 'missing').length;
  const save = async ({ on, document }: Publication) => {
    const done = await publish.mutateAsync({
      poolId: view.poolId,
      year: view.year,
      asOf,
      on: on.format('YYYY-MM-DD'),
      document: document?.trim() || null,
    });
    void message.success(`已公布 ${done.firms} 家，其中不合格 ${done.failed} 家`);
    onClose();
  };
  return (
    <FormDialog<Publication>
      title={`公布评价结果 · ${view.poolLabel} ${view.year} 年度`}
      okText="公布并锁定"
      open={open}
      pending={publish.isPending}
      initial={{ on: dayjs(today), document: '' }}
      onSave={(values) => void save(values)}
      onClose={onClose}
    >
      <p>
        {missing > 0
          ? `还有 ${missing} 家缺数据，不能公布。请先补填经营数据，或调整得分、列为不参评。`
          : '公布后得分、等次、名次锁定，不随数据改动；可在变更历史中撤销公布。'}
      </p>
      <Form.Item name="on" label="公布日期" rules={[{ required: true, message: '请填写公布日期' }]}>
        <DatePicker format="YYYY-MM-DD" style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="document" label="文号（可不填）">
        <Input maxLength={100} />
      </Form.Item>
    </FormDialog>
  );
}

type Exit = { readonly on: Dayjs };

/** 按名单出库: everybody who failed in the published list leaves in one change set. */
export function ExitListDialog({ view, open, onClose }: Props) {
  const { today } = useAsOf();
  const { message } = App.useApp();
  const exit = useWrite('evaluations.exit');
  const failed = view.rows.filter((row) => row.passes === false && !row.left);
  const waiting = failed.filter((row) => row.appeal !== null && row.appealResult === null);
  const save = async ({ on }: Exit) => {
    const done = await exit.mutateAsync({
      poolId: view.poolId,
      year: view.year,
      on: on.format('YYYY-MM-DD'),
    });
    void message.success(
      `已出库 ${done.left} 家${done.waiting > 0 ? `，${done.waiting} 家申诉处理中，未出库` : ''}，可在变更历史中撤销`,
    );
    onClose();
  };
  return (
    <FormDialog<Exit>
      title={`按评价结果出库 · ${view.poolLabel} ${view.year} 年度`}
      okText={`出库 ${failed.length - waiting.length} 家`}
      open={open}
      pending={exit.isPending}
      initial={{ on: dayjs(today) }}
      onSave={(values) => void save(values)}
      onClose={onClose}
    >
      <ul className="evaluation-exits">
        {failed.map((row) => (
          <li key={row.firmId}>
            {row.firm}
            {waiting.includes(row) ? '（申诉处理中，本次不出库）' : ''}
          </li>
        ))}
      </ul>
      <Form.Item name="on" label="出库日期" rules={[{ required: true, message: '请填写出库日期' }]}>
        <DatePicker format="YYYY-MM-DD" style={{ width: '100%' }} />
      </Form.Item>
    </FormDialog>
  );
}
