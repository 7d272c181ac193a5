import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useWrite } from '#renderer/client/use-query.ts';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { type ChainList, chainLists, chainListText } from '#shared/domain/chain.ts';
import { EntryDialog, type EntryTask } from './entry-dialog.tsx';

type ChainMap = OutputOf<'chains.map'>;
type Entry = ChainMap['entries'][number];

/** The lists beside the map that are written by hand, one below the other. */
export function Lists({ map }: { readonly map: ChainMap }) {
  const [task, setTask] = useState<EntryTask | null>(null);
  return (
    <>
      {chainLists.map((list) => (
        <OneList
          key={list}
          list={list}
          entries={map.entries.filter((entry) => entry.list === list)}
          onTask={setTask}
        />
      ))}
      <EntryDialog map={map} task={task} onClose={() => setTask(null)} />
    </>
  );
}

type ListProps = {
  readonly list: ChainList;
  readonly entries: readonly Entry[];
  readonly onTask: (task: EntryTask) => void;
};

function OneList({ list, entries, onTask }: ListProps) {
  const { dangerConfirm } = useConfirm();
  const remove = useWrite('chains.removeEntry');
  const removeEntry = async ({ id, name }: Entry) => {
    const sure = await dangerConfirm({
      title: `删除“${name}”？`,
      lost: [`从${chainListText[list]}清单中删去这一条。`],
      back: '可在变更历史中撤销。',
      okText: '删除',
    });
    if (sure) remove.mutate({ id });
  };
  const columns: TableColumnsType<Entry> = [
    ...plainColumns,
    {
      key: 'actions',
      title: '操作',
      width: 120,
      render: (_value, entry) => (
        <>
          <Button type="link" size="small" onClick={() => onTask({ list, entry })}>
            修改
          </Button>
          <Button type="link" size="small" onClick={() => void removeEntry(entry)}>
            删除
          </Button>
        </>
      ),
    },
  ];
  return (
    <section className="chain-list" aria-label={chainListText[list]}>
      <header>
        <h2>{`${chainListText[list]} ${entries.length}`}</h2>
        <Button size="small" onClick={() => onTask({ list, entry: null })}>
          新增
        </Button>
      </header>
      {entries.length === 0 ? (
        <p className="quiet">还没有登记。</p>
      ) : (
        <Table<Entry>
          rowKey="id"
          size="small"
          columns={columns}
          dataSource={[...entries]}
          pagination={false}
          scroll={{ x: 1090 }}
        />
      )}
    </section>
  );
}

const plainColumns: TableColumnsType<Entry> = [
  { key: 'name', title: '内容', width: 190, dataIndex: 'name' },
  { key: 'node', title: '节点', width: 120, render: (_value, entry) => entry.nodeName ?? '—' },
  { key: 'partner', title: '对象', width: 130, render: (_value, entry) => entry.partner ?? '—' },
  { key: 'unit', title: '责任单位', width: 130, render: (_value, entry) => entry.unit ?? '—' },
  {
    key: 'due',
    title: '完成时限',
    width: 145,
    render: (_value, { dueOn, overdue }) =>
      dueOn === null ? '—' : overdue ? <StatusWord kind="warn" text={`${dueOn} 逾期`} /> : dueOn,
  },
  { key: 'done', title: '完成日期', width: 105, render: (_value, entry) => entry.doneOn ?? '—' },
  { key: 'note', title: '说明', render: (_value, entry) => entry.note ?? '—' },
];
