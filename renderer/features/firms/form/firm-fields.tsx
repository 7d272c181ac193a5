import { DatePicker, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useDistrict } from '#renderer/app/as-of.tsx';
import { type FirmField, firmFieldLabels, firmScales } from '#shared/domain/firm.ts';
import { scaleText } from '#shared/text/firm-text.ts';
import { codeProblem, isWanText } from './form-rules.ts';

/** What the form shows of the contact, whose name and number it never receives. */
export type MaskedContact = { readonly contactName: string | null; readonly contactPhone: string | null };

type Choice = { readonly id: string; readonly label: string };

/** Every input of the form, in sections as a person reads a business licence. */
export function FirmFields({ masked }: { readonly masked: MaskedContact | null }) {
  const district = useDistrict();
  return (
    <>
      <Section title="登记信息">
        <Text
          field="name"
          wide
          rules={[{ required: true, whitespace: true, message: '请填写营业执照上的全称' }]}
        />
        <Text
          field="code"
          hint="18 位；没有可先不填"
          rules={[
            {
              validator: async (_rule, value: string) => {
                const problem = codeProblem(value);
                if (problem?.severity === 'error') throw new Error(problem.text);
              },
            },
            {
              warningOnly: true,
              validator: async (_rule, value: string) => {
                const problem = codeProblem(value);
                if (problem?.severity === 'warning') throw new Error(problem.text);
              },
            },
          ]}
        />
        <Text field="legalPerson" />
        <Text field="legalForm" />
        <DayField field="registeredOn" />
        <Text
          field="registeredCapital"
          label="注册资本（万元）"
          rules={[
            {
              validator: async (_rule, value: string) => {
                if (!isWanText(value)) throw new Error('请填写以万元为单位的数字，如 300 或 1,234.56');
              },
            },
          ]}
        />
        <Text field="province" />
        <Text field="city" />
        <Text field="address" wide />
        <Text field="businessScope" wide lines={3} />
      </Section>
      <Section title="归属">
        <Choices field="streetId" choices={district.streets} />
        <Choices field="platformId" choices={district.platforms} />
        <Choices field="chainId" choices={district.chains} />
      </Section>
      <Section title="经营">
        <Text field="industry" />
        <Choices field="scale" choices={firmScales.map((id) => ({ id, label: scaleText[id] }))} />
        <Choices
          field="aboveScale"
          choices={[
            { id: 'yes', label: '是' },
            { id: 'no', label: '否' },
          ]}
        />
        <Text field="mainProduct" wide />
      </Section>
      <Section title="联系与备注">
        <Text field="contactName" hint={keepHint(masked?.contactName ?? null)} />
        <Text field="contactPhone" hint={keepHint(masked?.contactPhone ?? null)} />
        <Text field="remark" wide lines={2} />
      </Section>
    </>
  );
}

function keepHint(masked: string | null): string {
  return masked === null ? '' : `现为 ${masked}，不改请留空，填“无”则清除`;
}

function Section({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className="firm-form-section">
      <h2>{title}</h2>
      <div className="firm-form-grid">{children}</div>
    </section>
  );
}

type ItemProps = {
  readonly field: FirmField;
  readonly label?: string;
  readonly wide?: boolean;
  readonly rules?: React.ComponentProps<typeof Form.Item>['rules'];
};

function Text({
  field,
  label,
  wide = false,
  rules,
  hint = '',
  lines = 1,
}: ItemProps & { readonly hint?: string; readonly lines?: number }) {
  return (
    <Form.Item
      name={field}
      label={label ?? firmFieldLabels[field]}
      className={wide ? 'firm-form-wide' : ''}
      {...(rules === undefined ? {} : { rules })}
    >
      {lines > 1 ? (
        <Input.TextArea autoSize={{ minRows: lines, maxRows: 12 }} placeholder={hint} />
      ) : (
        <Input placeholder={hint} autoComplete="off" />
      )}
    </Form.Item>
  );
}

function Choices({ field, choices }: { readonly field: FirmField; readonly choices: readonly Choice[] }) {
  return (
    <Form.Item name={field} label={firmFieldLabels[field]}>
      <Select
        options={[{ value: '', label: '未填' }, ...choices.map(({ id, label }) => ({ value: id, label }))]}
        showSearch={{ optionFilterProp: 'label' }}
      />
    </Form.Item>
  );
}

/** A day kept as `YYYY-MM-DD` text in the form, shown by the calendar input. */
function DayField({ field }: { readonly field: FirmField }) {
  return (
    <Form.Item
      name={field}
      label={firmFieldLabels[field]}
      getValueProps={(value: string) => ({ value: value ? dayjs(value) : null })}
      normalize={(value: dayjs.Dayjs | null) => value?.format('YYYY-MM-DD') ?? ''}
    >
      <DatePicker className="firm-form-day" />
    </Form.Item>
  );
}
