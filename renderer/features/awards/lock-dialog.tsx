import { App } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useWrite } from '#renderer/client/use-query.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { amountText } from '#shared/domain/money.ts';
import type { Batch } from './batch-stage.tsx';
import { DayField, dayOf } from './fields.tsx';

/** 锁定名单: from this day the list does not move. */
export function LockDialog({ batch, onClose }: { readonly batch: Batch; readonly onClose: () => void }) {
  const { today } = useAsOf();
  const { message } = App.useApp();
  const lock = useWrite('batches.lock');
  const save = ({ on }: { readonly on: Dayjs }) =>
    lock.mutate(
      { id: batch.id, locked: true, on: dayOf(on) },
      {
        onSuccess: () => {
          void message.success('已锁定');
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={`锁定 · ${batch.name}`}
      okText="锁定"
      open
      pending={lock.isPending}
      initial={{ on: dayjs(today) }}
      onSave={save}
      onClose={onClose}
    >
      <p>
        共 {batch.count} 笔，{amountText(batch.decidedFen)}。锁定后名单不再变动，公示前可以解锁。
      </p>
      <DayField name="on" label="锁定日期" />
    </FormDialog>
  );
}
