import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { Page } from '#renderer/ui/page.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { taskStates, taskStateText } from '#shared/domain/task.ts';
import type { Task } from './figure-text.ts';
import { PlanDialog } from './plan-dialog.tsx';
import { TaskDrawer } from './task-drawer.tsx';
import { TaskTable } from './task-table.tsx';
import './tasks.css';

type Tasks = OutputOf<'tasks.list'>;

/** 任务分工: every task of the document with its units, progress and figures. */
export function TasksPage() {
  const { asOf } = useAsOf();
  const tasks = useApi('tasks.list', { asOf }, { keepPrevious: true });
  return (
    <Page title="任务分工" state={tasks.data === undefined ? undefined : stateOf(tasks.data)}>
      <Loaded query={tasks}>
        {(data) =>
          data.rows.length === 0 ? (
            <EmptyState
              title="本区政策包没有任务分工"
              hint="在政策包的 tasks.yaml 中写明任务、责任单位和指标后，这里登记进展、时限和督办。"
            />
          ) : (
            <Content data={data} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Content({ data }: { readonly data: Tasks }) {
  const [params, setParams] = useSearchParams();
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [planning, setPlanning] = useState<readonly Task[] | null>(null);
  const choose = (key: string, value: string | undefined) =>
    setParams(
      (current) => {
        const changed = new URLSearchParams(current);
        if (value === undefined) changed.delete(key);
        else changed.set(key, value);
        return changed;
      },
      { replace: true },
    );
  const unit = params.get('unit');
  const state = taskStates.find((each) => each === params.get('state'));
  const rows = data.rows.filter(
    (row) =>
      (unit === null || row.leads.includes(unit) || row.supports.includes(unit)) &&
      (state === undefined || row.state === state),
  );
  const open = data.rows.find(({ id }) => id === params.get('task'));
  return (
    <div className="panel">
      <div className="task-tools">
        <Select
          allowClear
          showSearch
          aria-label="责任单位"
          placeholder="全部责任单位"
          className="task-unit"
          value={unit}
          options={data.units.map((value) => ({ value, label: value }))}
          onChange={(next: string | undefined) => choose('unit', next)}
        />
        <Select
          allowClear
          aria-label="任务状态"
          placeholder="全部状态"
          className="task-state"
          value={state ?? null}
          options={taskStates.map((value) => ({
            value,
            label: `${taskStateText[value]}（${data.counts[value]}）`,
          }))}
          onChange={(next: string | undefined) => choose('state', next)}
        />
        <div className="task-tools-end">
          <Link to={`/reports?kind=supervision${unit === null ? '' : `&unit=${encodeURIComponent(unit)}`}`}>
            <Button>督办单</Button>
          </Link>
          <Button
            disabled={selected.length === 0}
            onClick={() => setPlanning(data.rows.filter(({ id }) => selected.includes(id)))}
          >
            {selected.length === 0 ? '设置时限' : `设置时限（${selected.length} 项）`}
          </Button>
        </div>
      </div>
      <TaskTable rows={rows} selected={selected} onSelect={setSelected} onOpen={(id) => choose('task', id)} />
      <TaskDrawer
        task={open ?? null}
        onPlan={(task) => setPlanning([task])}
        onClose={() => choose('task', undefined)}
      />
      <PlanDialog
        tasks={planning}
        onDone={() => {
          setPlanning(null);
          setSelected([]);
        }}
        onClose={() => setPlanning(null)}
      />
    </div>
  );
}

function stateOf({ rows, counts }: Tasks): string | undefined {
  if (rows.length === 0) return undefined;
  const { done, running, waiting, overdue } = counts;
  const late = overdue === 0 ? '' : `，逾期 ${overdue} 项`;
  return `任务 ${rows.length} 项：已完成 ${done} 项，推进中 ${running} 项，未启动 ${waiting} 项${late}。`;
}
