import { Table, type TableColumnsType } from 'antd';
import type { OutputOf } from '#shared/contract/api.ts';
import { outcomeText } from '#shared/diagnosis/words.ts';
import { Explain } from './explain.tsx';
import { MoneyText } from './money-text.tsx';
import { type StatusKind, StatusWord } from './status-word.tsx';

type Diagnosis = OutputOf<'diagnosis.get'>;
type Item = Diagnosis['items'][number];
type Criterion = NonNullable<Diagnosis['score']>['parts'][number]['criteria'][number] & {
  readonly part: string;
};

const kinds: Readonly<Record<Item['outcome'], StatusKind>> = {
  met: 'ok',
  unmet: 'error',
  unknown: 'muted',
  judge: 'info',
};

/** The outcome of a condition, as a word with a shape. */
export function OutcomeWord({ outcome }: { readonly outcome: Item['outcome'] }) {
  return <StatusWord kind={kinds[outcome]} text={outcomeText[outcome]} />;
}

const columns: TableColumnsType<Item> = [
  { key: 'label', title: '条件', width: 190, render: (_value, item) => item.label },
  {
    key: 'outcome',
    title: '结论',
    width: 120,
    render: (_value, item) => <OutcomeWord outcome={item.outcome} />,
  },
  {
    key: 'need',
    title: '标准',
    render: (_value, item) => (
      <>
        {item.need}
        {item.note === null ? null : <div className="quiet">{item.note}</div>}
      </>
    ),
  },
  {
    key: 'actual',
    title: '企业情况',
    render: (_value, item) => (
      <>
        {item.actual ?? '—'}
        {item.missing.length === 0 ? null : <div className="quiet">未填：{item.missing.join('、')}</div>}
      </>
    ),
  },
  { key: 'gap', title: '差距', width: 190, render: (_value, item) => item.gap ?? '' },
  { key: 'certainty', title: '出处', width: 80, render: (_value, item) => item.certainty },
];

const scoreColumns: TableColumnsType<Criterion> = [
  { key: 'part', title: '部分', width: 110, render: (_value, line) => line.part },
  { key: 'label', title: '指标', render: (_value, line) => line.label },
  {
    key: 'points',
    title: '得分',
    width: 100,
    align: 'right',
    render: (_value, line) => pointsText(line),
  },
  { key: 'full', title: '满分', width: 80, align: 'right', render: (_value, line) => line.full },
  { key: 'missing', title: '未填', render: (_value, line) => line.missing.join('、') },
];

/** A diagnosis in full: the standard, condition by condition, the score, what recognition would bring. */
export function DiagnosisResult({ data }: { readonly data: Diagnosis }) {
  const { standard, score } = data;
  return (
    <>
      <p className="quiet">
        依据：{standard.document}
        {standard.number === null ? '' : `（${standard.number}）`}
        。出处栏：“原文”见过文件，“摘要”见过转述，“待核实”凭记忆，使用前请核对。
        {standard.notes.join('')}
      </p>
      <Money data={data} />
      <Table<Item>
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={data.items}
        pagination={false}
        scroll={{ x: 960 }}
      />
      {score === null ? null : (
        <>
          <h2>
            评价得分 {pointsText(score)} 分（合格 {score.pass} 分）
          </h2>
          <p className="quiet">
            {score.parts
              .map(
                (part) =>
                  `${part.label} ${pointsText(part)}/${part.full}${part.least > 0 ? `（不低于 ${part.least}）` : ''}`,
              )
              .join('；')}
            。数据未填的指标按最低与最高得分给出范围。
          </p>
          <Table<Criterion>
            rowKey={(line) => `${line.part}${line.label}`}
            size="small"
            columns={scoreColumns}
            dataSource={score.parts.flatMap((part) =>
              part.criteria.map((criterion) => ({ ...criterion, part: part.label })),
            )}
            pagination={false}
          />
        </>
      )}
    </>
  );
}

function Money({ data }: { readonly data: Diagnosis }) {
  if (data.application === 'review') return null;
  if (data.money.length === 0) {
    return <p>按本区政策，此时取得{data.titleLabel}没有可兑现的首次认定奖补。</p>;
  }
  return (
    <ul className="diagnosis-money">
      {data.money.map((each) => (
        <li key={each.clauseLabel}>
          取得{data.titleLabel}后：{each.clauseLabel} {each.ceiling ? '最高 ' : ''}
          <MoneyText fen={each.amountFen} /> 万元（{each.reference}）
          <Explain title={each.clauseLabel} lines={each.explanation} />
        </li>
      ))}
    </ul>
  );
}

function pointsText({ low, high }: { readonly low: number; readonly high: number }): string {
  return low === high ? String(low) : `${low}—${high}`;
}
