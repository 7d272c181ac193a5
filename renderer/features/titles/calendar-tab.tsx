import { Segmented, Table, type TableColumnsType } from 'antd';
import { useSearchParams } from 'react-router';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { holderColumns } from './holder-columns.tsx';
import { Updates } from './updates.tsx';

type Calendar = OutputOf<'titles.calendar'>;
type Due = Calendar['expiring'][number];
type Without = Calendar['withoutPrerequisite'][number];

/** Stretches a clerk asks for, in days. */
const stretches = [
  { value: 90, label: '三个月内' },
  { value: 180, label: '半年内' },
  { value: 365, label: '一年内' },
];

const dueColumns: TableColumnsType<Due> = [
  ...holderColumns<Due>(),
  { title: '有效期至', dataIndex: 'until', width: 120 },
  {
    title: '状态',
    width: 150,
    render: (_value, row) =>
      row.daysLeft >= 0 ? (
        <StatusWord kind="warn" text={`还有 ${row.daysLeft} 天`} />
      ) : (
        <StatusWord kind="muted" text={`已过 ${-row.daysLeft} 天`} />
      ),
  },
];

const withoutColumns: TableColumnsType<Without> = [
  ...holderColumns<Without>(),
  { title: '缺少的前置称号', render: (_value, row) => `台账中没有有效的${row.requires.join('或')}` },
];

/** What ends soon, what ended without a review on record, and who lacks the prerequisite title. */
export function CalendarTab() {
  const { asOf } = useAsOf();
  const [params, setParams] = useSearchParams();
  const days = stretches.find(({ value }) => String(value) === params.get('days'))?.value ?? 180;
  const calendar = useApi('titles.calendar', { asOf, days }, { keepPrevious: true });
  return (
    <Loaded query={calendar}>
      {(data) => (
        <div className="titles-lists">
          <section>
            <div className="titles-head">
              <h2>即将到期 {data.expiring.length}</h2>
              <Segmented
                aria-label="到期时间"
                value={days}
                options={stretches}
                onChange={(next) => setParams({ tab: 'calendar', days: String(next) }, { replace: true })}
              />
            </div>
            <List rows={data.expiring} columns={dueColumns} empty="这段时间没有到期的称号" />
          </section>
          <section>
            <h2>一年内到期、未见复核结果 {data.lapsed.length}</h2>
            <List rows={data.lapsed} columns={dueColumns} empty="没有到期未复核的称号" />
          </section>
          <Updates rows={data.updates} year={Number(asOf.slice(0, 4))} />
          <section>
            <h2>前置称号失效 {data.withoutPrerequisite.length}</h2>
            <List rows={data.withoutPrerequisite} columns={withoutColumns} empty="没有前置称号失效的企业" />
          </section>
        </div>
      )}
    </Loaded>
  );
}

type ListProps<T> = {
  readonly rows: readonly T[];
  readonly columns: TableColumnsType<T>;
  readonly empty: string;
};

function List<T extends { readonly firmId: number; readonly titleId: string }>({
  rows,
  columns,
  empty,
}: ListProps<T>) {
  return (
    <Table<T>
      size="small"
      rowKey={(row) => `${row.firmId}/${row.titleId}`}
      columns={columns}
      dataSource={[...rows]}
      pagination={{ defaultPageSize: 20, hideOnSinglePage: true, showSizeChanger: true }}
      scroll={{ x: 900 }}
      locale={{ emptyText: empty }}
    />
  );
}
