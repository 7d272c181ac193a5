import { Select, Tabs } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useAsOf, useDistrict } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { Page } from '#renderer/ui/page.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { amountText } from '#shared/domain/money.ts';
import { BatchesTab } from './batches-tab.tsx';
import { BudgetTab } from './budget-tab.tsx';
import { ClaimsTab } from './claims-tab.tsx';
import { ComputedTab } from './computed-tab.tsx';
import { ProjectsTab } from './projects-tab.tsx';
import './awards.css';

type AwardList = OutputOf<'awards.list'>;

/** 奖补兑现: what the policy owes, the claims on their way, batches, projects and the budget of a year. */
export function AwardsPage() {
  const { year: defaultYear } = useAsOf();
  const { years } = useDistrict();
  const [params, setParams] = useSearchParams();
  const year = readYear(params.get('year')) ?? defaultYear;
  const list = useApi('awards.list', { year }, { keepPrevious: true });
  const choices = [...new Set([...years, year])].sort((a, b) => b - a);
  const tab = params.get('tab') ?? 'computed';
  const go = (next: { readonly year?: number; readonly tab?: string }) =>
    setParams({ year: String(next.year ?? year), tab: next.tab ?? tab }, { replace: true });
  return (
    <Page
      title="奖补兑现"
      state={list.data === undefined ? undefined : stateOf(list.data)}
      actions={
        <>
          <Select
            aria-label="年度"
            value={year}
            options={choices.map((each) => ({ value: each, label: `${each} 年度` }))}
            onChange={(next: number) => go({ year: next })}
          />
          <Link className="award-print" to={`/reports?kind=awards&year=${year}`}>
            打印汇总表
          </Link>
        </>
      }
    >
      <div className="panel">
        <Tabs
          activeKey={tab}
          destroyOnHidden
          onChange={(next) => go({ tab: next })}
          items={[
            {
              key: 'computed',
              label: '测算清单',
              children: <Loaded query={list}>{(data) => <ComputedTab list={data} />}</Loaded>,
            },
            { key: 'claims', label: '办理', children: <ClaimsTab year={year} /> },
            { key: 'batches', label: '批次与公示', children: <BatchesTab year={year} /> },
            { key: 'projects', label: '项目', children: <ProjectsTab /> },
            { key: 'budget', label: '预算执行', children: <BudgetTab year={year} /> },
          ]}
        />
      </div>
    </Page>
  );
}

function stateOf(list: AwardList): string {
  if (list.awardedCount === 0) return `${list.year} 年度没有可兑现的奖补。`;
  const free = list.items.filter((item) => item.outcome === 'awarded' && item.claimId === null).length;
  return `${list.year} 年度可兑现 ${list.awardedCount} 笔，共 ${amountText(list.totalFen)}；未立项 ${free} 笔。`;
}

function readYear(text: string | null): number | undefined {
  return text !== null && /^\d{4}$/.test(text) ? Number(text) : undefined;
}
