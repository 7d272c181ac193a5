import { Segmented, Select, Space } from 'antd';
import { useSearchParams } from 'react-router';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { Page } from '#renderer/ui/page.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import './diagnosis.css';
import { NearMissTable } from './near-miss-table.tsx';

type Targets = OutputOf<'diagnosis.targets'>['targets'];
type Application = 'new' | 'review';

/** 对标诊断: which firms are nearest to a title, and what each lacks. */
export function DiagnosisPage() {
  const { asOf } = useAsOf();
  const targets = useApi('diagnosis.targets', { asOf }, { keepPrevious: true });
  return <Loaded query={targets}>{(data) => <Content targets={data.targets} />}</Loaded>;
}

function Content({ targets }: { readonly targets: Targets }) {
  const { asOf } = useAsOf();
  const [params, setParams] = useSearchParams();
  const target =
    targets.find((each) => each.titleId === params.get('title')) ??
    targets.find((each) => each.titleId === 'little-giant') ??
    targets[0];
  const application: Application = params.get('for') === 'review' ? 'review' : 'new';
  const lacks = params.get('lacks');
  const page = Number(/^\d+$/.exec(params.get('page') ?? '')?.[0] ?? 1);
  const standard = target?.[application] ?? null;
  const query = useApi(
    'diagnosis.nearMiss',
    {
      titleId: target?.titleId ?? '',
      application,
      asOf,
      lacks,
      offset: (Math.max(1, page) - 1) * 50,
      limit: 50,
    },
    { enabled: standard !== null, keepPrevious: true },
  );
  const choose = (next: Readonly<Record<string, string | null>>) =>
    setParams(
      (current) => {
        const changed = new URLSearchParams(current);
        changed.delete('page');
        for (const [key, value] of Object.entries(next)) {
          if (value === null) changed.delete(key);
          else changed.set(key, value);
        }
        return changed;
      },
      { replace: true },
    );
  return (
    <Page title="对标诊断" state={query.data === undefined ? undefined : stateOf(query.data)}>
      <div className="panel">
        <Space wrap className="diagnosis-tools">
          <Select
            aria-label="称号"
            className="diagnosis-target"
            value={target?.titleId ?? null}
            options={targets.map((each) => ({ value: each.titleId, label: each.label }))}
            onChange={(title) => choose({ title, lacks: null })}
          />
          <Segmented<Application>
            aria-label="申报类型"
            value={application}
            options={[
              { value: 'new', label: '新申报' },
              { value: 'review', label: '复核' },
            ]}
            onChange={(next) => choose({ for: next, lacks: null })}
          />
          <Select
            aria-label="缺什么"
            className="diagnosis-lacks"
            allowClear
            placeholder="只看缺某一项的企业"
            value={lacks}
            options={(query.data?.conditions ?? []).map((each) => ({
              value: each.id,
              label: `${each.label}（不符合 ${each.unmet}，缺数据 ${each.unknown}）`,
            }))}
            onChange={(next: string | undefined) => choose({ lacks: next ?? null })}
          />
        </Space>
        {standard === null ? (
          <EmptyState title="这一天没有适用的认定标准" hint="请换一个称号、申报类型或截至日期。" />
        ) : (
          <Loaded query={query}>
            {(data) => (
              <NearMissTable
                titleId={target?.titleId ?? ''}
                data={data}
                page={page}
                onPage={(next) => choose({ page: String(next) })}
              />
            )}
          </Loaded>
        )}
      </div>
    </Page>
  );
}

function stateOf({ standard, considered, ready, total }: OutputOf<'diagnosis.nearMiss'>): string {
  const shown = total === considered ? '' : `，其中符合筛选 ${total} 家`;
  return `按${standard.label}对照 ${considered} 家${shown}；数据齐全、可计算的条件全部符合的 ${ready} 家。`;
}
