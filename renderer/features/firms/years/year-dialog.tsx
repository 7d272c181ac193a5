import { App, Form, Input, Modal, Select } from 'antd';
import { useWrite } from '#renderer/client/use-query.ts';
import type { OutputOf } from '#shared/contract/api.ts';
import { type YearFigure, yearFigureGroups, yearFigureInfo, yearFigures } from '#shared/domain/firm-year.ts';
import { figureLabel, parseFigureField } from '#shared/text/year-figure-text.ts';
import { changedFigures, type YearFormValues, yearFormValues } from './year-form.ts';

type Props = {
  readonly firm: { readonly id: number; readonly name: string };
  readonly year: number;
  /** What is on record of the year. */
  readonly known: OutputOf<'years.list'>['years'][number] | undefined;
  readonly onClose: () => void;
};

/** 填报: the figures of one year, in groups; only what was changed is written. */
export function YearDialog({ firm, year, known, onClose }: Props) {
  const { message } = App.useApp();
  const [form] = Form.useForm<YearFormValues>();
  const write = useWrite('years.save');
  const initial = yearFormValues(known?.figures, known?.source ?? null, known?.remark ?? null);
  const save = async (values: YearFormValues) => {
    const done = await write.mutateAsync({
      firmId: firm.id,
      year,
      figures: changedFigures(initial, values),
      source: values.source.trim() || null,
      remark: values.remark.trim() || null,
      reason: '',
    });
    void message.success(done.changeSetId === null ? '没有改动' : `${year} 年经营数据已保存`);
    onClose();
  };
  return (
    <Modal
      open
      width={980}
      title={`填报 ${year} 年经营数据 · ${firm.name}`}
      okText="保存"
      cancelText="取消"
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Form<YearFormValues>
        form={form}
        layout="vertical"
        className="firm-year-form"
        initialValues={initial}
        onFinish={(values) => void save(values)}
        scrollToFirstError={{ focus: true }}
      >
        {Object.entries(yearFigureGroups).map(([group, head]) => (
          <section key={group} className="firm-form-section">
            <h2>{head}</h2>
            <div className="firm-year-grid">
              {yearFigures
                .filter((figure) => yearFigureInfo[figure].group === group)
                .map((figure) => (
                  <FigureField key={figure} figure={figure} />
                ))}
            </div>
          </section>
        ))}
        <section className="firm-form-section">
          <h2>来源</h2>
          <div className="firm-year-grid">
            <Form.Item name="source" label="数据来源">
              <Input placeholder="如 审计报告、企业填报" maxLength={200} />
            </Form.Item>
            <Form.Item name="remark" label="备注">
              <Input maxLength={500} />
            </Form.Item>
          </div>
        </section>
      </Form>
    </Modal>
  );
}

function FigureField({ figure }: { readonly figure: YearFigure }) {
  const { kind, choices } = yearFigureInfo[figure];
  if (kind === 'flag' || kind === 'choice') {
    const options = kind === 'flag' ? { yes: '是', no: '否' } : (choices ?? {});
    return (
      <Form.Item name={figure} label={figureLabel(figure)}>
        <Select
          options={[
            { value: '', label: '未填' },
            ...Object.entries(options).map(([value, label]) => ({ value, label })),
          ]}
        />
      </Form.Item>
    );
  }
  return (
    <Form.Item
      name={figure}
      label={figureLabel(figure)}
      rules={[
        {
          validator: async (_rule, value: string) => {
            if (parseFigureField(figure, value) === undefined) throw new Error(problems[kind]);
          },
        },
      ]}
    >
      <Input autoComplete="off" inputMode="decimal" />
    </Form.Item>
  );
}

const problems = {
  money: '请填写以万元为单位的数字',
  share: '请填写 0 到 100 的百分数',
  score: '请填写分数，至多两位小数',
  count: '请填写整数',
} as const;
