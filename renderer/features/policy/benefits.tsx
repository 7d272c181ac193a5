import { Table } from 'antd';
import { Link } from 'react-router';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import { amountText } from '#shared/domain/money.ts';

/** Who benefits from a clause in this ledger, and the money by year as computed. */
export function Benefits({ clause, pays }: { readonly clause: string; readonly pays: boolean }) {
  const { asOf } = useAsOf();
  const query = useApi('policy.benefits', { clause, asOf });
  return (
    <>
      <h3>本区受益企业</h3>
      <Loaded query={query}>
        {({ byYear, firmCount, firms }) =>
          firmCount === 0 ? (
            <p className="quiet">台账中还没有符合条件的企业。</p>
          ) : (
            <>
              <p>
                共 {firmCount} 家
                {byYear.map(
                  ({ year, count, amountFen }) => `；${year}年 ${count} 笔，测算${amountText(amountFen)}`,
                )}
                。
              </p>
              <Table
                size="small"
                rowKey={(each) => `${each.firmId}/${each.label}`}
                dataSource={[...firms]}
                pagination={{ defaultPageSize: 10, hideOnSinglePage: true }}
                columns={[
                  {
                    title: '企业',
                    render: (_, each) => <Link to={`/firms/${each.firmId}`}>{each.firm}</Link>,
                  },
                  { title: '事由', dataIndex: 'label' },
                  ...(pays
                    ? [
                        {
                          title: '测算金额（万元）',
                          width: 150,
                          align: 'right' as const,
                          render: (_: unknown, each: (typeof firms)[number]) => (
                            <MoneyText fen={each.amountFen} />
                          ),
                        },
                      ]
                    : []),
                ]}
              />
            </>
          )
        }
      </Loaded>
    </>
  );
}
