import { Button, Checkbox, Segmented, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useAsOf, useDistrict } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { SearchBox } from '#renderer/ui/search-box.tsx';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import type { InputOf, OutputOf } from '#shared/contract/api.ts';
import { PlanTable } from './plan-table.tsx';
import './plans.css';

type Plans = OutputOf<'plans.list'>;
type State = NonNullable<InputOf<'plans.list'>['state']>;

const states = [
  { value: 'running', label: '进行中' },
  { value: 'closed', label: '已结案' },
  { value: 'all', label: '全部' },
] as const;

/** Rows on one page, and the most that one paper takes. */
const pageSize = 50;

/** 一企一策: the files of all firms, which measures are late, which 小巨人 has no contact. */
export function PlansPage() {
  const { asOf } = useAsOf();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [selected, setSelected] = useState<readonly number[]>([]);
  const state: State = states.find(({ value }) => value === params.get('state'))?.value ?? 'running';
  const page = Number(/^[1-9]\d{0,5}$/.exec(params.get('page') ?? '')?.[0] ?? 1);
  const query = useApi(
    'plans.list',
    {
      asOf,
      state,
      overdue: params.get('overdue') === 'yes',
      owner: params.get('owner'),
      streetId: params.get('street'),
      text: params.get('text') ?? '',
      offset: (page - 1) * pageSize,
      limit: pageSize,
    },
    { keepPrevious: true },
  );
  const choose = (next: Readonly<Record<string, string | null>>) => {
    setParams(
      (current) => {
        const changed = new URLSearchParams(current);
        changed.delete('page');
        for (const [key, value] of Object.entries(next)) {
          if (value === null || value === '') changed.delete(key);
          else changed.set(key, value);
        }
        return changed;
      },
      { replace: true },
    );
  };
  return (
    <Page title="一企一策" state={query.data === undefined ? undefined : stateOf(query.data)}>
      <Loaded query={query}>
        {(data) => (
          <div className="panel">
            <ContactGaps contacts={data.contacts} />
            <div className="plan-tools">
              <Segmented<State>
                aria-label="档案状态"
                value={state}
                options={[...states]}
                onChange={(next) => choose({ state: next })}
              />
              <Filters params={params} owners={data.owners} choose={choose} />
              <div className="plan-tools-end">
                <span className="quiet">
                  {selected.length === 0 ? '勾选企业后可合并打印' : `已选 ${selected.length} 家`}
                </span>
                <Button
                  disabled={selected.length === 0}
                  onClick={() => void navigate(`/reports?kind=plan&firms=${selected.join(',')}`)}
                >
                  预览与打印
                </Button>
              </div>
            </div>
            {data.total === 0 && data.running === 0 && state === 'running' ? (
              <EmptyState
                title="还没有一企一策档案"
                hint="在“对标诊断”中找到离目标最近的企业，打开其“一企一策”建档；也可从企业画像进入。"
                action={<Link to="/diagnosis">去对标诊断</Link>}
              />
            ) : (
              <PlanTable
                data={data}
                page={page}
                pageSize={pageSize}
                onPage={(next) => choose({ page: String(next) })}
                selected={selected}
                onSelect={setSelected}
              />
            )}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

type FilterProps = {
  readonly params: URLSearchParams;
  readonly owners: readonly string[];
  readonly choose: (next: Readonly<Record<string, string | null>>) => void;
};

function Filters({ params, owners, choose }: FilterProps) {
  const { streets } = useDistrict();
  return (
    <>
      <SearchBox
        label="按企业名称或代码筛选"
        placeholder="企业名称或代码"
        style={{ width: 260 }}
        value={params.get('text') ?? ''}
        onSearch={(text) => choose({ text: text.trim() })}
      />
      <Select
        allowClear
        aria-label="街道"
        placeholder="全部街道"
        value={params.get('street')}
        options={streets.map(({ id, label }) => ({ value: id, label }))}
        onChange={(street: string | undefined) => choose({ street: street ?? null })}
      />
      <Select
        allowClear
        showSearch
        aria-label="责任人或联系人"
        placeholder="责任人或联系人"
        value={params.get('owner')}
        options={owners.map((owner) => ({ value: owner, label: owner }))}
        onChange={(owner: string | undefined) => choose({ owner: owner ?? null })}
      />
      <Checkbox
        checked={params.get('overdue') === 'yes'}
        onChange={(event) => choose({ overdue: event.target.checked ? 'yes' : null })}
      >
        只看有逾期措施的
      </Checkbox>
    </>
  );
}

function ContactGaps({ contacts }: { readonly contacts: Plans['contacts'] }) {
  const { titleLabel, holders, missing } = contacts;
  if (holders === 0) return null;
  if (missing.length === 0) {
    return (
      <p className="plan-contacts">
        <StatusWord kind="ok" text={`${titleLabel}企业 ${holders} 家，均已明确一对一联系人。`} />
      </p>
    );
  }
  return (
    <details className="plan-contacts">
      <summary>
        <StatusWord
          kind="warn"
          text={`${titleLabel}企业 ${holders} 家，其中 ${missing.length} 家未明确一对一联系人`}
        />
      </summary>
      <ul>
        {missing.map(({ firmId, firm, streetLabel }) => (
          <li key={firmId}>
            <Link to={`/plans/${firmId}`}>{firm}</Link>
            {streetLabel === null ? '' : `（${streetLabel}）`}
          </li>
        ))}
      </ul>
    </details>
  );
}

function stateOf({ running, overdueMeasures }: Plans): string {
  return `进行中 ${running} 家，逾期措施 ${overdueMeasures} 项。`;
}
