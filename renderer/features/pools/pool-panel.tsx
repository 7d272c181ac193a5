import { Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { Loaded } from '#renderer/ui/loaded.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { CandidateTable } from './candidate-table.tsx';
import { EvaluationPanel } from './evaluation-panel.tsx';
import { ExitTable } from './exit-table.tsx';
import { HealthTables } from './health-tables.tsx';
import { MemberTable } from './member-table.tsx';

/** A pool with its counts. */
export type Pool = OutputOf<'pools.list'>['pools'][number];

const views = [
  { value: 'members', label: '在库企业' },
  { value: 'candidates', label: '入库候选' },
  { value: 'health', label: '分布' },
  { value: 'exits', label: '本年出库' },
  { value: 'evaluation', label: '年度评价' },
] as const;
type View = (typeof views)[number]['value'];

/** One pool: stages on top, then members, candidates, distribution or exits. */
export function PoolPanel({ pool }: { readonly pool: Pool }) {
  const { asOf } = useAsOf();
  const [params, setParams] = useSearchParams();
  const view = views.find((each) => each.value === params.get('view'))?.value ?? 'members';
  const members = useApi('pools.members', { poolId: pool.poolId, asOf }, { keepPrevious: true });
  return (
    <>
      <div className="pool-head">
        <dl className="pool-stages">
          {pool.stages.map((stage, index) => (
            <div key={stage}>
              <dt>{stage}</dt>
              <dd className="figures">{pool.byStage[index] ?? 0}</dd>
            </div>
          ))}
        </dl>
        <p className="quiet">
          培育目标：{pool.goalLabel}；本年入库 {pool.entered} 家，出库 {pool.left} 家。依据{pool.reference}
        </p>
      </div>
      <Segmented<View>
        aria-label="查看内容"
        value={view}
        options={[...views]}
        onChange={(next) => setParams({ pool: pool.poolId, view: next }, { replace: true })}
      />
      <div className="pool-view">
        {view === 'candidates' ? (
          <CandidateTable pool={pool} />
        ) : view === 'evaluation' ? (
          <EvaluationPanel pool={pool} />
        ) : (
          <Loaded query={members}>
            {(data) => {
              if (view === 'health') return <HealthTables pool={pool} health={data.health} />;
              if (view === 'exits') return <ExitTable rows={data.exits} />;
              return <MemberTable pool={pool} rows={data.rows} />;
            }}
          </Loaded>
        )}
      </div>
    </>
  );
}
