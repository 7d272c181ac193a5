import { Select, Table, type TableColumnsType } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { type StatusKind, StatusWord } from '#renderer/ui/status-word.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { holderColumns } from './holder-columns.tsx';

type Row = OutputOf<'titles.cohort'>['rows'][number];

const kinds: Readonly<Record<Row['result'], StatusKind>> = {
  passed: 'ok',
  recognisedAgain: 'ok',
  pending: 'info',
  failed: 'muted',
  ended: 'muted',
  overdue: 'warn',
};

const columns: TableColumnsType<Row> = [
  ...holderColumns<Row>(),
  { title: '批次', width: 130, render: (_value, row) => row.batch ?? '—' },
  { title: '有效期至', dataIndex: 'until', width: 120, sorter: (a, b) => (a.until < b.until ? -1 : 1) },
  {
    title: '复核结果',
    width: 140,
    render: (_value, row) => <StatusWord kind={kinds[row.result]} text={row.resultLabel} />,
    filters: [
      { text: '复核通过', value: 'passed' },
      { text: '重新认定', value: 'recognisedAgain' },
      { text: '复核未通过', value: 'failed' },
      { text: '已撤销或迁出', value: 'ended' },
      { text: '待复核', value: 'pending' },
      { text: '到期未复核', value: 'overdue' },
    ],
    onFilter: (value, row) => row.result === value,
  },
  { title: '结果日期', width: 120, render: (_value, row) => row.resultOn ?? '—' },
];

/** Years before and after the year of the day that can be chosen. */
const reach = 5;

/** 年度复核: every term that ends in a year, and what came of it; prints as report 6. */
export function CohortTab() {
  const { asOf, year: currentYear } = useAsOf();
  const [params, setParams] = useSearchParams();
  const asked = Number(params.get('year'));
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : currentYear;
  const cohort = useApi('titles.cohort', { year, asOf }, { keepPrevious: true });
  const years = [
    ...new Set([...Array.from({ length: 2 * reach + 1 }, (_, i) => currentYear + reach - i), year]),
  ].sort((a, b) => b - a);
  return (
    <>
      <div className="titles-head">
        <h2>
          {year} 年到期 {cohort.data === undefined ? '' : `${cohort.data.rows.length} 家次`}
        </h2>
        <Select
          aria-label="到期年份"
          value={year}
          options={years.map((each) => ({ value: each, label: `${each} 年` }))}
          onChange={(next: number) => setParams({ tab: 'cohort', year: String(next) }, { replace: true })}
        />
        <Link to={`/reports?kind=reviews&year=${year}`}>打印复核名单</Link>
      </div>
      <Loaded query={cohort}>
        {(data) => (
          <Table<Row>
            size="small"
            rowKey={(row) => `${row.firmId}/${row.titleId}/${row.until}`}
            columns={columns}
            dataSource={data.rows}
            pagination={{ defaultPageSize: 50, hideOnSinglePage: true, showSizeChanger: true }}
            scroll={{ x: 1100 }}
            locale={{ emptyText: '这一年没有到期的称号' }}
          />
        )}
      </Loaded>
    </>
  );
}
