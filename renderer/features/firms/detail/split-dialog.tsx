import { App, AutoComplete, Checkbox, Form, Input, Modal } from 'antd';
import { useNavigate } from 'react-router';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { Loaded } from '#renderer/ui/loaded.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { codeProblem } from '../form/form-rules.ts';

type Group = OutputOf<'duplicates.parts'>['groups'][number];

type Values = {
  readonly name: string;
  readonly code?: string;
  readonly reason?: string;
  /** Ids of rows by table. */
  readonly rows?: Readonly<Record<string, readonly number[] | undefined>>;
};

type Props = {
  readonly firm: { readonly id: number; readonly name: string };
  readonly onClose: () => void;
};

/** 拆分企业: two firms that stand in one record become two; what belongs to the other is ticked. */
export function SplitDialog({ firm, onClose }: Props) {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const parts = useApi('duplicates.parts', { firmId: firm.id });
  const split = useWrite('duplicates.split');
  const save = ({ name, code, reason, rows = {} }: Values) =>
    split.mutate(
      {
        firmId: firm.id,
        name,
        code: code?.trim() || null,
        acceptSuspiciousCode: false,
        rows: Object.entries(rows).flatMap(([table, ids]) => (ids ?? []).map((id) => ({ table, id }))),
        reason: reason?.trim() ?? '',
      },
      {
        onSuccess: ({ id }) => {
          void message.success('已拆分，可在历史中撤销');
          onClose();
          void navigate(`/firms/${id}`);
        },
      },
    );
  return (
    <Modal
      open
      title={`拆分企业 · ${firm.name}`}
      okText="拆分"
      cancelText="取消"
      width={760}
      confirmLoading={split.isPending}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <p className="firm-quiet">
        两家企业记在了一起时，把另一家的内容勾选出来，另立一家。没有勾选的留在原企业；已立项兑现的不能划走。
      </p>
      <Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={save}>
        <Loaded query={parts}>
          {({ names, groups }) => (
            <>
              <Form.Item
                name="name"
                label="另一家的企业名称"
                rules={[{ required: true, whitespace: true, message: '请填写企业名称' }]}
              >
                <AutoComplete
                  options={names.map(({ name }) => ({ value: name }))}
                  onSelect={(name: string) =>
                    form.setFieldValue('code', names.find((known) => known.name === name)?.code ?? undefined)
                  }
                />
              </Form.Item>
              <Form.Item name="code" label="统一社会信用代码" rules={[codeRule]}>
                <Input maxLength={40} placeholder="可以先不填" />
              </Form.Item>
              {groups.length === 0 ? <p>原企业没有可以划走的内容。</p> : null}
              {groups.map((group) => (
                <Parts key={group.table} group={group} />
              ))}
              <Form.Item name="reason" label="原因">
                <Input maxLength={500} placeholder="记入变更历史，可不填" />
              </Form.Item>
            </>
          )}
        </Loaded>
      </Form>
    </Modal>
  );
}

const codeRule = {
  validator: (_rule: unknown, code?: string) => {
    const problem = codeProblem(code ?? '');
    if (problem === undefined) return Promise.resolve();
    const doubtful = '校验位不符，请对照营业执照；确实如此的先不填，拆分后在编辑里确认';
    return Promise.reject(new Error(problem.severity === 'warning' ? doubtful : problem.text));
  },
};

function Parts({ group }: { readonly group: Group }) {
  return (
    <Form.Item name={['rows', group.table]} label={group.label}>
      <Checkbox.Group
        className="split-parts"
        options={group.rows.map(({ id, text, claimed }) => ({
          value: id,
          disabled: claimed,
          label: claimed ? `${text}（已立项兑现）` : text,
        }))}
      />
    </Form.Item>
  );
}
