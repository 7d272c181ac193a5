import { Alert, App, Button, Descriptions, Drawer } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { Explain } from '#renderer/ui/explain.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { claimActionText, isDecided, isEnded } from '#shared/domain/claim.ts';
import { amountText } from '#shared/domain/money.ts';
import { ClaimStateWord } from './claim-columns.tsx';
import { ClaimMoney } from './claim-money.tsx';
import { PayDialog } from './pay-dialog.tsx';
import { type StepAction, StepDialog, stepActions } from './step-dialog.tsx';

/** A claim with all that led to it. */
export type ClaimDetail = OutputOf<'claims.get'>;

/** One claim: amounts, what can be done next, its steps, its money. */
export function ClaimDrawer({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const claim = useApi('claims.get', { id });
  return (
    <Drawer title={`兑现事项第 ${id} 号`} open onClose={onClose} size={720} destroyOnHidden>
      <Loaded query={claim}>{(detail) => <Content detail={detail} />}</Loaded>
    </Drawer>
  );
}

function Content({ detail }: { readonly detail: ClaimDetail }) {
  const { claim } = detail;
  return (
    <div className="claim">
      <header className="claim-head">
        <Link to={`/firms/${claim.firmId}`}>{claim.firm}</Link>
        <ClaimStateWord state={claim.state} />
        <span className="quiet">{claim.route === 'direct' ? '免申即享' : '企业申报'}</span>
      </header>
      <NextSteps detail={detail} />
      {detail.differs === null ? null : <Difference detail={detail} />}
      <Descriptions
        size="small"
        bordered
        column={2}
        items={[
          { key: 'ground', label: '事由', span: 2, children: claim.ground },
          { key: 'clause', label: '依据', span: 2, children: `${claim.clauseLabel}（${claim.reference}）` },
          {
            key: 'computed',
            label: claim.ceiling ? '测算上限（万元）' : '测算（万元）',
            children: (
              <>
                <MoneyText fen={claim.computedFen} />
                <Explain
                  title={`${claim.firm}：${amountText(claim.computedFen)}`}
                  lines={detail.explanation}
                />
              </>
            ),
          },
          { key: 'requested', label: '申报（万元）', children: <MoneyText fen={claim.requestedFen} /> },
          { key: 'decided', label: '核定（万元）', children: <MoneyText fen={claim.decidedFen} /> },
          { key: 'paid', label: '拨付（万元）', children: <MoneyText fen={claim.paidFen} /> },
          { key: 'overlap', label: '不重复', span: 2, children: detail.overlap.join('') },
          ...(detail.decisionReason === null
            ? []
            : [{ key: 'reason', label: '核定理由', span: 2, children: detail.decisionReason }]),
        ]}
      />
      <StepList detail={detail} />
      <ClaimMoney detail={detail} />
    </div>
  );
}

/** Steps that lead away from the money: never the one proposed. */
const backward: ReadonlySet<StepAction> = new Set(['return', 'refuse', 'withdraw']);

function NextSteps({ detail }: { readonly detail: ClaimDetail }) {
  const { claim } = detail;
  const [action, setAction] = useState<StepAction | 'pay' | null>(null);
  const close = () => setAction(null);
  const open = stepActions.filter((each) => claim.actions.includes(each));
  const first = open.find((each) => !backward.has(each));
  return (
    <div className="claim-actions">
      {claim.actions.includes('pay') && claim.paidFen < (claim.decidedFen ?? 0) ? (
        <Button type="primary" onClick={() => setAction('pay')}>
          {claimActionText.pay}
        </Button>
      ) : null}
      {open
        .filter((each) => each !== 'archive' || claim.paidFen === claim.decidedFen)
        .map((each) => (
          <Button
            key={each}
            {...(each === first ? { type: 'primary' as const } : {})}
            onClick={() => setAction(each)}
          >
            {claimActionText[each]}
          </Button>
        ))}
      {claim.state === 'decided' ? (
        <span className="quiet">下一步：到“批次与公示”中编入批次、锁定、公示</span>
      ) : null}
      {action === 'pay' ? (
        <PayDialog
          claim={claim}
          nextTranche={Math.max(0, ...detail.payments.map((each) => each.tranche)) + 1}
          onClose={close}
        />
      ) : null}
      {action !== null && action !== 'pay' ? (
        <StepDialog claims={[claim]} action={action} payableFen={detail.payableFen} onClose={close} />
      ) : null}
    </div>
  );
}

function Difference({ detail }: { readonly detail: ClaimDetail }) {
  const { today } = useAsOf();
  const { message } = App.useApp();
  const recompute = useWrite('claims.recompute');
  const { claim, differs } = detail;
  if (differs === null) return null;
  const fixed = isDecided(claim.state) || isEnded(claim.state);
  const now = differs.outcome === 'awarded' ? `现在测算${amountText(differs.amountFen)}` : '现在测算不能兑现';
  return (
    <Alert
      type="warning"
      showIcon
      title={`立项时测算${amountText(claim.computedFen)}，${now}`}
      description={`${differs.why}${fixed ? '已核定的金额不变；确需调整的请退回后重新办理。' : ''}`}
      action={
        fixed || differs.outcome !== 'awarded' ? null : (
          <Button
            loading={recompute.isPending}
            onClick={() =>
              recompute.mutate(
                { ids: [claim.id], on: today },
                { onSuccess: () => void message.success('已重新测算') },
              )
            }
          >
            重新测算
          </Button>
        )
      }
    />
  );
}

function StepList({ detail }: { readonly detail: ClaimDetail }) {
  return (
    <section aria-label="办理记录">
      <h3>办理记录</h3>
      <ol className="claim-steps">
        {detail.steps.map((step) => (
          <li key={step.id}>
            <span className="figures">{step.on}</span>
            <strong>{step.action}</strong>
            <span>{step.person}</span>
            <span>
              {[step.amountFen === null ? null : amountText(step.amountFen), step.document, step.note]
                .filter((part) => part !== null)
                .join('；')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
