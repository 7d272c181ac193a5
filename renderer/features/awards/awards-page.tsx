import { App, Button, Input, Select, Tabs } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useAsOf, useDistrict } from '#renderer/app/as-of.tsx';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { Page } from '#renderer/ui/page.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { amountText } from '#shared/domain/money.ts';
import { AwardTable } from './award-table.tsx';
import './awards.css';

type AwardList = OutputOf<'awards.list'>;

/** 奖补兑现: what the policy owes for a year, what it refuses and why, and keeping the computation. */
export function AwardsPage() {
  const { year: defaultYear } = useAsOf();
  const { years } = useDistrict();
  const [params, setParams] = useSearchParams();
  const year = readYear(params.get('year')) ?? defaultYear;
  const list = useApi('awards.list', { year }, { keepPrevious: true });
  const choices = [...new Set([...years, year])].sort((a, b) => b - a);
  return (
    <Page
      title="奖补兑现"
      state={list.data === undefined ? undefined : stateOf(list.data)}
      actions={
        <>
          <Select
            aria-label="年度"
            value={year}
            options={choices.map((each) => ({ value: each, label: `${each} 年度` }))}
            onChange={(next: number) => setParams({ year: String(next) })}
          />
          <Link to={`/reports?kind=awards&year=${year}`}>打印汇总表</Link>
          <StoreButton year={year} list={list.data} />
        </>
      }
    >
      <Loaded query={list}>{(data) => <Content list={data} />}</Loaded>
    </Page>
  );
}

function Content({ list }: { readonly list: AwardList }) {
  const [text, setText] = useState('');
  const items = list.items.filter(
    (item) => text === '' || item.firm.includes(text) || (item.code ?? '').includes(text),
  );
  const awarded = items.filter((item) => item.outcome === 'awarded');
  const refused = items.filter((item) => item.outcome !== 'awarded');
  return (
    <div className="panel">
      <Input
        className="award-filter"
        allowClear
        aria-label="按企业名称或代码筛选"
        placeholder="按企业名称或代码筛选"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Tabs
        items={[
          {
            key: 'awarded',
            label: `可兑现 ${awarded.length}`,
            children: <AwardTable items={awarded} withAmounts />,
          },
          {
            key: 'refused',
            label: `不予兑现 ${refused.length}`,
            children: <AwardTable items={refused} withAmounts={false} />,
          },
        ]}
      />
    </div>
  );
}

function StoreButton({ year, list }: { readonly year: number; readonly list: AwardList | undefined }) {
  const { modal, message } = App.useApp();
  const store = useWrite('awards.store');
  const fresh =
    list?.items.filter((item) => item.outcome === 'awarded' && item.stored !== 'same').length ?? 0;
  const ask = () =>
    modal.confirm({
      title: `留存 ${year} 年度测算`,
      content: `将留存 ${fresh} 笔测算结果及其测算说明，可在变更历史中撤销。`,
      okText: '留存',
      cancelText: '取消',
      onOk: async () => {
        const done = await store.mutateAsync({ year });
        void message.success(`已留存 ${done.stored} 笔。`);
      },
    });
  return (
    <Button type="primary" disabled={fresh === 0} loading={store.isPending} onClick={ask}>
      测算留存
    </Button>
  );
}

function stateOf(list: AwardList): string {
  if (list.awardedCount === 0) return `${list.year} 年度没有可兑现的奖补。`;
  return `${list.year} 年度可兑现 ${list.awardedCount} 笔，共 ${amountText(list.totalFen)}。`;
}

function readYear(text: string | null): number | undefined {
  return text !== null && /^\d{4}$/.test(text) ? Number(text) : undefined;
}
