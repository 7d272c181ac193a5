import { App, Button, Form, Input, Select, Table, type TableColumnsType } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useWrite } from '#renderer/client/use-query.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import { Reveal } from '#renderer/ui/reveal.tsx';
import { type PayerLevel, payerText } from '#shared/domain/payer.ts';
import type { ClaimDetail } from './claim-drawer.tsx';
import { DayField, dayOf, fenOf, LineField, WanField } from './fields.tsx';

type Payment = ClaimDetail['payments'][number];
type Aid = ClaimDetail['aid'][number];

const paymentColumns: TableColumnsType<Payment> = [
  { title: '期次', width: 60, align: 'right', render: (_value, row) => row.tranche },
  { title: '资金来源', width: 90, render: (_value, row) => payerText[row.payer] },
  {
    title: '金额（万元）',
    width: 110,
    align: 'right',
    render: (_value, row) => <MoneyText fen={row.amountFen} />,
  },
  { title: '日期', width: 110, render: (_value, row) => row.paidOn },
  { title: '凭证号', render: (_value, row) => row.voucher ?? '—' },
  { title: '文号', render: (_value, row) => row.document ?? '—' },
];

/** 拨付, 收款账户 and 其他财政资金 of a claim. */
export function ClaimMoney({ detail }: { readonly detail: ClaimDetail }) {
  const [dialog, setDialog] = useState<'account' | 'aid' | null>(null);
  const { account, claim } = detail;
  return (
    <>
      <section aria-label="拨付记录">
        <h3>拨付记录</h3>
        <Table<Payment>
          size="small"
          rowKey="id"
          columns={paymentColumns}
          dataSource={detail.payments}
          pagination={false}
          locale={{ emptyText: '还没有拨付' }}
        />
      </section>
      <section aria-label="收款账户">
        <h3>收款账户</h3>
        <p className="claim-line">
          {account === null ? (
            '未填'
          ) : (
            <span>
              {account.holder}，{account.bank}，
              <Reveal firmId={claim.firmId} what="account" masked={account.number} />
            </span>
          )}
          <Button size="small" onClick={() => setDialog('account')}>
            {account === null ? '登记账户' : '更改账户'}
          </Button>
        </p>
      </section>
      <section aria-label="其他财政资金">
        <h3>已得其他财政资金</h3>
        <AidTable aid={detail.aid} />
        <Button size="small" onClick={() => setDialog('aid')}>
          登记省、市资金
        </Button>
      </section>
      {dialog === 'account' ? (
        <AccountDialog firmId={claim.firmId} holder={claim.firm} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'aid' ? <AidDialog claimId={claim.id} onClose={() => setDialog(null)} /> : null}
    </>
  );
}

function AidTable({ aid }: { readonly aid: readonly Aid[] }) {
  const remove = useWrite('claims.removeAid');
  const columns: TableColumnsType<Aid> = [
    { title: '事项', render: (_value, row) => row.matter },
    { title: '来源', width: 70, render: (_value, row) => payerText[row.payer] },
    {
      title: '金额（万元）',
      width: 110,
      align: 'right',
      render: (_value, row) => <MoneyText fen={row.amountFen} />,
    },
    { title: '日期', width: 110, render: (_value, row) => row.receivedOn },
    { title: '文号', render: (_value, row) => row.document },
    {
      title: '操作',
      width: 70,
      render: (_value, row) => (
        <Button type="link" size="small" onClick={() => remove.mutate({ id: row.id })}>
          删除
        </Button>
      ),
    },
  ];
  if (aid.length === 0) return <p className="claim-line quiet">没有登记</p>;
  return <Table<Aid> size="small" rowKey="id" columns={columns} dataSource={[...aid]} pagination={false} />;
}

type AccountValues = { readonly holder: string; readonly bank: string; readonly accountNumber: string };

function AccountDialog({
  firmId,
  holder,
  onClose,
}: {
  readonly firmId: number;
  readonly holder: string;
  readonly onClose: () => void;
}) {
  const { message } = App.useApp();
  const write = useWrite('claims.setAccount');
  const save = (values: AccountValues) =>
    write.mutate(
      { firmId, ...values },
      {
        onSuccess: () => {
          void message.success('收款账户已登记');
          onClose();
        },
      },
    );
  return (
    <FormDialog<AccountValues>
      title={`收款账户 · ${holder}`}
      okText="登记"
      open
      pending={write.isPending}
      initial={{ holder }}
      onSave={save}
      onClose={onClose}
    >
      <LineField name="holder" label="账户名称" required />
      <LineField name="bank" label="开户银行" required />
      <Form.Item
        name="accountNumber"
        label="账号"
        rules={[{ required: true, pattern: /^\d{8,32}$/, message: '账号为 8 至 32 位数字' }]}
      >
        <Input maxLength={32} />
      </Form.Item>
    </FormDialog>
  );
}

type AidValues = {
  readonly payer: PayerLevel;
  readonly amount: number;
  readonly on: Dayjs;
  readonly document: string;
};

function AidDialog({ claimId, onClose }: { readonly claimId: number; readonly onClose: () => void }) {
  const { today } = useAsOf();
  const { message } = App.useApp();
  const write = useWrite('claims.addAid');
  const save = (values: AidValues) =>
    write.mutate(
      {
        claimId,
        payer: values.payer,
        amountFen: fenOf(values.amount),
        on: dayOf(values.on),
        document: values.document,
      },
      {
        onSuccess: () => {
          void message.success('已登记，应兑付金额随之重算');
          onClose();
        },
      },
    );
  return (
    <FormDialog<AidValues>
      title="登记同一事项已得的省、市资金"
      okText="登记"
      open
      pending={write.isPending}
      initial={{ payer: 'city', on: dayjs(today) }}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item name="payer" label="资金来源">
        <Select
          options={(['province', 'city'] as const).map((payer) => ({
            value: payer,
            label: payerText[payer],
          }))}
        />
      </Form.Item>
      <WanField name="amount" label="金额" />
      <DayField name="on" label="收到日期" />
      <LineField name="document" label="文号" required />
    </FormDialog>
  );
}
