import { App, Button, Descriptions, Select } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { planApplicationText } from '#shared/domain/plan.ts';
import { MeasureSection } from './measure-section.tsx';
import { ContactDialog, OpenPlanDialog } from './plan-dialogs.tsx';
import { WeakPoints } from './weak-points.tsx';
import './plans.css';

type Firm = OutputOf<'plans.get'>;
type Plan = Firm['plans'][number];

/** The file of one firm: target, contact, weak points of the day it was made, measures and their progress. */
export function PlanPage() {
  const { firmId } = useParams();
  const { asOf } = useAsOf();
  const query = useApi('plans.get', { firmId: Number(firmId), asOf }, { keepPrevious: true });
  return <Loaded query={query}>{(data) => <Content key={data.firmId} data={data} />}</Loaded>;
}

function Content({ data }: { readonly data: Firm }) {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [opening, setOpening] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const plan = data.plans.find((each) => each.id === chosen) ?? data.plans[0];
  const running = data.plans.some((each) => each.closedOn === null);
  return (
    <Page
      title={`一企一策 · ${data.firm}`}
      state={stateOf(data, plan)}
      actions={
        <>
          <Button onClick={() => void navigate('/plans')}>全部档案</Button>
          <Button onClick={() => void navigate(`/firms/${data.firmId}?tab=diagnosis`)}>企业画像</Button>
          {plan === undefined ? null : (
            <Button onClick={() => void navigate(`/reports?kind=plan&firms=${data.firmId}`)}>
              预览与打印
            </Button>
          )}
          {running ? null : (
            <Button type="primary" onClick={() => setOpening(true)}>
              建档
            </Button>
          )}
        </>
      }
    >
      {data.contactTitle !== null &&
      data.plans.every((each) => each.closedOn !== null || each.contact === null) ? (
        <p>
          <StatusWord kind="warn" text={`${data.contactTitle}企业应明确一对一联系人，请在档案中填写。`} />
        </p>
      ) : null}
      {plan === undefined ? (
        <div className="panel">
          <EmptyState
            title="这家企业还没有一企一策档案"
            hint="选定培育目标建档，短板和数据由对标诊断带入，再逐项定措施、责任人和时限。"
            action={
              <Button type="primary" onClick={() => setOpening(true)}>
                建档
              </Button>
            }
          />
        </div>
      ) : (
        <div className="panel">
          {data.plans.length > 1 ? (
            <div className="plan-tools">
              <Select
                aria-label="档案"
                style={{ width: 360 }}
                value={plan.id}
                options={data.plans.map((each) => ({ value: each.id, label: planWords(each) }))}
                onChange={setChosen}
              />
            </div>
          ) : null}
          <PlanHead plan={plan} />
          <WeakPoints plan={plan} />
          <MeasureSection firmId={data.firmId} plan={plan} />
        </div>
      )}
      <OpenPlanDialog
        firm={data}
        wanted={params.get('title')}
        open={opening}
        onClose={() => setOpening(false)}
      />
    </Page>
  );
}

function PlanHead({ plan }: { readonly plan: Plan }) {
  const { today } = useAsOf();
  const { message } = App.useApp();
  const { askReason } = useConfirm();
  const close = useWrite('plans.close');
  const [editing, setEditing] = useState(false);
  const open = plan.measures.filter(({ state }) => state === 'planned' || state === 'running').length;
  const finish = async () => {
    const result = await askReason({
      title: '结案？',
      lines: [
        open === 0 ? '全部措施已办结。' : `还有 ${open} 项措施未办结。`,
        '请写明结果，如“已认定”“目标调整”。结案后档案不再改动，可在变更历史中撤销结案。',
      ],
      okText: '结案',
      needed: true,
    });
    if (result === null) return;
    close.mutate({ id: plan.id, on: today, result }, { onSuccess: () => void message.success('已结案') });
  };
  return (
    <section className="plan-section">
      <div className="plan-section-head">
        <h2>档案</h2>
        <span className="quiet" />
        {plan.closedOn === null ? (
          <>
            <Button onClick={() => setEditing(true)}>联系人与备注</Button>
            <Button onClick={() => void finish()}>结案</Button>
          </>
        ) : null}
      </div>
      <Descriptions
        size="small"
        column={3}
        items={[
          {
            key: 'target',
            label: '培育目标',
            children: `${plan.titleLabel}（${planApplicationText[plan.application]}）`,
          },
          { key: 'opened', label: '建档日期', children: plan.openedOn },
          {
            key: 'contact',
            label: '一对一联系人',
            children:
              plan.contact === null
                ? '未填'
                : [plan.contact, plan.contactUnit].filter((part) => part !== null).join('，'),
          },
          ...(plan.note === null ? [] : [{ key: 'note', label: '备注', span: 3, children: plan.note }]),
          ...(plan.closedOn === null
            ? []
            : [
                { key: 'closed', label: '结案', span: 3, children: `${plan.closedOn}，${plan.result ?? ''}` },
              ]),
        ]}
      />
      <ContactDialog plan={plan} open={editing} onClose={() => setEditing(false)} />
    </section>
  );
}

function planWords(plan: Plan): string {
  return `${plan.titleLabel}（${planApplicationText[plan.application]}），${plan.openedOn} 建档${plan.closedOn === null ? '' : `，${plan.closedOn} 结案`}`;
}

function stateOf(data: Firm, plan: Plan | undefined): string {
  const where = [data.code ?? '代码未填', data.streetLabel ?? '街道未填'].join(' · ');
  if (plan === undefined) return `${where} · 未建档`;
  const overdue = plan.measures.filter((measure) => measure.overdue).length;
  return `${where} · 措施 ${plan.measures.length} 项${overdue === 0 ? '' : `，逾期 ${overdue} 项`}`;
}
