import { Button, Input, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAsOf, useDistrict } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import type { InputOf, OutputOf } from '#shared/contract/api.ts';
import { amountText } from '#shared/domain/money.ts';
import { overlapOutcomeText } from '#shared/policy/clause.ts';
import type { OverlapGroup, Rule } from './words.ts';

type Question = InputOf<'policy.whatIf'>;
type Answer = OutputOf<'policy.whatIf'>;
type Line = Answer['total'];
type Figure = {
  readonly clause: string;
  readonly parameter: string;
  readonly label: string;
  readonly today: string;
};

/** Outcome of a group as asked; the rule of today when none is chosen. */
type Outcomes = Readonly<Record<string, OverlapGroup['outcome'] | undefined>>;

type Props = { readonly rules: readonly Rule[]; readonly groups: readonly OverlapGroup[] };

/** 政策测算: other figures, or another way of overlapping, beside the rules of today; nothing is written. */
export function WhatIfPanel({ rules, groups }: Props) {
  const { year: defaultYear } = useAsOf();
  const { years } = useDistrict();
  const figures = figuresOf(rules);
  const [year, setYear] = useState<number | null>(defaultYear);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [outcomes, setOutcomes] = useState<Outcomes>({});
  const [asked, setAsked] = useState<Question | null>(null);
  const assumed = figures.filter((figure) => chosen.includes(keyOf(figure)));
  const incomplete = assumed.some((figure) => (texts[keyOf(figure)] ?? '').trim() === '');
  return (
    <>
      <p className="quiet">
        假设几个数额，与现行规定对比要花多少钱、涉及哪些企业。只算不写，台账和政策包都不变。
      </p>
      <form
        className="policy-trial"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(questionOf(year, assumed, texts, outcomes));
        }}
      >
        <div className="policy-field">
          年度
          <Select<number | null>
            aria-label="测算年度"
            value={year}
            onChange={setYear}
            options={[
              { value: null, label: '全部年度' },
              ...years.map((each) => ({ value: each, label: `${each} 年` })),
            ]}
          />
        </div>
        <div className="policy-field policy-wide">
          假设哪些数额
          <Select
            mode="multiple"
            aria-label="假设哪些数额"
            placeholder="选择一个或几个"
            value={[...chosen]}
            optionFilterProp="label"
            onChange={setChosen}
            options={figures.map((figure) => ({
              value: keyOf(figure),
              label: `${figure.label}：${figure.today}`,
            }))}
          />
        </div>
        {assumed.map((figure) => (
          <div className="policy-field" key={keyOf(figure)}>
            {figure.label}（现为{figure.today}）
            <Input
              aria-label={`假设${figure.label}`}
              placeholder={`带单位写，如 ${figure.today}`}
              value={texts[keyOf(figure)] ?? ''}
              onChange={(event) => setTexts({ ...texts, [keyOf(figure)]: event.target.value })}
            />
          </div>
        ))}
        {groups.map((group) => (
          <div className="policy-field" key={group.id}>
            {group.label}
            <Select
              allowClear
              aria-label={`假设${group.label}`}
              placeholder={`按现行：${overlapOutcomeText[group.outcome]}`}
              value={outcomes[group.id] ?? null}
              options={Object.entries(overlapOutcomeText).map(([value, label]) => ({ value, label }))}
              onChange={(next: OverlapGroup['outcome'] | null | undefined) =>
                setOutcomes({ ...outcomes, [group.id]: next ?? undefined })
              }
            />
          </div>
        ))}
        <Button type="primary" htmlType="submit" disabled={incomplete}>
          测算
        </Button>
      </form>
      {asked === null ? null : <WhatIfResult asked={asked} />}
    </>
  );
}

function WhatIfResult({ asked }: { readonly asked: Question }) {
  const query = useApi('policy.whatIf', asked, { keepPrevious: true });
  return (
    <Loaded query={query}>
      {(answer) => (
        <div className="policy-what-if">
          <p aria-live="polite">
            现行{amountText(answer.total.todayFen)}，假设{amountText(answer.total.assumedFen)}，
            {differenceText(answer.total.assumedFen - answer.total.todayFen)}；金额有变化的企业{' '}
            {answer.firmsChanged} 家。{' '}
            <Link to={`/reports?${new URLSearchParams({ kind: 'what-if', assume: JSON.stringify(asked) })}`}>
              预览与打印
            </Link>
          </p>
          <ComparedTable title="按条款" lines={answer.byClause} total={answer.total} />
          <ComparedTable title="按街道" lines={answer.byStreet} total={answer.total} />
          <ComparedTable title="按年度" lines={answer.byYear} total={answer.total} />
          {answer.byFirm.length === 0 ? null : (
            <ComparedTable title="金额有变化的企业" lines={answer.byFirm} firms />
          )}
        </div>
      )}
    </Loaded>
  );
}

type TableProps = {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly total?: Line;
  readonly firms?: boolean;
};

function ComparedTable({ title, lines, total, firms = false }: TableProps) {
  const columns: TableColumnsType<Line> = [
    {
      title,
      render: (_, line) => (firms ? <Link to={`/firms/${line.key}`}>{line.label}</Link> : line.label),
    },
    money('现行（万元）', (line) => line.todayFen),
    money('假设（万元）', (line) => line.assumedFen),
    money('差额（万元）', (line) => line.assumedFen - line.todayFen),
    { title: '笔数', width: 110, align: 'right', render: (_, line) => countWords(line) },
  ];
  return (
    <Table<Line>
      size="small"
      rowKey="key"
      columns={columns}
      dataSource={total === undefined ? [...lines] : [...lines, { ...total, key: '合计' }]}
      pagination={{ defaultPageSize: 20, hideOnSinglePage: true }}
    />
  );
}

function money(title: string, of: (line: Line) => number): TableColumnsType<Line>[number] {
  return { title, width: 130, align: 'right', render: (_, line) => <MoneyText fen={of(line)} /> };
}

function countWords({ todayCount, assumedCount }: Line): string {
  return todayCount === assumedCount ? String(todayCount) : `${todayCount} → ${assumedCount}`;
}

function differenceText(fen: number): string {
  if (fen === 0) return '没有差额';
  return fen > 0 ? `多${amountText(fen)}` : `少${amountText(-fen)}`;
}

function figuresOf(rules: readonly Rule[]): readonly Figure[] {
  return rules
    .filter((rule) => rule.kind === 'money')
    .flatMap((rule) =>
      rule.parameters
        .filter(({ kind }) => kind !== 'list' && kind !== 'series')
        .map(({ name, label, text }) => ({
          clause: rule.id,
          parameter: name,
          label: `${rule.title}·${label}`,
          today: text,
        })),
    );
}

function keyOf({ clause, parameter }: Figure): string {
  return `${clause}/${parameter}`;
}

function questionOf(
  year: number | null,
  assumed: readonly Figure[],
  texts: Readonly<Record<string, string>>,
  outcomes: Outcomes,
): Question {
  return {
    year,
    assumptions: assumed.map((figure) => ({
      clause: figure.clause,
      parameter: figure.parameter,
      text: texts[keyOf(figure)] ?? '',
    })),
    outcomes: Object.entries(outcomes).flatMap(([group, outcome]) =>
      outcome === undefined ? [] : [{ group, outcome }],
    ),
  };
}
