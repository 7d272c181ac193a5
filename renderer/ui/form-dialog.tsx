import { Form, Modal } from 'antd';
import type { ReactNode } from 'react';

type Props<V extends object> = {
  readonly title: string;
  readonly okText: string;
  readonly open: boolean;
  readonly pending: boolean;
  readonly initial: Partial<V>;
  readonly onSave: (values: V) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A dialog with one small form: saved by its button or Enter, thrown away when closed; a click beside it does not close it. */
export function FormDialog<V extends object>(props: Props<V>) {
  const [form] = Form.useForm<V>();
  return (
    <Modal
      open={props.open}
      title={props.title}
      okText={props.okText}
      cancelText="取消"
      confirmLoading={props.pending}
      onOk={form.submit}
      onCancel={props.onClose}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <Form<V>
        form={form}
        layout="vertical"
        preserve={false}
        requiredMark={false}
        // antd asks for a deep partial of the values; a shallow one is always such.
        initialValues={props.initial}
        onFinish={props.onSave}
      >
        {props.children}
      </Form>
    </Modal>
  );
}
