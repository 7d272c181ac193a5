import { App, Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useWrite } from '#renderer/client/use-query.ts';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { holderColumns } from './holder-columns.tsx';

type Update = OutputOf<'titles.calendar'>['updates'][number];

const columns: TableColumnsType<Update> = [
  ...holderColumns<Update>(),
  { title: '截止日期', dataIndex: 'by', width: 120 },
  {
    title: '状态',
    width: 150,
    render: (_value, { overdue }) =>
      overdue ? <StatusWord kind="error" text="已过期未更新" /> : <StatusWord kind="warn" text="待更新" />,
  },
];

/** 年度更新: firms that have not updated their information on the platform this year; ticked ones are taken down as done. */
export function Updates({ rows, year }: { readonly rows: readonly Update[]; readonly year: number }) {
  const { message } = App.useApp();
  const mark = useWrite('titles.markUpdated');
  const [ticked, setTicked] = useState<readonly number[]>([]);
  const chosen = ticked.filter((id) => rows.some(({ firmId }) => firmId === id));
  const save = () =>
    mark.mutate(
      { firmIds: [...chosen], year },
      {
        onSuccess: ({ firms }) => {
          setTicked([]);
          void message.success(`已登记 ${firms} 家，可在变更历史中撤销`);
        },
      },
    );
  return (
    <section>
      <div className="titles-head">
        <h2>
          {year} 年度更新未办 {rows.length}
        </h2>
        <Button disabled={chosen.length === 0} loading={mark.isPending} onClick={save}>
          登记已更新（{chosen.length}）
        </Button>
      </div>
      <p className="quiet">
        上年底以前取得、现仍有效的称号，每年要在平台更新信息；过期不更新的，到期不能参加复核。平台导出的名单可作为年度经营数据导入“平台年度信息已更新”一列。
      </p>
      <Table<Update>
        size="small"
        rowKey="firmId"
        columns={columns}
        dataSource={[...rows]}
        rowSelection={{
          selectedRowKeys: [...chosen],
          onChange: (_keys, selected) => setTicked(selected.map(({ firmId }) => firmId)),
          preserveSelectedRowKeys: true,
        }}
        pagination={{ defaultPageSize: 20, hideOnSinglePage: true, showSizeChanger: true }}
        scroll={{ x: 960 }}
        locale={{ emptyText: '都已更新' }}
      />
    </section>
  );
}
