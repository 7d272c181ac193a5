import { App } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useWrite } from '#renderer/client/use-query.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { claimActionText } from '#shared/domain/claim.ts';
import { amountText } from '#shared/domain/money.ts';
import type { ClaimRow } from './claim-columns.tsx';
import { DayField, dayOf, fenOf, LineField, NoteField, textOrNull, WanField, wanOf } from './fields.tsx';
import { lastPerson, rememberPerson } from './person.ts';

/** Steps that this dialog takes; 公示 is done for a batch, 拨付 has a dialog of its own. */
export const stepActions = ['file', 'check', 'decide', 'archive', 'return', 'refuse', 'withdraw'] as const;
/** One of those steps. */
export type StepAction = (typeof stepActions)[number];

type Values = {
  readonly on: Dayjs;
  readonly person: string;
  readonly amount?: number;
  readonly document?: string;
  readonly note?: string;
};

type Props = {
  readonly claims: readonly ClaimRow[];
  readonly action: StepAction;
  /** What 从优从高不重复 leaves to pay, for a single claim: proposed as the decided amount. */
  readonly payableFen?: number;
  readonly onClose: () => void;
};

/** One step: day, person, document, note, and the amount where the step has one. */
export function StepDialog({ claims, action, payableFen, onClose }: Props) {
  const { today } = useAsOf();
  const { message } = App.useApp();
  const act = useWrite('claims.act');
  const only = claims.length === 1 ? claims[0] : undefined;
  const asksAmount = only !== undefined && (action === 'file' || action === 'decide');
  const needsReason = action === 'return' || action === 'refuse' || action === 'withdraw';
  const save = (values: Values) => {
    rememberPerson(values.person);
    act.mutate(
      {
        ids: claims.map((claim) => claim.id),
        action,
        on: dayOf(values.on),
        person: values.person,
        amountFen: values.amount === undefined ? null : fenOf(values.amount),
        document: textOrNull(values.document),
        note: values.note?.trim() ?? '',
      },
      {
        onSuccess: () => {
          void message.success(`${claimActionText[action]}：已办理 ${claims.length} 笔，可在变更历史中撤销`);
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog<Values>
      title={`${claimActionText[action]} · ${only?.firm ?? `${claims.length} 笔`}`}
      okText={claimActionText[action]}
      open
      pending={act.isPending}
      initial={{
        on: dayjs(today),
        person: lastPerson(),
        ...(asksAmount ? { amount: wanOf(proposed(only, action, payableFen)) } : {}),
      }}
      onSave={save}
      onClose={onClose}
    >
      {asksAmount ? (
        <WanField
          name="amount"
          label={action === 'file' ? '申报金额' : '核定金额'}
          hint={`测算${only.ceiling ? '上限' : ''} ${amountText(only.computedFen)}${payableFen === undefined || payableFen === only.computedFen ? '' : `，扣除已得后应兑付 ${amountText(payableFen)}`}`}
        />
      ) : null}
      <DayField name="on" label="办理日期" />
      <LineField name="person" label="经办人" required />
      <LineField name="document" label="文号或附件（可不填）" />
      <NoteField
        name="note"
        label={noteLabel(action, only?.ceiling ?? false, needsReason)}
        required={needsReason}
      />
    </FormDialog>
  );
}

function proposed(claim: ClaimRow, action: StepAction, payableFen: number | undefined): number {
  if (action === 'file') return claim.requestedFen ?? claim.computedFen;
  return Math.min(claim.requestedFen ?? claim.computedFen, payableFen ?? claim.computedFen);
}

function noteLabel(action: StepAction, ceiling: boolean, needsReason: boolean): string {
  if (needsReason) return '原因';
  if (action === 'decide')
    return ceiling ? '核定理由（本条为上限，必填）' : '核定理由（与应兑付金额不同时必填）';
  return '说明（可不填）';
}
