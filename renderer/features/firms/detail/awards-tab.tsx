import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Explain } from '#renderer/ui/explain.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { claimStateText } from '#shared/domain/claim.ts';

type Award = OutputOf<'firms.get'>['awards'][number];

const outcomeWords = { awarded: '可兑现', notApplicable: '不予兑现', needsData: '缺资料' } as const;

const columns: TableColumnsType<Award> = [
  {
    key: 'year',
    title: '年度',
    width: 80,
    render: (_value, award) => <Link to={`/awards?year=${award.year}`}>{award.year}</Link>,
  },
  {
    key: 'clause',
    title: '依据条款',
    width: 220,
    render: (_value, award) => (
      <>
        {award.clauseLabel}
        <div className="firm-quiet">{award.reference}</div>
      </>
    ),
  },
  { key: 'ground', title: '事由', render: (_value, award) => award.ground },
  { key: 'outcome', title: '结果', width: 90, render: (_value, award) => outcomeWords[award.outcome] },
  {
    key: 'amount',
    title: '金额（万元）',
    width: 120,
    align: 'right',
    render: (_value, award) => (award.outcome === 'awarded' ? <MoneyText fen={award.amountFen} /> : '—'),
  },
  {
    key: 'ceiling',
    title: '性质',
    width: 70,
    render: (_value, award) => (award.outcome !== 'awarded' ? '—' : award.ceiling ? '上限' : '固定'),
  },
  {
    key: 'claim',
    title: '办理',
    width: 130,
    render: (_value, award) =>
      award.claimId === null || award.claimState === null ? (
        '未立项'
      ) : (
        <Link to={`/awards?tab=claims&year=${award.year}&claim=${award.claimId}`}>
          {claimStateText[award.claimState]}
          {award.stored === 'differs' ? '（现算不同）' : ''}
        </Link>
      ),
  },
  {
    key: 'why',
    title: '为什么',
    width: 90,
    render: (_value, award) => (
      <Explain
        title={`${award.firm} · ${award.clauseLabel}`}
        lines={[...award.explanation, ...award.notes]}
      />
    ),
  },
];

/** 奖补: what the policy of the district gives this firm, and why. */
export function AwardsTab({ awards }: { readonly awards: readonly Award[] }) {
  if (awards.length === 0) {
    return <EmptyState title="没有奖补测算" hint="企业取得政策所列称号后，这里会列出可兑现的金额和依据。" />;
  }
  return (
    <Table<Award>
      rowKey={(award) => `${award.clause}-${award.groundKey}`}
      size="small"
      columns={columns}
      dataSource={[...awards]}
      pagination={false}
      scroll={{ x: 960 }}
    />
  );
}
