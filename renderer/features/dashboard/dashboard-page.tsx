import { Button, Space } from 'antd';
import { useNavigate } from 'react-router';
import { useAsOf, useDistrict } from '#renderer/app/as-of.tsx';
import { useJob } from '#renderer/client/use-job.ts';
import { useApi } from '#renderer/client/use-query.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { Page } from '#renderer/ui/page.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { amountText } from '#shared/domain/money.ts';
import { progressMessage } from '#shared/report/progress-report.ts';
import { GoalCharts } from './goal-charts.tsx';
import { GoalTable } from './goal-table.tsx';
import { LadderTable } from './ladder-table.tsx';
import { StreetTable } from './street-table.tsx';
import { Todo } from './todo.tsx';
import './dashboard.css';

type Dashboard = OutputOf<'dashboard.get'>;

/** 工作台: how far the 131 targets are, the ladder, the streets, and what waits. */
export function DashboardPage() {
  const { asOf, year } = useAsOf();
  const { districtName, sampleCount } = useDistrict();
  const dashboard = useApi('dashboard.get', { asOf }, { keepPrevious: true });
  const money = useApi('dashboard.money', { year }, { keepPrevious: true });
  return (
    <Page
      title="工作台"
      state={dashboard.data === undefined ? undefined : stateOf(dashboard.data, money.data)}
      actions={
        dashboard.data === undefined || money.data === undefined || dashboard.data.firmCount === 0 ? null : (
          <CopyButton
            label="复制进度文字"
            text={progressMessage(
              dashboard.data.goals.asOf,
              { ...dashboard.data, awards: money.data },
              districtName,
              sampleCount > 0,
            )}
          />
        )
      }
    >
      <Loaded query={dashboard}>
        {(data) => (data.firmCount === 0 ? <NothingYet /> : <Content data={data} />)}
      </Loaded>
    </Page>
  );
}

function Content({ data }: { readonly data: Dashboard }) {
  const navigate = useNavigate();
  return (
    <div className="dashboard">
      <section className="panel" aria-label="131 目标">
        <GoalTable goals={data.goals} />
      </section>
      <section className="panel" aria-label="131 目标图">
        <GoalCharts goals={data.goals} onOpen={(address) => void navigate(address)} />
      </section>
      <div className="dashboard-columns">
        <section className="panel" aria-label="梯度结构">
          <LadderTable ladder={data.ladder} asOf={data.goals.asOf} />
        </section>
        <section className="panel" aria-label="待办">
          <Todo data={data} />
        </section>
      </div>
      <section className="panel" aria-label="街道分布">
        <StreetTable data={data} />
      </section>
    </div>
  );
}

/** An empty ledger: the two ways to fill it. */
function NothingYet() {
  const navigate = useNavigate();
  const demo = useJob('demo.load');
  return (
    <>
      <EmptyState
        title="台账里还没有企业"
        hint="导入街道报来的名册后，这里显示 131 目标进度、梯度结构和街道分布。想先试用，可载入示例数据（随时可一键移除）。"
        action={
          <Space>
            <Button type="primary" onClick={() => void navigate('/imports')}>
              导入名册
            </Button>
            <Button loading={demo.running} onClick={() => void demo.start({})}>
              载入示例数据
            </Button>
          </Space>
        }
      />
      {demo.error === null ? null : <ErrorPanel failure={demo.error} />}
    </>
  );
}

/** The state of the district in one sentence; the money joins it when it has been counted. */
function stateOf(data: Dashboard, money: OutputOf<'dashboard.money'> | undefined): string {
  const firms = `登记企业 ${data.firmCount} 家，${data.expiringTotal} 项称号半年内到期`;
  if (money === undefined) return `${firms}。`;
  if (money.count === 0) return `${firms}，${money.year} 年度暂无测算奖补。`;
  return `${firms}，${money.year} 年度测算奖补 ${money.count} 笔、${amountText(money.totalFen)}。`;
}
