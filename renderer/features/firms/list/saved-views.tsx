import { CloseOutlined, PushpinOutlined } from '@ant-design/icons';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';

type Props = {
  /** The conditions of the list as its address holds them; empty when there are none. */
  readonly conditions: string;
  readonly onOpen: (conditions: string) => void;
};

/** 常用筛选: filters under a name, one click away; the present one can be kept. */
export function SavedViews({ conditions, onOpen }: Props) {
  const { message } = App.useApp();
  const { dangerConfirm } = useConfirm();
  const views = useApi('views.list', {}).data?.views ?? [];
  const remove = useWrite('views.remove');
  const [naming, setNaming] = useState(false);
  const known = views.some((view) => view.conditions === conditions);
  if (views.length === 0 && conditions === '') return null;
  const ask = async (name: string) => {
    const sure = await dangerConfirm({
      title: `删除常用筛选“${name}”？`,
      lost: ['只删除这组条件，企业不受影响。'],
      back: '可在变更历史中撤销。',
      okText: '删除',
    });
    if (sure) remove.mutate({ name }, { onSuccess: () => void message.success('已删除') });
  };
  return (
    <nav className="firm-views" aria-label="常用筛选">
      <ViewButton name="全部企业" current={conditions === ''} onOpen={() => onOpen('')} />
      {views.map((view) => (
        <span key={view.name} className="firm-view">
          <ViewButton
            name={view.name}
            current={view.conditions === conditions}
            onOpen={() => onOpen(view.conditions)}
          />
          {view.conditions === conditions ? (
            <Button
              type="text"
              size="small"
              aria-label={`删除常用筛选 ${view.name}`}
              icon={<CloseOutlined />}
              onClick={() => void ask(view.name)}
            />
          ) : null}
        </span>
      ))}
      {conditions === '' || known ? null : (
        <Button type="link" icon={<PushpinOutlined />} onClick={() => setNaming(true)}>
          存为常用筛选
        </Button>
      )}
      {naming ? <NameDialog conditions={conditions} onClose={() => setNaming(false)} /> : null}
    </nav>
  );
}

function ViewButton(props: {
  readonly name: string;
  readonly current: boolean;
  readonly onOpen: () => void;
}) {
  return (
    <Button
      type="text"
      className={props.current ? 'firm-view-current' : ''}
      aria-current={props.current ? 'true' : undefined}
      onClick={props.onOpen}
    >
      {props.name}
    </Button>
  );
}

function NameDialog({ conditions, onClose }: { readonly conditions: string; readonly onClose: () => void }) {
  const { message } = App.useApp();
  const save = useWrite('views.save');
  return (
    <FormDialog<{ readonly name: string }>
      title="存为常用筛选"
      okText="保存"
      open
      pending={save.isPending}
      initial={{}}
      onClose={onClose}
      onSave={({ name }) =>
        save.mutate(
          { name, conditions },
          {
            onSuccess: () => {
              void message.success(`已保存“${name.trim()}”`);
              onClose();
            },
          },
        )
      }
    >
      <Form.Item
        name="name"
        label="名称"
        extra="同名的会被替换。条件、排序一起保存。"
        rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
      >
        <Input maxLength={20} autoFocus placeholder="如：下沙街道规上企业" />
      </Form.Item>
    </FormDialog>
  );
}
