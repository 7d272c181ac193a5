import { Button } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { ParkDialog, type ParkTask } from './park-dialog.tsx';
import { ParkDrawer } from './park-drawer.tsx';
import { type Parks, ParkTable } from './park-table.tsx';
import './parks.css';

/** 平台载体: platforms and parks with what they are, their firms and figures, compared. */
export function ParksPage() {
  const { asOf, year } = useAsOf();
  const [params, setParams] = useSearchParams();
  const [task, setTask] = useState<ParkTask | null>(null);
  const parks = useApi('parks.list', { asOf, year }, { keepPrevious: true });
  const open = parks.data?.rows.find(({ placeId }) => placeId === params.get('park')) ?? null;
  const show = (placeId: string | null) =>
    setParams(placeId === null ? {} : { park: placeId }, { replace: true });
  return (
    <Page
      title="平台载体"
      state={parks.data === undefined ? undefined : stateOf(parks.data)}
      actions={
        <>
          <Link to="/reports?kind=parks">
            <Button>情况表</Button>
          </Link>
          <Button type="primary" onClick={() => setTask({ park: null })}>
            新增平台载体
          </Button>
        </>
      }
    >
      <Loaded query={parks}>
        {(data) => (
          <div className="panel">
            {data.rows.length === 0 ? (
              <EmptyState
                title="还没有平台载体"
                hint="小微企业园、专精特新产业园等点“新增平台载体”登记；名册里的“所属平台”随即认得它。"
              />
            ) : (
              <ParkTable parks={data} onOpen={show} />
            )}
            <ParkDrawer
              park={open}
              parks={data}
              onEdit={(park) => setTask({ park })}
              onClose={() => show(null)}
            />
          </div>
        )}
      </Loaded>
      <ParkDialog task={task} onClose={() => setTask(null)} />
    </Page>
  );
}

function stateOf({ rows, unplaced }: Parks): string {
  const firms = rows.reduce((sum, row) => sum + row.firms, 0);
  const undescribed = rows.filter(({ kind }) => kind === null).length;
  const rest = undescribed === 0 ? '' : `；${undescribed} 个还没有登记类型和级别`;
  return `平台载体 ${rows.length} 个，企业 ${firms} 家，不在平台的 ${unplaced} 家${rest}。`;
}
