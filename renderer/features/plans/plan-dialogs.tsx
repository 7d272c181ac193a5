import { App, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useWrite } from '#renderer/client/use-query.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { type PlanApplication, planApplicationText } from '#shared/domain/plan.ts';

type Firm = OutputOf<'plans.get'>;
type Plan = Firm['plans'][number];

type Looks = { readonly contact?: string; readonly contactUnit?: string; readonly note?: string };
type Values = Looks & { readonly target: string; readonly openedOn: Dayjs };

type OpenProps = {
  readonly firm: Firm;
  /** Title the person came from, in 对标诊断. */
  readonly wanted: string | null;
  readonly open: boolean;
  readonly onClose: () => void;
};

/** 建档: the target and who looks after the firm; weak points come from the diagnosis of that day. */
export function OpenPlanDialog({ firm, wanted, open, onClose }: OpenProps) {
  const { asOf } = useAsOf();
  const { message } = App.useApp();
  const save = useWrite('plans.open');
  const choices = firm.targets.flatMap(({ titleId, label, applications }) =>
    applications.map((application) => ({
      value: `${titleId}/${application}`,
      label: `${label}（${planApplicationText[application]}）`,
    })),
  );
  const first =
    choices.find(({ value }) => value === `${wanted}/new`)?.value ??
    (firm.suggested === null ? undefined : `${firm.suggested.titleId}/${firm.suggested.application}`);
  return (
    <FormDialog<Values>
      open={open}
      title={`建档 · ${firm.firm}`}
      okText="建档"
      pending={save.isPending}
      initial={{ openedOn: dayjs(asOf), ...(first === undefined ? {} : { target: first }) }}
      onClose={onClose}
      onSave={({ target, openedOn, ...looks }) => {
        const [titleId = '', application] = target.split('/');
        save.mutate(
          {
            firmId: firm.firmId,
            titleId,
            // The choices are made of titles and these two words.
            application: application as PlanApplication,
            openedOn: openedOn.format('YYYY-MM-DD'),
            ...trimmed(looks),
          },
          {
            onSuccess: () => {
              void message.success('已建档，短板由对标诊断带入');
              onClose();
            },
          },
        );
      }}
    >
      <Form.Item name="target" label="培育目标" rules={[{ required: true, message: '请选择培育目标' }]}>
        <Select options={choices} />
      </Form.Item>
      <Form.Item
        name="openedOn"
        label="建档日期（按这一天的数据和标准诊断）"
        rules={[{ required: true, message: '请选择建档日期' }]}
      >
        <DatePicker format="YYYY-MM-DD" style={{ width: '100%' }} />
      </Form.Item>
      <LooksFields needed={firm.contactTitle !== null} />
    </FormDialog>
  );
}

type ContactProps = { readonly plan: Plan; readonly open: boolean; readonly onClose: () => void };

/** Who looks after the firm, and the remarks of its file. */
export function ContactDialog({ plan, open, onClose }: ContactProps) {
  const { message } = App.useApp();
  const save = useWrite('plans.edit');
  return (
    <FormDialog<Looks>
      open={open}
      title="联系人与备注"
      okText="保存"
      pending={save.isPending}
      initial={{
        ...(plan.contact === null ? {} : { contact: plan.contact }),
        ...(plan.contactUnit === null ? {} : { contactUnit: plan.contactUnit }),
        ...(plan.note === null ? {} : { note: plan.note }),
      }}
      onClose={onClose}
      onSave={(values) =>
        save.mutate(
          { id: plan.id, ...trimmed(values) },
          {
            onSuccess: () => {
              void message.success('已保存');
              onClose();
            },
          },
        )
      }
    >
      <LooksFields needed={false} />
    </FormDialog>
  );
}

function LooksFields({ needed }: { readonly needed: boolean }) {
  return (
    <>
      <Form.Item
        name="contact"
        label="一对一联系人（本单位）"
        rules={[{ required: needed, whitespace: needed, message: '小巨人企业须明确一对一联系人' }]}
      >
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="contactUnit" label="联系人科室、职务">
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="note" label="备注">
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
    </>
  );
}

function trimmed({ contact, contactUnit, note }: Looks) {
  const textOf = (text: string | undefined) => text?.trim() || null;
  return { contact: textOf(contact), contactUnit: textOf(contactUnit), note: textOf(note) };
}
