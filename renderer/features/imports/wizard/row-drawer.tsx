import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Drawer, Space, Spin, Tag } from 'antd';
import { useApi } from '#renderer/client/use-query.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { type DraftTable, outcomeWords, type RowPlace, tableName } from '../outcomes.ts';
import { RowCells } from './row-cells.tsx';
import { RowChanges } from './row-changes.tsx';
import { outcomeColors } from './row-columns.tsx';
import { RowDecision } from './row-decision.tsx';
import type { RowWork } from './use-row-work.ts';

type Props = {
  readonly draftId: string;
  readonly tables: readonly DraftTable[];
  readonly place: RowPlace | null;
  readonly work: RowWork;
  /** Goes to the row before or after; nothing where there is none. */
  readonly onStep: { readonly back: (() => void) | undefined; readonly forward: (() => void) | undefined };
  readonly onClose: () => void;
};

/** One row beside the list: what becomes of it, what there is to decide, and its cells to correct in place. */
export function RowDrawer({ draftId, tables, place, work, onStep, onClose }: Props) {
  const { table: tableNumber, row: number } = place ?? { table: 0, row: 1 };
  const query = useApi(
    'imports.rows',
    { draftId, table: tableNumber, row: number, limit: 1 },
    { enabled: place !== null, keepPrevious: true },
  );
  const row = query.data?.rows[0];
  const table = tables.find((each) => each.table === tableNumber);
  return (
    <Drawer
      open={place !== null}
      onClose={onClose}
      mask={false}
      size={560}
      rootClassName="import-drawer"
      title={<>第 {number} 行</>}
      extra={
        <Space>
          <Button
            size="small"
            icon={<UpOutlined aria-hidden />}
            disabled={!onStep.back}
            onClick={onStep.back}
          >
            上一行
          </Button>
          <Button
            size="small"
            icon={<DownOutlined aria-hidden />}
            disabled={!onStep.forward}
            onClick={onStep.forward}
          >
            下一行
          </Button>
        </Space>
      }
    >
      {query.error ? <ErrorPanel failure={query.error.failure} onRetry={() => void query.refetch()} /> : null}
      {row === undefined || table === undefined ? (
        query.error ? null : (
          <Spin />
        )
      ) : (
        <>
          <div>
            <h2>
              {row.name ?? '（没有企业名称）'}{' '}
              <Tag color={outcomeColors[row.outcome]}>{outcomeWords[row.outcome]}</Tag>
            </h2>
            <p className="import-quiet">{tableName(table)}</p>
          </div>
          <RowDecision key={`${row.table}-${row.row}`} row={row} work={work} />
          <RowChanges row={row} />
          <RowCells row={row} table={table} work={work} />
        </>
      )}
    </Drawer>
  );
}
