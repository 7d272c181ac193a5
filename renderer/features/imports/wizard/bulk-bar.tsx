import { Button, Space } from 'antd';
import type { RowPlace } from '../outcomes.ts';
import type { RowWork } from './use-row-work.ts';

type Props = {
  readonly rows: readonly RowPlace[];
  readonly work: RowWork;
  readonly onClear: () => void;
};

/** What can be done to all ticked rows at once. */
export function BulkBar({ rows, work, onClear }: Props) {
  if (rows.length === 0) return null;
  const act = (done: Promise<boolean>) => void done.then((ok) => ok && onClear());
  return (
    <div className="import-bulk" role="toolbar" aria-label="勾选的行">
      <span>已勾选 {rows.length} 行</span>
      <Space wrap>
        <Button size="small" disabled={work.busy} onClick={() => act(work.decide(rows, { action: 'skip' }))}>
          忽略
        </Button>
        <Button size="small" disabled={work.busy} onClick={() => act(work.decide(rows, null))}>
          恢复
        </Button>
        <Button size="small" disabled={work.busy} onClick={() => act(work.confirm(rows, true))}>
          确认保留
        </Button>
        <Button size="small" disabled={work.busy} onClick={() => act(work.confirm(rows, false))}>
          取消确认
        </Button>
        <Button size="small" type="text" onClick={onClear}>
          全部不勾选
        </Button>
      </Space>
    </div>
  );
}
