import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { Page } from '#renderer/ui/page.tsx';
import { OfficersTab } from './officers-tab.tsx';
import { RequestsTab } from './requests-tab.tsx';
import { VisitsTab } from './visits-tab.tsx';
import './services.css';

/** 企业服务: who serves which firm, visits, and what the firms ask for. */
export function ServicesPage() {
  const [params, setParams] = useSearchParams();
  return (
    <Page title="企业服务">
      <div className="panel">
        <Tabs
          activeKey={params.get('tab') ?? 'officers'}
          destroyOnHidden
          onChange={(tab) => setParams({ tab }, { replace: true })}
          items={[
            { key: 'officers', label: '服务专员', children: <OfficersTab /> },
            { key: 'visits', label: '走访', children: <VisitsTab /> },
            { key: 'requests', label: '诉求', children: <RequestsTab /> },
          ]}
        />
      </div>
    </Page>
  );
}
