import { Alert, App, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { FirmPicker } from '#renderer/ui/firm-picker.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import type { OutputOf } from '#shared/contract/api.ts';

/** A visit as lists answer it. */
export type VisitRow = OutputOf<'visits.list'>['rows'][number];

/** What the dialog is about: a visit that is there, or a new one, of a firm that is known already or to be chosen. */
export type VisitTask = {
  readonly visit: VisitRow | null;
  readonly firm: { readonly firmId: number; readonly firm: string } | null;
};

type Values = {
  readonly firmId: number;
  readonly plannedOn?: Dayjs | null;
  readonly visitedOn?: Dayjs | null;
  readonly visitors?: string;
  readonly record?: string;
};

type Props = { readonly task: VisitTask | null; readonly onClose: () => void };

/** 登记走访: a plan, or what a visit found; says beforehand what is to be known of the firm. */
export function VisitDialog({ task, onClose }: Props) {
  const { message } = App.useApp();
  const save = useWrite('visits.save');
  const visit = task?.visit ?? null;
  const submit = (values: Values) => {
    save.mutate(
      {
        id: visit?.id ?? null,
        firmId: values.firmId,
        plannedOn: values.plannedOn?.format('YYYY-MM-DD') ?? null,
        visitedOn: values.visitedOn?.format('YYYY-MM-DD') ?? null,
        visitors: values.visitors?.trim() || null,
        record: values.record?.trim() || null,
      },
      {
        onSuccess: () => {
          void message.success('已保存');
          onClose();
        },
      },
    );
  };
  const firm = visit ?? task?.firm ?? undefined;
  return (
    <FormDialog<Values>
      open={task !== null}
      title={visit === null ? '登记走访' : '修改走访'}
      okText="保存"
      pending={save.isPending}
      initial={initialOf(visit, firm?.firmId)}
      onClose={onClose}
      onSave={submit}
    >
      <FirmPicker known={firm} disabled={firm !== undefined} />
      {visit?.visitedOn == null ? <Beforehand planning={visit === null} /> : null}
      <div className="visit-days">
        <Form.Item name="plannedOn" label="计划日期">
          <DatePicker format="YYYY-MM-DD" />
        </Form.Item>
        <Form.Item name="visitedOn" label="走访日期" extra="还没有走访的留空。">
          <DatePicker format="YYYY-MM-DD" maxDate={dayjs()} />
        </Form.Item>
      </div>
      <Form.Item name="visitors" label="走访人员">
        <Input maxLength={200} placeholder="几个人用顿号隔开" />
      </Form.Item>
      <Form.Item name="record" label="走访情况">
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
    </FormDialog>
  );
}

/** 免打扰, a visit not long ago, one that is planned, and requests that are open. */
function Beforehand({ planning }: { readonly planning: boolean }) {
  const { asOf } = useAsOf();
  const firmId = Form.useWatch<number | undefined>('firmId');
  const known = useApi('visits.before', { firmId: firmId ?? 0, asOf }, { enabled: firmId !== undefined });
  if (known.data === undefined) return null;
  const { quiet, lastVisit, planned, openRequests, restedDays } = known.data;
  const lines = [
    ...(quiet === null ? [] : [`${quiet.from} 起免打扰：${quiet.reason}。没有未办结诉求时不安排计划走访。`]),
    ...(restedDays === null ? [] : [`${lastVisit} 刚走访过（${restedDays} 天前），注意避免重复打扰。`]),
    ...(planned === null || !planning ? [] : [`已有 ${planned} 的走访计划，走访后请在原计划上登记。`]),
    ...(openRequests === 0 ? [] : [`有 ${openRequests} 项诉求未办结，走访时请一并反馈。`]),
  ];
  if (lines.length === 0) return null;
  return (
    <Alert
      className="visit-notes"
      type={quiet === null && restedDays === null ? 'info' : 'warning'}
      showIcon
      title={lines.map((line) => <div key={line}>{line}</div>)}
    />
  );
}

function initialOf(visit: VisitRow | null, firmId: number | undefined): Partial<Values> {
  if (visit === null) return firmId === undefined ? {} : { firmId };
  return {
    firmId: visit.firmId,
    plannedOn: visit.plannedOn === null ? null : dayjs(visit.plannedOn),
    visitedOn: visit.visitedOn === null ? null : dayjs(visit.visitedOn),
    visitors: visit.visitors ?? '',
    record: visit.record ?? '',
  };
}
