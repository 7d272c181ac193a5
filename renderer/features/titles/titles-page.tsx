import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { Page } from '#renderer/ui/page.tsx';
import { CalendarTab } from './calendar-tab.tsx';
import { CohortTab } from './cohort-tab.tsx';
import { OverviewTab } from './overview-tab.tsx';
import './titles.css';

const tabs = [
  { key: 'overview', label: '称号总览', children: <OverviewTab /> },
  { key: 'calendar', label: '到期提醒', children: <CalendarTab /> },
  { key: 'cohort', label: '年度复核', children: <CohortTab /> },
];

/** 梯度认定: every title with its counts by year, what ends soon, and the review cohort of a year. */
export function TitlesPage() {
  const { asOf } = useAsOf();
  const [params, setParams] = useSearchParams();
  const calendar = useApi('titles.calendar', { asOf }, { keepPrevious: true });
  const tab = tabs.find((each) => each.key === params.get('tab'))?.key ?? 'overview';
  const state =
    calendar.data === undefined
      ? undefined
      : `${calendar.data.expiring.length} 项称号半年内到期，${calendar.data.lapsed.length} 项一年内到期未见复核结果。`;
  return (
    <Page title="梯度认定" state={state}>
      <div className="panel">
        <Tabs
          activeKey={tab}
          items={tabs}
          destroyOnHidden
          onChange={(next) => setParams({ tab: next }, { replace: true })}
        />
      </div>
    </Page>
  );
}
