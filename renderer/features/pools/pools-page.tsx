import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { RecordExportButton } from '#renderer/ui/record-export-button.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { PoolPanel } from './pool-panel.tsx';
import './pools.css';

type Pools = OutputOf<'pools.list'>;

/** 培育库: who is cultivated for which title, at which stage, who could enter, who is ready to leave. */
export function PoolsPage() {
  const { asOf } = useAsOf();
  const pools = useApi('pools.list', { asOf }, { keepPrevious: true });
  return (
    <Page
      title="培育库"
      state={pools.data === undefined ? undefined : stateOf(pools.data)}
      actions={<RecordExportButton kind="pools" />}
    >
      <Loaded query={pools}>{(data) => <Content data={data} />}</Loaded>
    </Page>
  );
}

function Content({ data }: { readonly data: Pools }) {
  const [params, setParams] = useSearchParams();
  const [first] = data.pools;
  if (first === undefined) {
    return (
      <EmptyState
        title="本区政策文件没有设培育库"
        hint="在政策包的 goals.yaml 中写明培育库后，这里登记入库、阶段和出库。"
      />
    );
  }
  const chosen = data.pools.find((pool) => pool.poolId === params.get('pool')) ?? first;
  return (
    <div className="panel">
      <Tabs
        activeKey={chosen.poolId}
        destroyOnHidden
        onChange={(next) => setParams({ pool: next }, { replace: true })}
        items={data.pools.map((pool) => ({
          key: pool.poolId,
          label: `${pool.label} ${pool.members}`,
          children: <PoolPanel pool={pool} />,
        }))}
      />
    </div>
  );
}

function stateOf({ pools }: Pools): string | undefined {
  if (pools.length === 0) return undefined;
  const parts = pools.map((pool) => {
    const goal =
      pool.target === null ? '' : `，距 ${pool.targetYear} 年目标 ${pool.target} 家还差 ${pool.gap} 家`;
    return `${pool.label}在库 ${pool.members} 家${goal}`;
  });
  return `${parts.join('；')}。`;
}
