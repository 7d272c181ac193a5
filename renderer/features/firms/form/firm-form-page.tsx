import '../firms.css';
import { Button, Form, Spin } from 'antd';
import { useLocation, useNavigate, useParams } from 'react-router';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { useLeaveGuard } from '#renderer/ui/use-leave-guard.ts';
import { listAddress } from '../list-address.ts';
import { FirmFields, type MaskedContact } from './firm-fields.tsx';
import { type FirmPatch, formValuesOf } from './form-values.ts';
import { useFirmForm } from './use-firm-form.ts';

/** 新增企业. */
export function NewFirmPage() {
  return <FirmForm id={null} facts={{}} masked={null} name={null} />;
}

/** 编辑企业: the same form, filled. */
export function EditFirmPage() {
  const { id } = useParams();
  const { asOf } = useAsOf();
  const query = useApi('firms.get', { id: Number(id), asOf });
  if (query.error) return <ErrorPanel failure={query.error.failure} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Spin />;
  const { form, row } = query.data;
  return <FirmForm key={row.id} id={row.id} facts={form} masked={row} name={row.name} />;
}

type Props = {
  readonly id: number | null;
  readonly facts: FirmPatch;
  readonly masked: MaskedContact | null;
  readonly name: string | null;
};

function FirmForm({ id, facts, masked, name }: Props) {
  const navigate = useNavigate();
  const location = useLocation();
  const firmForm = useFirmForm(id, formValuesOf(facts), (saved) => {
    void navigate(`/firms/${saved}`, { replace: true, state: location.state });
  });
  useLeaveGuard({
    active: firmForm.dirty,
    title: '放弃未保存的修改？',
    lines: ['本页有修改还没有保存，离开后这些修改会丢失。'],
    okText: '放弃修改',
  });
  const back = () =>
    void navigate(id === null ? listAddress(location.state) : `/firms/${id}`, { state: location.state });
  return (
    <Page
      title={name === null ? '新增企业' : `编辑 · ${name}`}
      state={
        name === null
          ? '除企业名称外都可以先不填，以后随时补充。'
          : '只保存改动过的项目；改动会记入历史，可以撤销。'
      }
      actions={
        <>
          <Button onClick={back}>取消</Button>
          <Button type="primary" loading={firmForm.saving} onClick={firmForm.form.submit} title="Ctrl+S">
            保存
          </Button>
        </>
      }
    >
      <Form
        form={firmForm.form}
        layout="vertical"
        className="firm-form"
        initialValues={firmForm.initial}
        onValuesChange={firmForm.onValuesChange}
        onFinish={() => void firmForm.save()}
        scrollToFirstError={{ focus: true }}
      >
        <FirmFields masked={masked} />
      </Form>
    </Page>
  );
}
