import { Button, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { Loaded } from '#renderer/ui/loaded.tsx';
import type { InputOf } from '#shared/contract/api.ts';
import type { Rule } from './words.ts';

type Trial = InputOf<'policy.try'>;

/** 试算: a case typed in and computed by the clause; nothing is kept. */
export function TrialForm({ rule }: { readonly rule: Rule }) {
  const { asOf } = useAsOf();
  const [on, setOn] = useState(asOf);
  const [facts, setFacts] = useState<Readonly<Record<string, string>>>({});
  const [asked, setAsked] = useState<Trial | null>(null);
  const set = (name: string, text: string) =>
    setFacts(({ [name]: _old, ...rest }) => (text === '' ? rest : { ...rest, [name]: text }));
  return (
    <>
      <h3>试算</h3>
      <p className="quiet">填入一个假设的情形，按本条计算；不写入台账。不填的按“不知道”处理。</p>
      <form
        className="policy-trial"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked({ clause: rule.id, on, facts });
        }}
      >
        <div className="policy-field">
          {rule.dateLabel ?? '日期'}
          <DatePicker
            allowClear={false}
            value={dayjs(on)}
            aria-label={rule.dateLabel ?? '日期'}
            onChange={(value) => {
              if (value !== null) setOn(value.format('YYYY-MM-DD'));
            }}
          />
        </div>
        {rule.facts.map((fact) => (
          <FactField
            key={fact.name}
            fact={fact}
            value={facts[fact.name] ?? ''}
            onValue={(text) => set(fact.name, text)}
          />
        ))}
        <Button htmlType="submit">试算</Button>
      </form>
      {asked === null ? null : <TrialResult asked={asked} />}
    </>
  );
}

type FieldProps = {
  readonly fact: Rule['facts'][number];
  readonly value: string;
  readonly onValue: (text: string) => void;
};

function FactField({ fact, value, onValue }: FieldProps) {
  const choices =
    fact.type === 'boolean'
      ? [
          { value: '是', label: '是' },
          { value: '否', label: '否' },
        ]
      : fact.choices.map(({ label }) => ({ value: label, label }));
  return (
    <div className="policy-field">
      {fact.label}
      {choices.length > 0 ? (
        <Select
          allowClear
          aria-label={fact.label}
          placeholder="不知道"
          value={value === '' ? null : value}
          options={choices}
          onChange={(next: string | null | undefined) => onValue(next ?? '')}
        />
      ) : (
        <Input
          aria-label={fact.label}
          placeholder={fact.help ?? exampleOf(fact.type)}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </div>
  );
}

function exampleOf(type: Rule['facts'][number]['type']): string {
  switch (type) {
    case 'money':
      return '如 600万元';
    case 'rate':
      return '如 3.85%';
    case 'day':
      return '如 2025-03-01';
    default:
      return '如 3';
  }
}

function TrialResult({ asked }: { readonly asked: Trial }) {
  const query = useApi('policy.try', asked);
  return (
    <div className="policy-trial-result" aria-live="polite">
      <Loaded query={query}>
        {({ headline, explanation }) => (
          <>
            <strong>{headline}</strong>
            <ol className="explain-lines">
              {explanation.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
          </>
        )}
      </Loaded>
    </div>
  );
}
