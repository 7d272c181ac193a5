import { App, DatePicker, Form, Input, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useDistrict } from '#renderer/app/as-of.tsx';
import { useWrite } from '#renderer/client/use-query.ts';
import { type TitleEventKind, titleEventKinds, titleEventText } from '#shared/domain/title.ts';

type Values = {
  readonly titleId: string;
  readonly kind: TitleEventKind;
  readonly on: Dayjs;
  readonly validUntil: Dayjs | null;
  readonly batch: string;
  readonly document: string;
  readonly reason: string;
};

type Props = {
  readonly firm: { readonly id: number; readonly name: string };
  readonly open: boolean;
  readonly onClose: () => void;
};

const dayFormat = 'YYYY-MM-DD';

/** 登记称号事件: one event typed from a paper. */
export function RecordEventDialog({ firm, open, onClose }: Props) {
  const { titles } = useDistrict();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const record = useWrite('titles.record');
  const save = async (values: Values) => {
    await record.mutateAsync({
      firmId: firm.id,
      titleId: values.titleId,
      kind: values.kind,
      on: values.on.format(dayFormat),
      validUntil: values.validUntil?.format(dayFormat) ?? null,
      batch: textOrNull(values.batch),
      document: textOrNull(values.document),
      reason: values.reason.trim(),
    });
    void message.success('称号事件已登记');
    onClose();
  };
  return (
    <Modal
      open={open}
      title={`登记称号事件 · ${firm.name}`}
      okText="登记"
      confirmLoading={record.isPending}
      onOk={form.submit}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form<Values>
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={{ kind: 'recognised', validUntil: null, batch: '', document: '', reason: '' }}
        onFinish={(values) => void save(values)}
      >
        <Form.Item name="titleId" label="称号" rules={[{ required: true, message: '请选择称号' }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={titles.map(({ id, label }) => ({ value: id, label }))}
          />
        </Form.Item>
        <Form.Item name="kind" label="事件" rules={[{ required: true, message: '请选择事件' }]}>
          <Select options={titleEventKinds.map((kind) => ({ value: kind, label: titleEventText[kind] }))} />
        </Form.Item>
        <div className="firm-form-grid">
          <Form.Item name="on" label="日期" rules={[{ required: true, message: '请填写文件所载日期' }]}>
            <DatePicker className="firm-form-day" />
          </Form.Item>
          <Form.Item
            name="validUntil"
            label="有效期至"
            dependencies={['on']}
            extra="文件没有写明可不填"
            rules={[
              ({ getFieldValue }) => ({
                validator: async (_rule, value: Dayjs | null) => {
                  const on: Dayjs | null | undefined = getFieldValue('on');
                  if (value && on && value.isBefore(on)) throw new Error('不能早于事件日期');
                },
              }),
            ]}
          >
            <DatePicker className="firm-form-day" />
          </Form.Item>
          <Form.Item name="batch" label="批次">
            <Input placeholder="如 第六批" />
          </Form.Item>
          <Form.Item name="document" label="文号">
            <Input placeholder="如 浙经信企业〔2024〕8号" />
          </Form.Item>
        </div>
        <Form.Item name="reason" label="说明">
          <Input placeholder="可不填" />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
