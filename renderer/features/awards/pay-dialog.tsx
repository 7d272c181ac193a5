import { App, Form, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useWrite } from '#renderer/client/use-query.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { amountText } from '#shared/domain/money.ts';
import { type PayerLevel, payerText } from '#shared/domain/payer.ts';
import type { ClaimRow } from './claim-columns.tsx';
import { DayField, dayOf, fenOf, LineField, textOrNull, WanField, wanOf } from './fields.tsx';
import { lastPerson, rememberPerson } from './person.ts';

type Values = {
  readonly payer: PayerLevel;
  readonly tranche: number;
  readonly amount: number;
  readonly on: Dayjs;
  readonly voucher: string;
  readonly document?: string;
  readonly person: string;
};

type Props = { readonly claim: ClaimRow; readonly nextTranche: number; readonly onClose: () => void };

/** 登记拨付: whose money, which tranche, how much, when, by which voucher. */
export function PayDialog({ claim, nextTranche, onClose }: Props) {
  const { today } = useAsOf();
  const { message } = App.useApp();
  const pay = useWrite('claims.pay');
  const left = (claim.decidedFen ?? 0) - claim.paidFen;
  const save = (values: Values) => {
    rememberPerson(values.person);
    pay.mutate(
      {
        id: claim.id,
        payer: values.payer,
        tranche: values.tranche,
        amountFen: fenOf(values.amount),
        on: dayOf(values.on),
        voucher: values.voucher,
        document: textOrNull(values.document),
        person: values.person,
      },
      {
        onSuccess: () => {
          void message.success('拨付已登记，可在变更历史中撤销');
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog<Values>
      title={`登记拨付 · ${claim.firm}`}
      okText="登记拨付"
      open
      pending={pay.isPending}
      initial={{
        payer: claim.payers.at(-1) ?? 'district',
        tranche: nextTranche,
        amount: wanOf(left),
        on: dayjs(today),
        person: lastPerson(),
      }}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item name="payer" label="资金来源">
        <Select options={claim.payers.map((payer) => ({ value: payer, label: payerText[payer] }))} />
      </Form.Item>
      <Form.Item name="tranche" label="期次" rules={[{ required: true, message: '请填写期次' }]}>
        <InputNumber min={1} max={99} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <WanField
        name="amount"
        label="拨付金额"
        hint={`核定 ${amountText(claim.decidedFen ?? 0)}，还可拨付 ${amountText(left)}`}
      />
      <DayField name="on" label="拨付日期" />
      <LineField name="voucher" label="凭证号" required />
      <LineField name="document" label="资金文号（可不填）" />
      <LineField name="person" label="经办人" required />
    </FormDialog>
  );
}
