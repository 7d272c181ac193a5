import { Table } from 'antd';
import { Benefits } from './benefits.tsx';
import { TrialForm } from './trial-form.tsx';
import { kindWords, type Rule } from './words.ts';

/** One clause: what it says, when it applies, what it pays, from which figures, on which papers, and to whom. */
export function RuleDetail({ rule }: { readonly rule: Rule }) {
  const pays = rule.kind === 'money';
  const decides = pays || rule.kind === 'entitlement';
  return (
    <article className="policy-rule" aria-label={rule.title}>
      <h2>{rule.title}</h2>
      <p className="quiet">
        {kindWords[rule.kind]}；{rule.reference}
        {rule.departments.length === 0 ? '' : `；${rule.departments.join('、')}`}
      </p>
      <p>{rule.summary}</p>
      <Facts rule={rule} />
      <Lines title="适用条件" lines={rule.conditions} />
      <Lines title="计算方法" lines={rule.amount} />
      {rule.parameters.length === 0 ? null : (
        <>
          <h3>数额与出处</h3>
          <Table
            size="small"
            rowKey="name"
            pagination={false}
            dataSource={[...rule.parameters]}
            columns={[
              { title: '项目', dataIndex: 'label', width: 220 },
              { title: '数额', dataIndex: 'text', width: 160 },
              { title: '出处', render: (_, each) => sourceText(each) },
            ]}
          />
        </>
      )}
      <Items title="申报材料" items={rule.evidence} />
      <Items title="说明" items={[...rule.notes, ...rule.remarks]} />
      {decides ? <Benefits clause={rule.id} pays={pays} /> : null}
      {decides ? <TrialForm rule={rule} /> : null}
    </article>
  );
}

function Facts({ rule }: { readonly rule: Rule }) {
  const lines: readonly (readonly [string, string | null])[] = [
    ['触发', rule.trigger],
    ['按哪一天适用', rule.dateLabel],
    ['性质', rule.nature],
    ['出资', rule.payers],
    ['取整', rule.rounding],
  ];
  const known = lines.filter(([, text]) => text !== null && text !== '');
  if (known.length === 0) return null;
  return (
    <dl className="policy-facts">
      {known.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: Rule['conditions'] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="policy-lines">
        {lines.map((line, index) => (
          // The lines of a clause never change while they are shown.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index} style={{ marginInlineStart: `${line.depth * 2}em` }}>
            {line.text}
          </li>
        ))}
      </ul>
    </>
  );
}

function Items({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="policy-lines">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}

function sourceText({ reference, quote }: Rule['parameters'][number]): string {
  return quote === null ? reference : `${reference}：“${quote}”`;
}
