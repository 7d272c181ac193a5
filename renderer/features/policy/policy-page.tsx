import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { useApi } from '#renderer/client/use-query.ts';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { Page } from '#renderer/ui/page.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { OverlapTable } from './overlap-table.tsx';
import { PackPanel } from './pack-panel.tsx';
import { RuleBrowser } from './rule-browser.tsx';
import { WhatIfPanel } from './what-if-panel.tsx';
import './policy.css';

type Library = OutputOf<'policy.library'>;

const tabs = ['rules', 'overlap', 'what-if', 'pack'] as const;

/** 政策库: the document clause by clause, how awards overlap, and what other figures would cost. */
export function PolicyPage() {
  const library = useApi('policy.library', {});
  return (
    <Page title="政策库" state={library.data === undefined ? undefined : stateOf(library.data)}>
      <Loaded query={library}>{(data) => <Content library={data} />}</Loaded>
    </Page>
  );
}

function Content({ library }: { readonly library: Library }) {
  const [params, setParams] = useSearchParams();
  const active = tabs.find((tab) => tab === params.get('tab')) ?? 'rules';
  return (
    <div className="panel">
      <Tabs
        activeKey={active}
        destroyOnHidden
        onChange={(next) => setParams({ tab: next }, { replace: true })}
        items={[
          { key: 'rules', label: '条款', children: <RuleBrowser rules={library.rules} /> },
          {
            key: 'overlap',
            label: '从优从高不重复',
            children: <OverlapTable groups={library.overlapGroups} />,
          },
          {
            key: 'what-if',
            label: '政策测算',
            children: <WhatIfPanel rules={library.rules} groups={library.overlapGroups} />,
          },
          { key: 'pack', label: '政策包', children: <PackPanel /> },
        ]}
      />
    </div>
  );
}

function stateOf({ documentTitle, term }: Library): string {
  return `《${documentTitle}》；${term}。`;
}
