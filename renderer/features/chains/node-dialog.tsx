import { App, Form, Input, Select } from 'antd';
import { useWrite } from '#renderer/client/use-query.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import {
  type ChainTier,
  chainTiers,
  chainTierText,
  type NodeStanding,
  nodeStandings,
  nodeStateText,
} from '#shared/domain/chain.ts';

type Node = OutputOf<'chains.map'>['nodes'][number];
type Values = {
  readonly name: string;
  readonly tier: ChainTier;
  readonly standing: NodeStanding | null;
  readonly note?: string;
};

type Props = {
  readonly chainId: string;
  readonly node: Node | 'new' | null;
  readonly onClose: () => void;
};

/** 新增 or 修改节点. */
export function NodeDialog({ chainId, node, onClose }: Props) {
  const { message } = App.useApp();
  const save = useWrite('chains.saveNode');
  const known = node === 'new' ? null : node;
  const submit = ({ name, tier, standing, note }: Values) =>
    save.mutate(
      {
        id: known?.id ?? null,
        chainId,
        tier,
        name: name.trim(),
        standing: standing ?? null,
        note: note?.trim() || null,
      },
      {
        onSuccess: () => {
          void message.success('节点已保存');
          onClose();
        },
      },
    );
  return (
    <FormDialog<Values>
      open={node !== null}
      title={known === null ? '新增节点' : '修改节点'}
      okText="保存"
      pending={save.isPending}
      initial={{
        tier: known?.tier ?? 'upstream',
        standing: known?.standing ?? null,
        ...(known === null ? {} : { name: known.name, note: known.note ?? '' }),
      }}
      onClose={onClose}
      onSave={submit}
    >
      <Form.Item
        name="name"
        label="节点名称"
        rules={[{ required: true, whitespace: true, message: '请填写节点名称' }]}
      >
        <Input maxLength={60} autoFocus placeholder="如：车规级芯片" />
      </Form.Item>
      <Form.Item name="tier" label="环节">
        <Select options={chainTiers.map((value) => ({ value, label: chainTierText[value] }))} />
      </Form.Item>
      <Form.Item name="standing" label="研判" extra="没有区内企业的节点自动标为缺失，不用选。">
        <Select
          allowClear
          placeholder="一般"
          options={nodeStandings.map((value) => ({ value, label: nodeStateText[value] }))}
        />
      </Form.Item>
      <Form.Item name="note" label="说明">
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  );
}
