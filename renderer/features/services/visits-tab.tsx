import { Button, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { useAsOf, useDistrict } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { RecordExportButton } from '#renderer/ui/record-export-button.tsx';
import { SearchBox } from '#renderer/ui/search-box.tsx';
import { useVisitActions } from '#renderer/ui/visits/use-visit-actions.tsx';
import { VisitTable } from '#renderer/ui/visits/visit-table.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { visitStates, visitStateText } from '#shared/domain/visit.ts';
import { chooser, oneOf, pageOf } from './list-address.ts';

const pageSize = 50;

/** 走访: what is planned, late and done. */
export function VisitsTab() {
  const { asOf } = useAsOf();
  const { streets } = useDistrict();
  const [params, setParams] = useSearchParams();
  const choose = chooser(setParams);
  const page = pageOf(params);
  const actions = useVisitActions();
  const query = useApi(
    'visits.list',
    {
      asOf,
      state: oneOf(visitStates, params.get('state')),
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
              aria-label="走访状态"
              placeholder="全部状态"
              value={oneOf(visitStates, params.get('state'))}
              options={visitStates.map((value) => ({
                value,
                label: `${visitStateText[value]}（${data.counts[value]}）`,
              }))}
              onChange={(state: string | undefined) => choose({ state: state ?? null })}
            />
            <div className="visit-tools-end">
              <RecordExportButton kind="visits" />
              <Button type="primary" onClick={actions.addVisit}>
                登记走访
              </Button>
            </div>
          </div>
          <VisitTable
            rows={data.rows}
            total={data.total}
            page={page}
            pageSize={pageSize}
            onPage={(next) => choose({ page: String(next) })}
            onEdit={actions.editVisit}
            onRequest={actions.addRequest}
            onRemove={actions.removeVisit}
          />
          {actions.dialogs}
        </>
      )}
    </Loaded>
  );
}

function stateOf({ counts, firmsThisYear }: OutputOf<'visits.list'>): string {
  const { made, planned, overdue } = counts;
  if (made + planned + overdue === 0) return '还没有走访；可登记计划，也可导入街道的走访登记表。';
  const late = overdue === 0 ? '' : `，逾期未访 ${overdue} 次`;
  return `已走访 ${made} 次，本年走访 ${firmsThisYear} 家；计划中 ${planned} 次${late}。`;
}
