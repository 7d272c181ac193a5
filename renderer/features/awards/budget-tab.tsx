import { App, Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { amountText } from '#shared/domain/money.ts';
import { fenOf, NoteField, WanField, wanOf } from './fields.tsx';
import { Funds } from './funds.tsx';

type Row = OutputOf<'budgets.get'>['rows'][number];

function money(title: string, amount: (row: Row) => number | null): TableColumnsType<Row>[number] {
  return { title, width: 92, align: 'right', render: (_value, row) => <MoneyText fen={amount(row)} /> };
}

/** 预算执行 of the year by clause: set aside, owed, asked, decided, paid, left, and what the year will cost. */
export function BudgetTab({ year }: { readonly year: number }) {
  const table = useApi('budgets.get', { year }, { keepPrevious: true });
  const [edited, setEdited] = useState<Row | null>(null);
  const columns: TableColumnsType<Row> = [
    {
      title: '条款',
      render: (_value, row) => (
        <>
          {row.label}
          <div className="quiet">{row.reference}</div>
        </>
      ),
    },
    money('预算', (row) => row.budgetFen),
    money('测算', (row) => row.computedFen),
    money('申报', (row) => row.requestedFen),
    money('核定', (row) => row.decidedFen),
    money('拨付', (row) => row.paidFen),
    money('预算余额', (row) => row.leftFen),
    money('全年预计', (row) => row.forecastFen),
    {
      title: '状态',
      width: 100,
      render: (_value, row) => {
        if (row.budgetFen === null) return '未设预算';
        return row.forecastFen > row.budgetFen ? (
          <StatusWord kind="warn" text="预计超出" />
        ) : (
          <StatusWord kind="ok" text="够用" />
        );
      },
    },
    {
      title: '操作',
      width: 100,
      render: (_value, row) => (
        <Button type="link" size="small" onClick={() => setEdited(row)}>
          设置预算
        </Button>
      ),
    },
  ];
  return (
    <>
      <p className="quiet">
        单位：万元。测算为按现有台账和政策应兑付的全部金额；全年预计为已核定金额加未核定事项的测算金额。
      </p>
      <Loaded query={table}>
        {({ rows, funds }) => (
          <>
            <Table<Row>
              size="small"
              rowKey="clause"
              columns={columns}
              dataSource={rows}
              pagination={false}
              scroll={{ x: 1090 }}
              footer={() => sumText(rows)}
            />
            <Funds funds={funds} />
          </>
        )}
      </Loaded>
      {edited === null ? null : <BudgetDialog year={year} row={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function sumText(rows: readonly Row[]): string {
  const sum = (amount: (row: Row) => number | null) =>
    amountText(rows.reduce((total, row) => total + (amount(row) ?? 0), 0));
  return (
    `合计：预算 ${sum((row) => row.budgetFen)}，测算 ${sum((row) => row.computedFen)}，` +
    `核定 ${sum((row) => row.decidedFen)}，拨付 ${sum((row) => row.paidFen)}，全年预计 ${sum((row) => row.forecastFen)}`
  );
}

type DialogProps = { readonly year: number; readonly row: Row; readonly onClose: () => void };

function BudgetDialog({ year, row, onClose }: DialogProps) {
  const { message } = App.useApp();
  const write = useWrite('budgets.set');
  const save = (values: { readonly amount?: number | null; readonly reason?: string }) =>
    write.mutate(
      {
        year,
        clause: row.clause,
        amountFen: values.amount == null ? null : fenOf(values.amount),
        reason: values.reason?.trim() ?? '',
      },
      {
        onSuccess: () => {
          void message.success('预算已设置');
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={`${year} 年度预算 · ${row.label}`}
      okText="保存"
      open
      pending={write.isPending}
      initial={row.budgetFen === null ? {} : { amount: wanOf(row.budgetFen) }}
      onSave={save}
      onClose={onClose}
    >
      <WanField name="amount" label="预算（留空表示不设）" required={false} />
      <NoteField name="reason" label="依据（可不填）" />
    </FormDialog>
  );
}
