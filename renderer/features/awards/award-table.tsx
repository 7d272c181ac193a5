import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { Explain } from '#renderer/ui/explain.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { claimStateText } from '#shared/domain/claim.ts';
import { amountText } from '#shared/domain/money.ts';

type Item = OutputOf<'awards.list'>['items'][number];

/** Names an award among the rows. */
export function awardKey(item: Item): string {
  return `${item.firmId}/${item.clause}/${item.groundKey}`;
}

const shared: TableColumnsType<Item> = [
  { title: '序号', width: 52, align: 'right', render: (_value, _item, index) => index + 1 },
  {
    title: '企业名称',
    width: 212,
    render: (_value, item) => <Link to={`/firms/${item.firmId}`}>{item.firm}</Link>,
  },
  { title: '统一社会信用代码', width: 168, render: (_value, item) => item.code ?? '未填' },
  { title: '街道', width: 90, render: (_value, item) => item.streetLabel ?? '—' },
  { title: '事由', render: (_value, item) => item.ground },
];

const amounts: TableColumnsType<Item> = [
  {
    title: '测算金额（万元）',
    width: 134,
    align: 'right',
    render: (_value, item) => <MoneyText fen={item.amountFen} />,
  },
  { title: '性质', width: 56, render: (_value, item) => (item.ceiling ? '最高' : '固定') },
  {
    title: '办理',
    width: 84,
    render: (_value, item) =>
      item.claimId === null || item.claimState === null ? (
        '未立项'
      ) : (
        <>
          <Link to={`/awards?tab=claims&year=${item.year}&claim=${item.claimId}`}>
            {claimStateText[item.claimState]}
          </Link>
          {item.stored === 'differs' ? <StatusWord kind="warn" text="现算不同" /> : null}
        </>
      ),
  },
];

const reasons: TableColumnsType<Item> = [{ title: '原因', render: (_value, item) => item.notes.join('；') }];

const why: TableColumnsType<Item> = [
  {
    title: '依据',
    width: 76,
    render: (_value, item) => (
      <Explain
        title={`${item.firm}：${item.outcome === 'awarded' ? amountText(item.amountFen) : '不予兑现'}`}
        lines={[...item.explanation, ...item.notes]}
      />
    ),
  },
];

type Props = {
  readonly items: readonly Item[];
  readonly withAmounts: boolean;
  /** Rows chosen for 立项; rows that are claims already cannot be. */
  readonly chosen?: readonly string[];
  readonly onChoose?: (keys: readonly string[]) => void;
};

/** Awards row by row with 为什么; the total below equals the sum of the rows shown. */
export function AwardTable({ items, withAmounts, chosen, onChoose }: Props) {
  const columns = withAmounts ? [...shared, ...amounts, ...why] : [...shared, ...reasons, ...why];
  const total = items.reduce((sum, item) => sum + item.amountFen, 0);
  return (
    <Table<Item>
      size="small"
      rowKey={awardKey}
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
      {...(onChoose === undefined
        ? {}
        : {
            rowSelection: {
              selectedRowKeys: [...(chosen ?? [])],
              onChange: (keys) => onChoose(keys.map(String)),
              getCheckboxProps: (item) => ({
                disabled: item.claimId !== null,
                'aria-label': `选择${item.firm}`,
              }),
            },
          })}
      {...(withAmounts ? { footer: () => `合计 ${items.length} 笔，${amountText(total)}` } : {})}
    />
  );
}
