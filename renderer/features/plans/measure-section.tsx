import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { type StatusKind, StatusWord } from '#renderer/ui/status-word.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { type ImprovementState, improvementStateText } from '#shared/domain/improvement.ts';
import { MeasureDialog } from './measure-dialog.tsx';
import { NoteDialog } from './note-dialog.tsx';

type Plan = OutputOf<'plans.get'>['plans'][number];
type Measure = Plan['measures'][number];

const kinds: Readonly<Record<ImprovementState, StatusKind>> = {
  planned: 'info',
  running: 'info',
  done: 'ok',
  dropped: 'muted',
};

/** What is asked of the person: to write a measure (null: a new one), or to note its progress. */
type Asked = { readonly dialog: 'measure' | 'note'; readonly measure: Measure | null };

/** 培育措施: what is done about each weak point, by whom, until when, and how far it is. */
export function MeasureSection({ firmId, plan }: { readonly firmId: number; readonly plan: Plan }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const running = plan.closedOn === null;
  return (
    <section className="plan-section">
      <div className="plan-section-head">
        <h2>培育措施</h2>
        <span className="quiet">每项写明责任人和完成时限；过了时限未完成的标为逾期。</span>
        {running ? (
          <Button type="primary" onClick={() => setAsked({ dialog: 'measure', measure: null })}>
            添加措施
          </Button>
        ) : null}
      </div>
      <Table<Measure>
        rowKey="id"
        size="small"
        columns={measureColumns(running, setAsked)}
        dataSource={plan.measures}
        pagination={false}
        scroll={{ x: 1100 }}
        locale={{ emptyText: '还没有措施，按“添加措施”逐项安排' }}
      />
      {asked?.dialog === 'measure' ? (
        <MeasureDialog firmId={firmId} plan={plan} measure={asked.measure} onClose={() => setAsked(null)} />
      ) : null}
      {asked?.dialog === 'note' && asked.measure !== null ? (
        <NoteDialog measure={asked.measure} onClose={() => setAsked(null)} />
      ) : null}
    </section>
  );
}

function measureColumns(running: boolean, ask: (asked: Asked) => void): TableColumnsType<Measure> {
  return [
    { key: 'weak', title: '短板', width: 160, render: (_value, measure) => measure.weakPoint },
    { key: 'action', title: '措施', render: (_value, measure) => measure.action },
    { key: 'owner', title: '责任人', width: 100, render: (_value, measure) => measure.owner ?? '未填' },
    { key: 'due', title: '完成时限', width: 115, render: (_value, measure) => measure.dueOn ?? '未填' },
    {
      key: 'state',
      title: '状态',
      width: 110,
      render: (_value, measure) =>
        measure.overdue ? (
          <StatusWord kind="error" text="逾期" />
        ) : (
          <StatusWord kind={kinds[measure.state]} text={improvementStateText[measure.state]} />
        ),
    },
    {
      key: 'progress',
      title: '进展',
      render: (_value, measure) => <div className="plan-progress">{measure.progress ?? '—'}</div>,
    },
    ...(running
      ? [
          {
            key: 'actions',
            title: '操作',
            width: 130,
            render: (_value: unknown, measure: Measure) => (
              <div className="plan-row-actions">
                <Button type="link" size="small" onClick={() => ask({ dialog: 'note', measure })}>
                  登记进展
                </Button>
                <Button type="link" size="small" onClick={() => ask({ dialog: 'measure', measure })}>
                  修改
                </Button>
              </div>
            ),
          },
        ]
      : []),
  ];
}
