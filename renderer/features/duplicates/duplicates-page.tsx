import { Button, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { MergePanel } from './merge-panel.tsx';
import './duplicates.css';

type Pair = OutputOf<'duplicates.list'>['pairs'][number];
type Side = Pair['first'];

const reasons: Readonly<Record<Pair['reason'], string>> = {
  code: '代码第9—17位相同',
  name: '企业名称相同',
  formerName: '与曾用名相同',
};
const pageSize = 50;

/** 重复企业: records that may be of one firm, and what a person decides about each pair. */
export function DuplicatesPage() {
  const [params, setParams] = useSearchParams();
  const pair = /^(\d+),(\d+)$/.exec(params.get('pair') ?? '');
  const open = (next: readonly [number, number] | null) =>
    setParams(next === null ? {} : { pair: next.join(',') });
  if (pair !== null) {
    return (
      <MergePanel
        key={pair[0]}
        keepId={Number(pair[1])}
        goneId={Number(pair[2])}
        onSwap={() => open([Number(pair[2]), Number(pair[1])])}
        onClose={() => open(null)}
      />
    );
  }
  return <PairList onOpen={(first, second) => open([first, second])} />;
}

function PairList({ onOpen }: { readonly onOpen: (first: number, second: number) => void }) {
  const [page, setPage] = useState(1);
  const query = useApi(
    'duplicates.list',
    { offset: (page - 1) * pageSize, limit: pageSize },
    { keepPrevious: true },
  );
  return (
    <Page
      title="重复企业"
      state={query.data === undefined ? undefined : `可能重复的 ${query.data.total} 对，由经办人逐对判断。`}
    >
      <div className="panel">
        <PickTwo onOpen={onOpen} />
        <Loaded query={query}>
          {(data) =>
            data.total === 0 ? (
              <EmptyState
                title="没有发现重复的企业"
                hint="名称相同、与曾用名相同、代码主体标识相同的企业会列在这里；也可在上方任选两家对照。"
              />
            ) : (
              <PairTable data={data} page={page} onPage={setPage} onOpen={onOpen} />
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}

/** Any two firms, for those that a person knows to be one. */
function PickTwo({ onOpen }: { readonly onOpen: (first: number, second: number) => void }) {
  const [first, setFirst] = useState<number | null>(null);
  const [second, setSecond] = useState<number | null>(null);
  return (
    <div className="duplicate-pick">
      <span>任选两家对照：</span>
      <FirmSelect label="第一家企业" value={first} onChange={setFirst} />
      <FirmSelect label="第二家企业" value={second} onChange={setSecond} />
      <Button
        disabled={first === null || second === null || first === second}
        onClick={() => {
          if (first !== null && second !== null) onOpen(first, second);
        }}
      >
        对照
      </Button>
    </div>
  );
}

type SelectProps = {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (id: number | null) => void;
};

function FirmSelect({ label, value, onChange }: SelectProps) {
  const { asOf } = useAsOf();
  const [text, setText] = useState('');
  const found = useApi('firms.search', { filter: { asOf, text }, limit: 20 }, { keepPrevious: true });
  return (
    <Select<number | null>
      allowClear
      aria-label={label}
      placeholder="输入企业名称、代码或拼音首字母"
      value={value}
      showSearch={{ filterOption: false, onSearch: setText }}
      options={(found.data?.rows ?? []).map((row) => ({
        value: row.id,
        label: `${row.name}${row.code === null ? '' : `（${row.code}）`}`,
      }))}
      notFoundContent="没有找到企业"
      onChange={(id: number | null | undefined) => onChange(id ?? null)}
    />
  );
}

type TableProps = {
  readonly data: OutputOf<'duplicates.list'>;
  readonly page: number;
  readonly onPage: (page: number) => void;
  readonly onOpen: (first: number, second: number) => void;
};

function PairTable({ data, page, onPage, onOpen }: TableProps) {
  const { askReason } = useConfirm();
  const distinct = useWrite('duplicates.distinct');
  const tellApart = async ({ first, second }: Pair) => {
    const reason = await askReason({
      title: '不是同一家？',
      lines: [`${first.name}与${second.name}今后不再列为重复；可在变更历史中撤销。`],
      okText: '不是同一家',
      needed: true,
    });
    if (reason !== null) distinct.mutate({ firstId: first.id, secondId: second.id, reason });
  };
  const columns: TableColumnsType<Pair> = [
    { key: 'reason', title: '线索', width: 160, render: (_value, pair) => reasons[pair.reason] },
    { key: 'first', title: '企业一', render: (_value, pair) => <SideCell side={pair.first} /> },
    { key: 'second', title: '企业二', render: (_value, pair) => <SideCell side={pair.second} /> },
    {
      key: 'actions',
      title: '判断',
      width: 210,
      render: (_value, pair) => (
        <>
          <Button type="link" onClick={() => onOpen(pair.first.id, pair.second.id)}>
            对照合并
          </Button>
          <Button type="link" onClick={() => void tellApart(pair)}>
            不是同一家
          </Button>
        </>
      ),
    },
  ];
  return (
    <>
      <p className="duplicate-hint">
        代码完全相同的两条记录不会同时存在：登记或导入时就会提示。代码第9—17位是主体标识，登记机关变更后仍不变。
      </p>
      <Table<Pair>
        rowKey={(pair) => `${pair.first.id}-${pair.second.id}`}
        size="small"
        columns={columns}
        dataSource={data.pairs}
        pagination={{
          current: page,
          pageSize,
          total: data.total,
          showSizeChanger: false,
          hideOnSinglePage: true,
          onChange: onPage,
        }}
        scroll={{ x: 1000 }}
      />
    </>
  );
}

function SideCell({ side }: { readonly side: Side }) {
  return (
    <>
      <Link to={`/firms/${side.id}`}>{side.name}</Link>
      <div>
        {side.code ?? '代码未填'} · {side.streetLabel ?? '街道未填'} · {side.statusLabel}
      </div>
      <div className="duplicate-rows">
        {side.rows.length === 0
          ? '没有关联记录'
          : side.rows.map(({ label, count }) => `${label} ${count}`).join('、')}
      </div>
    </>
  );
}
