import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAsOf, useDistrict } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { SearchBox } from '#renderer/ui/search-box.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { Coverage } from './coverage.tsx';
import { type Choose, chooser, pageOf } from './list-address.ts';
import { OfficerDialog, type OfficerTask } from './officer-dialog.tsx';
import { OfficerTable } from './officer-table.tsx';

type Services = OutputOf<'services.list'>;

const pageSize = 50;

/** 服务专员: who serves which firm, coverage by street, assigning in one go and hand-over. */
export function OfficersTab() {
  const { asOf } = useAsOf();
  const [params, setParams] = useSearchParams();
  const [selected, setSelected] = useState<readonly number[]>([]);
  const [task, setTask] = useState<OfficerTask | null>(null);
  const page = pageOf(params);
  const query = useApi(
    'services.list',
    {
      asOf,
      missing: params.get('missing') === 'yes',
      officer: params.get('officer'),
      streetId: params.get('street'),
      text: params.get('text') ?? '',
      offset: (page - 1) * pageSize,
      limit: pageSize,
    },
    { keepPrevious: true },
  );
  const choose = chooser(setParams);
  return (
    <Loaded query={query}>
      {(data) => (
        <>
          <p className="visit-state">{stateOf(data)}</p>
          <Coverage streets={data.streets} onStreet={(street) => choose({ street })} />
          <div className="service-tools">
            <Filters params={params} officers={data.officers} choose={choose} />
            <div className="service-tools-end">
              <HandOverButton params={params} officers={data.officers} onTask={setTask} />
              <Button
                type="primary"
                disabled={selected.length === 0}
                onClick={() => setTask({ kind: 'assign', firmIds: selected })}
              >
                {selected.length === 0 ? '指定服务专员' : `指定服务专员（${selected.length} 家）`}
              </Button>
            </div>
          </div>
          <OfficerTable
            data={data}
            page={page}
            pageSize={pageSize}
            onPage={(next) => choose({ page: String(next) })}
            selected={selected}
            onSelect={setSelected}
          />
          <OfficerDialog
            task={task}
            onDone={() => {
              setTask(null);
              setSelected([]);
              if (task?.kind === 'handOver') choose({ officer: null });
            }}
            onClose={() => setTask(null)}
          />
        </>
      )}
    </Loaded>
  );
}

type HandOverProps = {
  readonly params: URLSearchParams;
  readonly officers: Services['officers'];
  readonly onTask: (task: OfficerTask) => void;
};

/** 交接 of the person the list is filtered by. */
function HandOverButton({ params, officers, onTask }: HandOverProps) {
  const leaving = officers.find(({ officer, running }) => officer === params.get('officer') && running > 0);
  return (
    <Button
      disabled={leaving === undefined}
      title={leaving === undefined ? '先在“服务专员”中选择离岗的人' : undefined}
      onClick={() => {
        if (leaving !== undefined)
          onTask({ kind: 'handOver', leaving: leaving.officer, firms: leaving.running });
      }}
    >
      交接
    </Button>
  );
}

type FilterProps = {
  readonly params: URLSearchParams;
  readonly officers: Services['officers'];
  readonly choose: Choose;
};

function Filters({ params, officers, choose }: FilterProps) {
  const { streets } = useDistrict();
  return (
    <>
      <SearchBox
        label="按企业名称或代码筛选"
        placeholder="企业名称或代码"
        style={{ width: 220 }}
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
        aria-label="服务专员"
        placeholder="服务专员"
        value={params.get('officer')}
        options={officers.map(({ officer, firms }) => ({
          value: officer,
          label: `${officer}（${firms} 家）`,
        }))}
        onChange={(officer: string | undefined) => choose({ officer: officer ?? null })}
      />
      <Checkbox
        checked={params.get('missing') === 'yes'}
        onChange={(event) => choose({ missing: event.target.checked ? 'yes' : null })}
      >
        只看未明确的
      </Checkbox>
    </>
  );
}

function stateOf({ titled, covered }: Services): string {
  if (titled === 0) return '截至日期没有称号企业。';
  const share = covered === titled ? '100' : Math.min(99.9, (covered / titled) * 100).toFixed(1);
  return `称号企业 ${titled} 家，有服务专员 ${covered} 家，覆盖率 ${share}%。`;
}
