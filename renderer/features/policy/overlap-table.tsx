import { App, Button, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useWrite } from '#renderer/client/use-query.ts';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import { overlapOutcomeText } from '#shared/policy/clause.ts';
import type { OverlapGroup } from './words.ts';

const choices = Object.entries(overlapOutcomeText).map(([value, label]) => ({ value, label }));

/** 从优从高不重复: each group of awards that compete, with its rule, the reason, and the bureau's own choice. */
export function OverlapTable({ groups }: { readonly groups: readonly OverlapGroup[] }) {
  const columns: TableColumnsType<OverlapGroup> = [
    { title: '互相比较的奖补', dataIndex: 'label', width: 160 },
    { title: '范围', dataIndex: 'scope', width: 190 },
    { title: '结果', width: 250, render: (_, group) => <OutcomeChoice key={group.outcome} group={group} /> },
    {
      title: '计入已付',
      width: 110,
      render: (_, { countsPaidBy }) =>
        countsPaidBy.length === 0 ? '只计本区' : `本区、${countsPaidBy.join('、')}`,
    },
    {
      title: '理由与出处',
      render: (_, { reason, reference }) => `${reason}（${reference}）`,
    },
  ];
  return (
    <>
      <p className="quiet">
        文件只写“从优、从高、不重复”，没有写明怎样比较。下面是政策包的处理和理由；区里另有规定的，改“结果”并写明原因，改动记入变更历史。
      </p>
      <Table<OverlapGroup>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={[...groups]}
        pagination={false}
        scroll={{ x: 1000 }}
      />
    </>
  );
}

function OutcomeChoice({ group }: { readonly group: OverlapGroup }) {
  const { message } = App.useApp();
  const { askReason } = useConfirm();
  const write = useWrite('policy.setOverlap');
  const [outcome, setOutcome] = useState(group.outcome);
  const save = async () => {
    const reason = await askReason({
      title: `“${group.label}”改为${overlapOutcomeText[outcome]}？`,
      lines: [
        `政策包的处理是${overlapOutcomeText[group.packOutcome]}。改动后，本台账的奖补测算随之变化；已留存的测算结果不变。`,
      ],
      okText: '保存',
      needed: true,
    });
    if (reason === null) return;
    write.mutate(
      { group: group.id, outcome: outcome === group.packOutcome ? null : outcome, reason },
      { onSuccess: () => void message.success('已保存') },
    );
  };
  return (
    <span className="policy-outcome">
      <Select aria-label={`${group.label}的结果`} value={outcome} options={choices} onChange={setOutcome} />
      {outcome === group.outcome ? null : (
        <Button size="small" type="primary" loading={write.isPending} onClick={() => void save()}>
          保存
        </Button>
      )}
      {group.outcome === group.packOutcome ? null : <span className="quiet">本区另定</span>}
    </span>
  );
}
