import { Checkbox, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Explain } from '#renderer/ui/explain.tsx';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import type { OutputOf } from '#shared/contract/api.ts';

type Entitlement = OutputOf<'firms.get'>['entitlements'][number];

const columns: TableColumnsType<Entitlement> = [
  {
    title: '依据条款',
    width: 260,
    render: (_value, { title, reference }) => (
      <>
        {title}
        <div className="firm-quiet">{reference}</div>
      </>
    ),
  },
  {
    title: '内容',
    render: (_value, { summary, project, noFigure }) => (
      <>
        {summary}
        {project === null ? null : <div className="firm-quiet">项目：{project}</div>}
        {noFigure ? <div className="firm-quiet">文件没有写明数额，由区里核定。</div> : null}
      </>
    ),
  },
  { title: '承办单位', width: 160, render: (_value, { departments }) => departments.join('、') },
  {
    title: '结果',
    width: 110,
    render: (_value, { outcome }) => {
      if (outcome === 'entitled') return <StatusWord kind="ok" text="符合" />;
      return outcome === 'needsData' ? (
        <StatusWord kind="warn" text="缺资料" />
      ) : (
        <StatusWord kind="muted" text="不符合" />
      );
    },
  },
  {
    title: '为什么',
    width: 90,
    render: (_value, { title, explanation, evidence }) => (
      <Explain
        title={title}
        lines={evidence.length === 0 ? explanation : [...explanation, `需要的材料：${evidence.join('、')}`]}
      />
    ),
  },
];

/** 服务保障: what the policy gives this firm beside sums of money, by its titles and projects. */
export function Entitlements({ rows }: { readonly rows: readonly Entitlement[] }) {
  const [all, setAll] = useState(false);
  const met = rows.filter(({ outcome }) => outcome !== 'notApplicable');
  return (
    <section aria-labelledby="entitlements">
      <div className="firm-section-head">
        <h2 id="entitlements">
          服务保障 <span className="firm-quiet">符合或待补资料 {met.length} 条</span>
        </h2>
        <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
          也列出不符合的
        </Checkbox>
      </div>
      <Table<Entitlement>
        size="small"
        rowKey={({ clause, project }) => `${clause}-${project ?? ''}`}
        columns={columns}
        dataSource={all ? [...rows] : met}
        pagination={false}
        scroll={{ x: 960 }}
        locale={{ emptyText: '目前没有符合条件的服务保障条款' }}
      />
    </section>
  );
}
