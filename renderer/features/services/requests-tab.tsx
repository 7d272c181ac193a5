import { Button, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { useAsOf, useDistrict } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { RecordExportButton } from '#renderer/ui/record-export-button.tsx';
import { SearchBox } from '#renderer/ui/search-box.tsx';
import { RequestTable } from '#renderer/ui/visits/request-table.tsx';
import { useVisitActions } from '#renderer/ui/visits/use-visit-actions.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import {
  requestKinds,
  requestKindText,
  requestStates,
  requestStateText,
} from '#shared/domain/service-request.ts';
import { type Choose, chooser, oneOf, pageOf } from './list-address.ts';

type Requests = OutputOf<'requests.list'>;

const pageSize = 50;

/** 诉求: what firms ask for, who answers until when, how it ended. */
export function RequestsTab() {
  const { asOf } = useAsOf();
  const [params, setParams] = useSearchParams();
  const choose = chooser(setParams);
  const page = pageOf(params);
  const actions = useVisitActions();
  const query = useApi(
    'requests.list',
    {
      asOf,
      state: oneOf(requestStates, params.get('state')),
      kind: oneOf(requestKinds, params.get('kind')),
      unit: params.get('unit'),
      streetId: params.get('street'),
      text: params.get('text') ?? '',
      offset: (page - 1) * pageSize,
      limit: pageSize,
    },
    { keepPrevious: true },
  );
  return (
    <Loaded query={query}>
      {(data) => (
        <>
          <p className="visit-state">{stateOf(data)}</p>
          <div className="visit-tools">
            <Filters params={params} data={data} choose={choose} />
            <div className="visit-tools-end">
              <RecordExportButton kind="visits" />
              <Button type="primary" onClick={() => actions.addRequest(null)}>
                登记诉求
              </Button>
            </div>
          </div>
          <RequestTable
            rows={data.rows}
            total={data.total}
            page={page}
            pageSize={pageSize}
            onPage={(next) => choose({ page: String(next) })}
            onEdit={actions.editRequest}
            onRemove={actions.removeRequest}
          />
          {actions.dialogs}
        </>
      )}
    </Loaded>
  );
}

type FilterProps = { readonly params: URLSearchParams; readonly data: Requests; readonly choose: Choose };

function Filters({ params, data, choose }: FilterProps) {
  const { streets } = useDistrict();
  return (
    <>
      <SearchBox
        label="按企业名称或代码筛选"
        placeholder="企业名称或代码"
        style={{ width: 200 }}
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
        aria-label="诉求状态"
        placeholder="全部状态"
        value={oneOf(requestStates, params.get('state'))}
        options={requestStates.map((value) => ({
          value,
          label: `${requestStateText[value]}（${data.counts[value]}）`,
        }))}
        onChange={(state: string | undefined) => choose({ state: state ?? null })}
      />
      <Select
        allowClear
        aria-label="诉求类别"
        placeholder="全部类别"
        value={oneOf(requestKinds, params.get('kind'))}
        options={requestKinds.map((value) => ({ value, label: requestKindText[value] }))}
        onChange={(kind: string | undefined) => choose({ kind: kind ?? null })}
      />
      <Select
        allowClear
        showSearch
        aria-label="责任单位"
        placeholder="全部责任单位"
        value={params.get('unit')}
        options={data.units.map((unit) => ({ value: unit, label: unit }))}
        onChange={(unit: string | undefined) => choose({ unit: unit ?? null })}
      />
    </>
  );
}

function stateOf({ counts, inTime, content, judged }: Requests): string {
  const { open, answered, overdue, closed } = counts;
  const all = open + answered + overdue + closed;
  if (all === 0) return '还没有诉求；走访时可随手登记，也可导入街道的走访登记表。';
  const parts = [`诉求 ${all} 件，已办结 ${closed} 件（按期 ${inTime} 件），办理中 ${answered} 件`];
  parts.push(`待办理 ${open} 件`);
  if (overdue > 0) parts.push(`逾期 ${overdue} 件`);
  if (judged > 0) parts.push(`满意率 ${((content / judged) * 100).toFixed(1)}%`);
  return `${parts.join('，')}。`;
}
