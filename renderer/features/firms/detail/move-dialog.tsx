import { App, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { FailureText } from '#renderer/ui/failure-text.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import type { FirmStatus } from '#shared/domain/firm.ts';
import { allowedFrom, type FirmEventKind, firmEventKinds, firmEventText } from '#shared/domain/firm-event.ts';

type Values = {
  readonly kind: FirmEventKind;
  readonly on: Dayjs;
  readonly document?: string;
  readonly note?: string;
};

type Props = {
  readonly firm: { readonly id: number; readonly name: string; readonly status: FirmStatus };
  readonly onClose: () => void;
};

/** 迁移与注销: the day, the document, and everything that is recorded along with it. */
export function MoveDialog({ firm, onClose }: Props) {
  const { today } = useAsOf();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const move = useWrite('firms.move');
  const kinds = firmEventKinds.filter((kind) => allowedFrom[kind].includes(firm.status));
  const first = kinds.find((kind) => kind !== 'movedIn') ?? kinds[0] ?? 'closed';
  const kind: FirmEventKind = Form.useWatch('kind', form) ?? first;
  const on: Dayjs | null = Form.useWatch('on', form) ?? null;
  const effects = useApi(
    'firms.moveEffects',
    { firmId: firm.id, kind, on: (on ?? dayjs(today)).format('YYYY-MM-DD') },
    { enabled: on !== null },
  );
  const save = ({ document, note, ...values }: Values) =>
    move.mutate(
      {
        firmId: firm.id,
        kind: values.kind,
        on: values.on.format('YYYY-MM-DD'),
        document: document?.trim() || null,
        note: note?.trim() || null,
      },
      {
        onSuccess: () => {
          void message.success(`已登记${firmEventText[values.kind]}，可在历史中撤销`);
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={`迁移与注销 · ${firm.name}`}
      okText="登记"
      cancelText="取消"
      confirmLoading={move.isPending}
      okButtonProps={{ disabled: effects.data === undefined }}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: first, on: dayjs(today) }}
        onFinish={save}
      >
        <Form.Item name="kind" label="事项">
          <Select options={kinds.map((value) => ({ value, label: firmEventText[value] }))} />
        </Form.Item>
        <Form.Item name="on" label="日期" rules={[{ required: true, message: '请选择日期' }]}>
          <DatePicker format="YYYY-MM-DD" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="document" label="依据（登记机关通知、文号）">
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="note" label="说明">
          <Input maxLength={500} />
        </Form.Item>
      </Form>
      {effects.error === null ? null : <FailureText failure={effects.error.failure} />}
      {effects.data === undefined ? null : <Effects kind={kind} data={effects.data} />}
    </Modal>
  );
}

/** What it does to the counts. */
const countWords: Readonly<Record<FirmEventKind, string>> = {
  movedIn: '从这一天起计入当前有效。',
  movedOut: '从这一天起不计入当前有效；累计认定不变。',
  closed: '从次日起不计入当前有效；累计认定不变。',
};

function Effects({
  kind,
  data,
}: {
  readonly kind: FirmEventKind;
  readonly data: OutputOf<'firms.moveEffects'>;
}) {
  const lines = [
    ...data.titles.map(({ label, eventLabel }) => `${label}：登记“${eventLabel}”`),
    ...data.pools.map((pool) => `${pool}：出库`),
    ...(data.closesPlan ? ['一企一策：结案'] : []),
  ];
  return (
    <>
      <p>{countWords[kind]}</p>
      {lines.length === 0 ? (
        <p>没有随之登记的称号、培育库事项。</p>
      ) : (
        <>
          <p>同时登记：</p>
          <ul className="firm-plain-list">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
