import { App, Button, Table, type TableColumnsType } from 'antd';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useWrite } from '#renderer/client/use-query.ts';
import { OutcomeWord } from '#renderer/ui/diagnosis-result.tsx';
import type { OutputOf } from '#shared/contract/api.ts';

type Plan = OutputOf<'plans.get'>['plans'][number];
type Item = Plan['snapshot']['items'][number];
type Figure = Plan['snapshot']['figures'][number];

/** 短板: what the diagnosis of the day found not met, unknown or to be judged, and the figures of that day. */
export function WeakPoints({ plan }: { readonly plan: Plan }) {
  const { asOf } = useAsOf();
  const { message } = App.useApp();
  const diagnose = useWrite('plans.diagnose');
  const { snapshot } = plan;
  const weak = snapshot.items.filter((item) => item.outcome !== 'met');
  return (
    <section className="plan-section">
      <div className="plan-section-head">
        <h2>短板</h2>
        <span className="quiet">
          {snapshot.asOf} 按{snapshot.standard}对照，共 {snapshot.items.length} 项，符合{' '}
          {snapshot.items.length - weak.length} 项；当时的数据留存在下表。
        </span>
        {plan.closedOn === null ? (
          <Button
            loading={diagnose.isPending}
            onClick={() =>
              diagnose.mutate(
                { id: plan.id, asOf },
                {
                  onSuccess: () => void message.success(`已按 ${asOf} 的数据重新诊断，原诊断留在变更历史中`),
                },
              )
            }
          >
            重新诊断
          </Button>
        ) : null}
      </div>
      <Table<Item>
        rowKey="id"
        size="small"
        columns={itemColumns(plan)}
        dataSource={weak}
        pagination={false}
        scroll={{ x: 1100 }}
        locale={{ emptyText: '没有短板：各项条件都符合' }}
      />
      <details className="plan-section">
        <summary>诊断时的主要数据</summary>
        <Table<Figure>
          rowKey="label"
          size="small"
          columns={[
            { key: 'label', title: '项目', width: 240, render: (_value, figure) => figure.label },
            ...snapshot.years.map((year, index) => ({
              key: String(year),
              title: `${year} 年`,
              align: 'right' as const,
              render: (_value: unknown, figure: Figure) => (
                <span className="figures">{figure.values[index] ?? '—'}</span>
              ),
            })),
          ]}
          dataSource={snapshot.figures}
          pagination={false}
        />
      </details>
    </section>
  );
}

function itemColumns(plan: Plan): TableColumnsType<Item> {
  return [
    { key: 'label', title: '条件', width: 170, render: (_value, item) => item.label },
    {
      key: 'outcome',
      title: '结论',
      width: 120,
      render: (_value, item) => <OutcomeWord outcome={item.outcome} />,
    },
    { key: 'need', title: '标准', render: (_value, item) => item.need },
    {
      key: 'actual',
      title: '企业情况',
      render: (_value, item) => (
        <>
          {item.actual ?? '—'}
          {item.missing.length === 0 ? null : <div className="quiet">未填：{item.missing.join('、')}</div>}
        </>
      ),
    },
    { key: 'gap', title: '差距', width: 190, render: (_value, item) => item.gap ?? '' },
    {
      key: 'measures',
      title: '已定措施',
      width: 90,
      align: 'right',
      render: (_value, item) => plan.measures.filter(({ weakPoint }) => weakPoint === item.label).length,
    },
  ];
}
