import { App, Button, Form, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useNavigate, useParams } from 'react-router';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FirmPicker } from '#renderer/ui/firm-picker.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { Page } from '#renderer/ui/page.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { type FactAnswer, FactField, factAnswerOf, factValueOf } from './fact-field.tsx';
import { DayField, dayOf, LineField, NoteField, textOrNull } from './fields.tsx';
import './awards.css';

type Kind = OutputOf<'projects.kinds'>['kinds'][number];
type Project = OutputOf<'projects.list'>['rows'][number];
type Values = {
  readonly firmId: number;
  readonly kindId: string;
  readonly name: string;
  readonly eventOn: Dayjs;
  readonly object?: string;
  readonly contract?: string;
  readonly remark?: string;
  readonly facts?: Readonly<Record<string, FactAnswer>>;
};

const listAddress = '/awards?tab=projects';

/** 新增项目 or 修改项目: the form asks for what the clauses of the kind need. */
export function ProjectFormPage() {
  const { id } = useParams();
  const kinds = useApi('projects.kinds', {});
  const list = useApi('projects.list', {});
  return (
    <Page title={id === undefined ? '新增项目' : '修改项目'}>
      <div className="panel">
        <Loaded query={kinds}>
          {(known) => (
            <Loaded query={list}>
              {({ rows }) => {
                if (known.kinds.length === 0) {
                  return (
                    <EmptyState
                      title="本区政策没有按项目兑现的条款"
                      hint="政策包的 clauses.yaml 中写明项目类别后可以登记项目。"
                    />
                  );
                }
                const project = rows.find((row) => String(row.id) === id);
                if (id !== undefined && project === undefined) {
                  return <EmptyState title="没有这个项目" hint="它可能已被删除，请回到项目清单。" />;
                }
                return <ProjectForm kinds={known.kinds} project={project} />;
              }}
            </Loaded>
          )}
        </Loaded>
      </div>
    </Page>
  );
}

type FormProps = { readonly kinds: readonly Kind[]; readonly project: Project | undefined };

function ProjectForm({ kinds, project }: FormProps) {
  const { today } = useAsOf();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const kindId = Form.useWatch('kindId', form);
  const write = useWrite('projects.save');
  const kind = kinds.find((each) => each.id === (kindId ?? project?.kindId)) ?? kinds[0];
  if (kind === undefined) return null;
  const save = (values: Values) =>
    write.mutate(
      {
        id: project?.id ?? null,
        firmId: values.firmId,
        kindId: kind.id,
        name: values.name,
        eventOn: dayOf(values.eventOn),
        facts: Object.fromEntries(
          kind.facts.map((fact) => [fact.name, factValueOf(fact, values.facts?.[fact.name])]),
        ),
        object: textOrNull(values.object),
        contract: textOrNull(values.contract),
        remark: textOrNull(values.remark),
      },
      {
        onSuccess: () => {
          void message.success('项目已保存');
          void navigate(listAddress);
        },
      },
    );
  return (
    <Form<Values>
      form={form}
      className="project-form"
      layout="horizontal"
      labelCol={{ span: 8 }}
      wrapperCol={{ span: 16 }}
      requiredMark={false}
      initialValues={initialOf(kinds, project, today)}
      onFinish={save}
    >
      <FirmPicker known={project} />
      <Form.Item name="kindId" label="项目类别" extra={`依据${kind.reference}：${kind.clauses.join('、')}`}>
        <Select options={kinds.map((each) => ({ value: each.id, label: each.label }))} />
      </Form.Item>
      <LineField name="name" label={kind.nameLabel} required />
      <DayField name="eventOn" label={kind.dateLabel} />
      {kind.objectLabel === null ? null : <LineField name="object" label={kind.objectLabel} />}
      {kind.contractLabel === null ? null : <LineField name="contract" label={kind.contractLabel} />}
      {kind.facts.map((fact) => (
        <FactField key={fact.name} fact={fact} />
      ))}
      <NoteField name="remark" label="备注" />
      <Form.Item wrapperCol={{ offset: 8 }}>
        <div className="claim-actions">
          <Button type="primary" htmlType="submit" loading={write.isPending}>
            保存
          </Button>
          <Button onClick={() => void navigate(listAddress)}>取消</Button>
        </div>
      </Form.Item>
    </Form>
  );
}

function initialOf(kinds: readonly Kind[], project: Project | undefined, today: string): Partial<Values> {
  if (project === undefined) {
    const [first] = kinds;
    return { eventOn: dayjs(today), ...(first === undefined ? {} : { kindId: first.id }) };
  }
  const facts = kinds.find((kind) => kind.id === project.kindId)?.facts ?? [];
  return {
    firmId: project.firmId,
    kindId: project.kindId,
    name: project.name,
    eventOn: dayjs(project.eventOn),
    object: project.object ?? '',
    contract: project.contract ?? '',
    remark: project.remark ?? '',
    facts: Object.fromEntries(facts.map((fact) => [fact.name, factAnswerOf(fact, project.facts[fact.name])])),
  };
}
