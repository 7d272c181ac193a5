import { App, Button, DatePicker, Form, Input, Table, type TableColumnsType } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useWrite } from '#renderer/client/use-query.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { amountText } from '#shared/domain/money.ts';
import { fenOf, NoteField, WanField } from './fields.tsx';

type Fund = OutputOf<'budgets.get'>['funds'][number];
type Use = Fund['uses'][number];
type Values = {
  readonly on: Dayjs;
  readonly amount: number;
  readonly purpose: string;
  readonly document?: string;
};

/** 文件写明的年度资金: sums the document sets aside each year, with what was spent from them. */
export function Funds({ funds }: { readonly funds: readonly Fund[] }) {
  const [entered, setEntered] = useState<Fund | null>(null);
  if (funds.length === 0) return null;
  return (
    <section aria-labelledby="funds">
      <h3 id="funds" className="award-funds">
        文件写明的年度资金
      </h3>
      {funds.map((fund) => (
        <div key={fund.id} className="award-fund">
          <div className="award-fund-line">
            <span>
              <strong>{fund.label}</strong>：每年{fund.atLeast ? '不少于' : ''}
              {amountText(fund.amountFen)}，已使用 {amountText(fund.usedFen)}，
              {fund.usedFen > fund.amountFen ? (
                <StatusWord kind="warn" text={`超出 ${amountText(fund.usedFen - fund.amountFen)}`} />
              ) : (
                `剩余 ${amountText(fund.amountFen - fund.usedFen)}`
              )}
              <span className="quiet">　{fund.reference}</span>
            </span>
            <Button onClick={() => setEntered(fund)}>登记使用</Button>
          </div>
          {fund.uses.length === 0 ? null : <UseTable uses={fund.uses} />}
        </div>
      ))}
      {entered === null ? null : <UseDialog fund={entered} onClose={() => setEntered(null)} />}
    </section>
  );
}

function UseTable({ uses }: { readonly uses: readonly Use[] }) {
  const { message } = App.useApp();
  const { askReason } = useConfirm();
  const remove = useWrite('funds.remove');
  const columns: TableColumnsType<Use> = [
    { title: '日期', width: 110, render: (_value, use) => use.usedOn },
    { title: '用途', render: (_value, use) => use.purpose },
    {
      title: '金额（万元）',
      width: 120,
      align: 'right',
      render: (_value, use) => <MoneyText fen={use.amountFen} />,
    },
    { title: '文号或凭证', width: 200, render: (_value, use) => use.document ?? '—' },
    {
      title: '操作',
      width: 70,
      render: (_value, use) => (
        <Button
          type="link"
          size="small"
          onClick={async () => {
            const reason = await askReason({
              title: `删除“${use.purpose}”的使用登记？`,
              lines: ['删除后可在变更历史中撤销。'],
              okText: '删除',
            });
            if (reason !== null)
              remove.mutate({ id: use.id, reason }, { onSuccess: () => void message.success('已删除') });
          }}
        >
          删除
        </Button>
      ),
    },
  ];
  return <Table<Use> size="small" rowKey="id" columns={columns} dataSource={[...uses]} pagination={false} />;
}

function UseDialog({ fund, onClose }: { readonly fund: Fund; readonly onClose: () => void }) {
  const { message } = App.useApp();
  const { today } = useAsOf();
  const use = useWrite('funds.use');
  const save = (values: Values) =>
    use.mutate(
      {
        fund: fund.id,
        on: values.on.format('YYYY-MM-DD'),
        amountFen: fenOf(values.amount),
        purpose: values.purpose,
        document: values.document?.trim() || null,
      },
      {
        onSuccess: () => {
          void message.success('已登记');
          onClose();
        },
      },
    );
  return (
    <FormDialog<Values>
      title={`登记使用 · ${fund.label}`}
      okText="登记"
      open
      pending={use.isPending}
      initial={{ on: dayjs(today) }}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item<Values> name="on" label="日期" rules={[{ required: true, message: '请填写日期' }]}>
        <DatePicker />
      </Form.Item>
      <WanField name="amount" label="金额" required />
      <Form.Item<Values>
        name="purpose"
        label="用途"
        rules={[{ required: true, whitespace: true, message: '请填写用途' }]}
      >
        <Input maxLength={200} placeholder="如：协同创新项目第一批" />
      </Form.Item>
      <NoteField name="document" label="文号或凭证（可不填）" />
    </FormDialog>
  );
}
