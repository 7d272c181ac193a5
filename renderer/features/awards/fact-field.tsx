import { DatePicker, Form, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { OutputOf } from '#shared/contract/api.ts';
import { fenOf, wanOf } from './fields.tsx';

/** One question of a project's form. */
export type ProjectFact = OutputOf<'projects.kinds'>['kinds'][number]['facts'][number];
/** An answer as the ledger keeps it. */
type FactValue = string | number | boolean | null;
/** An answer as the form holds it: amounts in 万元, rates in percent. */
export type FactAnswer = string | number | boolean | Dayjs | null;

/** Parts per million in one percent. */
const ppmPerPercent = 10_000;

/** One question of a project's form, by its type; left empty it is 未填. */
export function FactField({ fact }: { readonly fact: ProjectFact }) {
  return (
    <Form.Item name={['facts', fact.name]} label={fact.label} extra={fact.help ?? undefined}>
      {inputOf(fact)}
    </Form.Item>
  );
}

function inputOf(fact: ProjectFact) {
  const wide = { width: '100%' };
  switch (fact.type) {
    case 'boolean':
      return (
        <Select
          allowClear
          placeholder="未填"
          options={[
            { value: true, label: '是' },
            { value: false, label: '否' },
          ]}
        />
      );
    case 'choice':
      return <Select allowClear placeholder="未填" options={fact.choices} />;
    case 'day':
      return <DatePicker format="YYYY-MM-DD" style={wide} />;
    case 'money':
      return <InputNumber min={0} max={9_000_000} style={wide} suffix="万元" placeholder="未填" />;
    case 'rate':
      return <InputNumber min={0} max={1000} style={wide} suffix="%" placeholder="未填" />;
    case 'count':
      return <InputNumber min={0} precision={0} style={wide} suffix={fact.unit} placeholder="未填" />;
    default:
      return <Input />;
  }
}

/** The answer as the ledger keeps it: 分, ppm, whole counts, days. */
export function factValueOf(fact: ProjectFact, answer: FactAnswer | undefined): FactValue {
  if (answer === undefined || answer === null || answer === '') return null;
  if (typeof answer === 'object') return answer.format('YYYY-MM-DD');
  if (typeof answer !== 'number') return answer;
  if (fact.type === 'money') return fenOf(answer);
  return fact.type === 'rate' ? Math.round(answer * ppmPerPercent) : answer;
}

/** The answer as the form holds it. */
export function factAnswerOf(fact: ProjectFact, value: FactValue | undefined): FactAnswer {
  if (value === undefined || value === null) return null;
  if (fact.type === 'day') return dayjs(String(value));
  if (typeof value !== 'number') return value;
  if (fact.type === 'money') return wanOf(value);
  return fact.type === 'rate' ? value / ppmPerPercent : value;
}
