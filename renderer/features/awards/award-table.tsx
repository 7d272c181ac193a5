import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { Explain } from '#renderer/ui/explain.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { amountText } from '#shared/domain/money.ts';

type Item = OutputOf<'awards.list'>['items'][number];

const storedWords: Readonly<Record<Item['stored'], string>> = {
  no: '未留存',
  same: '已留存',
  differs: '与留存不同',
};

const shared: TableColumnsType<Item> = [
  { title: '序号', width: 60, align: 'right', render: (_value, _item, index) => index + 1 },
  {
    title: '企业名称',
    width: 240,
    render: (_value, item) => <Link to={`/firms/${item.firmId}`}>{item.firm}</Link>,
  },
  { title: '统一社会信用代码', width: 180, render: (_value, item) => item.code ?? '未填' },
  { title: '街道', width: 90, render: (_value, item) => item.streetLabel ?? '—' },
  { title: '事由', render: (_value, item) => item.ground },
];

const amounts: TableColumnsType<Item> = [
  {
    title: '测算金额（万元）',
    width: 130,
    align: 'right',
    render: (_value, item) => <MoneyText fen={item.amountFen} />,
  },
  { title: '性质', width: 70, render: (_value, item) => (item.ceiling ? '最高' : '固定') },
  { title: '留存', width: 100, render: (_value, item) => storedWords[item.stored] },
];

const reasons: TableColumnsType<Item> = [{ title: '原因', render: (_value, item) => item.notes.join('；') }];

const why: TableColumnsType<Item> = [
  {
    title: '依据',
    width: 90,
    render: (_value, item) => (
      <Explain
        title={`${item.firm}：${item.outcome === 'awarded' ? amountText(item.amountFen) : '不予兑现'}`}
        lines={[...item.explanation, ...item.notes]}
      />
    ),
  },
];

type Props = { readonly items: readonly Item[]; readonly withAmounts: boolean };

/** Awards row by row with 为什么; the total below equals the sum of the rows shown. */
export function AwardTable({ items, withAmounts }: Props) {
  const columns = withAmounts ? [...shared, ...amounts, ...why] : [...shared, ...reasons, ...why];
  const total = items.reduce((sum, item) => sum + item.amountFen, 0);
  return (
    <Table<Item>
      size="small"
      rowKey={(item) => `${item.firmId}/${item.clause}/${item.groundKey}`}
      columns={columns}
      dataSource={[...items]}
      pagination={{
        defaultPageSize: 50,
        showSizeChanger: true,
        pageSizeOptions: [50, 100, 200],
        hideOnSinglePage: true,
      }}
      scroll={{ x: 1000 }}
      locale={{ emptyText: '没有符合条件的记录' }}
      {...(withAmounts ? { footer: () => `合计 ${items.length} 笔，${amountText(total)}` } : {})}
    />
  );
}
