import { App, Form, Input, Select } from 'antd';
import { useWrite } from '#renderer/client/use-query.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import {
  type AttachmentKind,
  attachmentKinds,
  attachmentKindText,
  endingOf,
} from '#shared/domain/attachment.ts';
import type { AttachmentRow } from './use-attachments.tsx';

type Values = { readonly name: string; readonly kind: AttachmentKind; readonly note?: string | null };

type Props = { readonly attachment: AttachmentRow | null; readonly onClose: () => void };

/** 修改附件: what it is called and what it is; the ending of its name stays. */
export function AttachmentDialog({ attachment, onClose }: Props) {
  const { message } = App.useApp();
  const save = useWrite('attachments.save');
  if (attachment === null) return null;
  const ending = endingOf(attachment.name);
  const submit = ({ name, kind, note }: Values) =>
    save.mutate(
      { id: attachment.id, name: `${name.trim()}.${ending}`, kind, note: note?.trim() || null },
      {
        onSuccess: () => {
          void message.success('已保存');
          onClose();
        },
      },
    );
  return (
    <FormDialog<Values>
      open
      title="修改附件"
      okText="保存"
      pending={save.isPending}
      initial={{
        name: attachment.name.slice(0, -ending.length - 1),
        kind: attachment.kind,
        note: attachment.note,
      }}
      onClose={onClose}
      onSave={submit}
    >
      <Form.Item
        name="name"
        label="文件名"
        rules={[{ required: true, whitespace: true, message: '请填写文件名' }]}
      >
        <Input maxLength={140} suffix={`.${ending}`} />
      </Form.Item>
      <Form.Item name="kind" label="类别">
        <Select options={attachmentKinds.map((value) => ({ value, label: attachmentKindText[value] }))} />
      </Form.Item>
      <Form.Item name="note" label="说明">
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
