import { Button, Table, type TableColumnsType } from 'antd';
import type { OutputOf } from '#shared/contract/api.ts';
import { EmptyState } from './empty-state.tsx';
import { sizeText } from './size-text.ts';
import type { Restore } from './use-restore.ts';

type Backup = OutputOf<'backups.list'>['backups'][number];

/** The copies of the ledger, newest first, each with the way back to it. */
export function BackupList({
  backups,
  restore,
}: {
  readonly backups: readonly Backup[];
  readonly restore: Restore;
}) {
  if (backups.length === 0) {
    return <EmptyState title="还没有备份" hint="程序每天自动备份一次；也可以现在就备份。" />;
  }
  const columns: TableColumnsType<Backup> = [
    {
      title: '时间',
      dataIndex: 'at',
      width: 190,
      render: (at: string) => <span className="figures">{timeText(at)}</span>,
    },
    { title: '类别', dataIndex: 'kindLabel', width: 130 },
    { title: '大小', dataIndex: 'bytes', width: 120, align: 'right', render: sizeText },
    { title: '文件', dataIndex: 'name' },
    {
      title: '操作',
      width: 100,
      render: (_, { name, at }) => (
        <Button
          size="small"
          disabled={restore.running}
          aria-label={`恢复到 ${timeText(at)}`}
          onClick={() => void restore.fromList(name, ` ${timeText(at)} 的备份`)}
        >
          恢复
        </Button>
      ),
    },
  ];
  return (
    <Table<Backup>
      size="small"
      rowKey="name"
      columns={columns}
      dataSource={[...backups]}
      pagination={{ defaultPageSize: 20, hideOnSinglePage: true }}
    />
  );
}

function timeText(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}
