import { DeleteOutlined } from '@ant-design/icons';
import { Button, DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useAsOf, useDistrict } from '#renderer/app/as-of.tsx';
import type { FirmRule, QueryField } from '#shared/domain/firm-query.ts';
import { queryField, testsOfKind } from '#shared/domain/firm-query.ts';
import { closedChoices, heldViewText, testText } from '#shared/text/firm-query-text.ts';
import { fieldMenu, plainRule, typedUnits } from './query-rules.ts';

type Props = {
  readonly rule: FirmRule;
  readonly onChange: (rule: FirmRule) => void;
  readonly onRemove: () => void;
};

/** One condition: a field, a question, a value. */
export function QueryRule({ rule, onChange, onRemove }: Props) {
  const field = queryField(rule.field);
  if (field === undefined) return null;
  return (
    <div className="firm-query-rule">
      <Select
        aria-label="字段"
        className="firm-query-field"
        showSearch={{ optionFilterProp: 'label' }}
        options={fieldMenu}
        value={field.id}
        onChange={(id) => {
          const chosen = queryField(id);
          if (chosen !== undefined) onChange(plainRule(chosen));
        }}
      />
      {field.group === 'year' || field.group === 'award' ? (
        <YearChoice field={field} year={rule.year} onChange={(year) => onChange({ ...rule, year })} />
      ) : null}
      <Select
        aria-label="判断"
        className="firm-query-test"
        options={testsOfKind[field.kind].map((test) => ({ value: test, label: testText(test, field.kind) }))}
        value={rule.test}
        onChange={(test) => onChange({ ...rule, test })}
      />
      <RuleValue field={field} rule={rule} onChange={onChange} />
      <Button type="text" aria-label="删除条件" icon={<DeleteOutlined />} onClick={onRemove} />
    </div>
  );
}

/** Years that figures or awards can be asked for: the present one and five before it. */
const yearsBack = 5;

function YearChoice(props: {
  readonly field: QueryField;
  readonly year: number | null;
  readonly onChange: (year: number | null) => void;
}) {
  const { year: present } = useAsOf();
  const years = Array.from({ length: yearsBack + 1 }, (_, back) => present - back);
  const none = props.field.group === 'year' ? '最近一年' : '历年';
  const asked = props.year === null || years.includes(props.year) ? years : [props.year, ...years];
  return (
    <Select<number>
      aria-label="年度"
      className="firm-query-year"
      value={props.year ?? 0}
      onChange={(year) => props.onChange(year === 0 ? null : year)}
      options={[{ value: 0, label: none }, ...asked.map((year) => ({ value: year, label: `${year}年` }))]}
    />
  );
}

type ValueProps = {
  readonly field: QueryField;
  readonly rule: FirmRule;
  readonly onChange: (rule: FirmRule) => void;
};

function RuleValue({ field, rule, onChange }: ValueProps) {
  switch (rule.test) {
    case 'contains':
    case 'lacks':
      return (
        <Input
          aria-label="文字"
          className="firm-query-value"
          maxLength={200}
          value={rule.text ?? ''}
          onChange={(event) => onChange({ ...rule, text: event.target.value })}
        />
      );
    case 'anyOf':
    case 'noneOf':
      return <ListValue field={field} rule={rule} onChange={onChange} />;
    case 'holds':
    case 'holdsNot':
      return <HeldValue field={field} rule={rule} onChange={onChange} />;
    case 'atLeast':
    case 'atMost':
      return field.kind === 'day' ? (
        <DayValue label="日期" rule={rule} onChange={onChange} />
      ) : (
        <NumberValue field={field} rule={rule} onChange={onChange} />
      );
    default:
      return null;
  }
}

function ListValue({ field, rule, onChange }: ValueProps) {
  const { streets, platforms, chains, titles, pools } = useDistrict();
  const ofPack: Readonly<Record<string, readonly { readonly id: string; readonly label: string }[]>> = {
    streetId: streets,
    platformId: platforms,
    chainId: chains,
    title: titles,
    pool: pools,
  };
  const choices = closedChoices(field.id) ?? ofPack[field.id] ?? [];
  return (
    <Select
      mode="multiple"
      aria-label={field.label}
      className="firm-query-value"
      placeholder="请选择"
      showSearch={{ optionFilterProp: 'label' }}
      value={[...rule.list]}
      onChange={(list) => onChange({ ...rule, list })}
      options={choices.map(({ id, label }) => ({ value: id, label }))}
    />
  );
}

function HeldValue(props: ValueProps) {
  const { rule, onChange } = props;
  return (
    <>
      <ListValue {...props} />
      <Select
        aria-label="口径"
        className="firm-query-test"
        value={rule.view}
        onChange={(view) => onChange({ ...rule, view })}
        options={(['stock', 'cumulative', 'newInYear'] as const).map((view) => ({
          value: view,
          label: heldViewText[view],
        }))}
      />
      <DayValue label="截至日期" rule={rule} onChange={onChange} />
    </>
  );
}

function DayValue(props: {
  readonly label: string;
  readonly rule: FirmRule;
  readonly onChange: (rule: FirmRule) => void;
}) {
  const { rule } = props;
  return (
    <DatePicker
      aria-label={props.label}
      className="firm-query-day"
      placeholder={props.label}
      value={rule.day === null ? null : dayjs(rule.day)}
      onChange={(day) => props.onChange({ ...rule, day: day?.format('YYYY-MM-DD') ?? null })}
    />
  );
}

function NumberValue({ field, rule, onChange }: ValueProps) {
  const kind =
    field.kind === 'money' || field.kind === 'share' || field.kind === 'score' ? field.kind : 'count';
  const { unit, scale, digits } = typedUnits[kind];
  return (
    <InputNumber<number>
      aria-label="数值"
      className="firm-query-value"
      {...(digits === 0 ? { precision: 0 } : {})}
      suffix={unit}
      value={rule.number === null ? null : rule.number / scale}
      onChange={(value) => onChange({ ...rule, number: value === null ? null : Math.round(value * scale) })}
    />
  );
}
