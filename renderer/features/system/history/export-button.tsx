import { Button, DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { useSaveJob } from '#renderer/ui/use-save-job.tsx';

type Values = { readonly period: readonly [Dayjs, Dayjs] };

/** 导出 of the history of a period as a workbook for an auditor: every change with its seal, before and after. */
export function HistoryExportButton() {
  const [open, setOpen] = useState(false);
  const { today } = useAsOf();
  const { save, running } = useSaveJob('exports.changes');
  const write = async ({ period }: Values) => {
    const [from, to] = period.map((day) => day.format('YYYY-MM-DD'));
    if (from === undefined || to === undefined) return;
    const saved = await save({ name: `变更历史_${from}_${to}`, format: 'xlsx' }, (target) => ({
      target,
      from,
      to,
    }));
    if (saved) setOpen(false);
  };
  return (
    <>
      <Button loading={running} onClick={() => setOpen(true)}>
        导出
      </Button>
      <FormDialog<Values>
        title="导出变更历史"
        okText="导出"
        open={open}
        pending={false}
        initial={{ period: [dayjs(today).startOf('year'), dayjs(today)] }}
        onSave={(values) => void write(values)}
        onClose={() => setOpen(false)}
      >
        <p>Excel 工作簿，两页：变更集（含封存校验值）、明细（改动前后）。电话和账号遮挡。</p>
        <Form.Item<Values>
          name="period"
          label="起止日期"
          rules={[{ required: true, message: '请选择起止日期' }]}
        >
          <DatePicker.RangePicker allowClear={false} />
        </Form.Item>
      </FormDialog>
    </>
  );
}
