import { App, Button, Form, Input, InputNumber, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { dayListText, readDayList } from '#shared/text/day-list.ts';

type Year = OutputOf<'holidays.list'>['years'][number];
type Values = { readonly year: number; readonly off: string; readonly work?: string };

/** 节假日与调休: by which the days of a public notice are counted; next year's are entered when the notice is out. */
export function HolidaysPanel() {
  const list = useApi('holidays.list', {});
  const [edited, setEdited] = useState<Year | 'new' | null>(null);
  const { message } = App.useApp();
  const { confirm } = useConfirm();
  const set = useWrite('holidays.set');
  const goBack = async (year: number) => {
    const agreed = await confirm({
      title: `${year}年改回政策包的节假日？`,
      lines: ['本局录入的这一年将不再使用，可在“变更历史”中撤销。'],
      okText: '改回',
    });
    if (agreed)
      set.mutate({ year, days: null, reason: '' }, { onSuccess: () => void message.success('已改回') });
  };
  const columns: TableColumnsType<Year> = [
    { title: '年份', dataIndex: 'year', width: 70 },
    { title: '放假', render: (_value, { off }) => dayListText(off) },
    { title: '调休上班', render: (_value, { work }) => dayListText(work) || '无' },
    { title: '状态', width: 100, render: (_value, year) => <YearState year={year} /> },
    {
      title: '操作',
      width: 110,
      render: (_value, year) => (
        <>
          <Button type="link" size="small" onClick={() => setEdited(year)}>
            修改
          </Button>
          {year.own ? (
            <Button type="link" size="small" onClick={() => void goBack(year.year)}>
              改回
            </Button>
          ) : null}
        </>
      ),
    },
  ];
  return (
    <section className="panel settings-wide" aria-labelledby="holidays">
      <div className="panel-head">
        <h2 id="holidays">节假日与调休</h2>
        <Button onClick={() => setEdited('new')}>录入一年</Button>
      </div>
      <p>公示期按工作日推算，以国务院办公厅的放假通知为准；没有录入的年份只扣除周末。</p>
      <Loaded query={list}>
        {({ years }) => (
          <Table<Year> size="small" rowKey="year" columns={columns} dataSource={years} pagination={false} />
        )}
      </Loaded>
      {edited === null ? null : (
        <YearDialog year={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </section>
  );
}

function YearState({ year }: { readonly year: Year }) {
  if (year.own) return <StatusWord kind="ok" text="本局录入" />;
  return year.toConfirm ? <StatusWord kind="warn" text="待核实" /> : <StatusWord kind="ok" text="政策包" />;
}

function YearDialog({ year, onClose }: { readonly year: Year | null; readonly onClose: () => void }) {
  const { message } = App.useApp();
  const set = useWrite('holidays.set');
  const save = (values: Values) => {
    const off = readDayList(values.off, values.year);
    const work = readDayList(values.work ?? '', values.year);
    if (!off.ok || !work.ok) return; // the fields have said so
    set.mutate(
      { year: values.year, days: { off: [...off.days], work: [...work.days] }, reason: '' },
      {
        onSuccess: () => {
          void message.success(`${values.year}年节假日已保存`);
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog<Values>
      title={year === null ? '录入一年的节假日' : `${year.year}年节假日与调休`}
      okText="保存"
      open
      pending={set.isPending}
      initial={
        year === null ? {} : { year: year.year, off: dayListText(year.off), work: dayListText(year.work) }
      }
      onSave={save}
      onClose={onClose}
    >
      <Form.Item<Values> name="year" label="年份" rules={[{ required: true, message: '请填写年份' }]}>
        <InputNumber min={2000} max={2100} disabled={year !== null} />
      </Form.Item>
      <DaysField name="off" label="放假（连休的周末也写上）" required />
      <DaysField name="work" label="调休上班（没有则留空）" required={false} />
    </FormDialog>
  );
}

type FieldProps = { readonly name: 'off' | 'work'; readonly label: string; readonly required: boolean };

function DaysField({ name, label, required }: FieldProps) {
  return (
    <Form.Item<Values>
      name={name}
      label={label}
      dependencies={['year']}
      extra="照通知写，如：1月1日至3日、2月14日。"
      rules={[
        { required, message: '请填写放假日期' },
        ({ getFieldValue }) => ({
          validator: (_rule, text: string | undefined) => {
            // The field above holds a number or nothing.
            const read = readDayList(text ?? '', (getFieldValue('year') as number | null) ?? 0);
            return text === undefined || text === '' || read.ok
              ? Promise.resolve()
              : Promise.reject(new Error(read.problem));
          },
        }),
      ]}
    >
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
    </Form.Item>
  );
}
