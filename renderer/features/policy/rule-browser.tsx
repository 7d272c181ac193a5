import { Input, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { RuleDetail } from './rule-detail.tsx';
import { kindWords, type Rule } from './words.ts';

const kinds = [
  { value: null, label: '全部条款' },
  ...Object.entries(kindWords).map(([value, label]) => ({ value, label })),
];

/** The clauses in the order of the document on the left, the chosen one on the right. */
export function RuleBrowser({ rules }: { readonly rules: readonly Rule[] }) {
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<string | null>(null);
  const shown = rules.filter(
    (rule) =>
      (kind === null || rule.kind === kind) &&
      (text === '' || `${rule.place}${rule.title}${rule.summary}`.includes(text)),
  );
  const chosen = shown.find((rule) => rule.id === params.get('clause')) ?? shown[0];
  return (
    <div className="policy-browser">
      <div className="policy-list">
        <div className="policy-list-tools">
          <Input
            allowClear
            aria-label="查找条款"
            placeholder="查找条款"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Select<string | null> aria-label="条款类别" value={kind} onChange={setKind} options={kinds} />
        </div>
        <ul>
          {shown.map((rule) => (
            <li key={rule.id}>
              <button
                type="button"
                aria-current={rule === chosen}
                onClick={() => setParams({ tab: 'rules', clause: rule.id }, { replace: true })}
              >
                <span className="policy-place">
                  {rule.place}
                  <span className={`policy-kind policy-kind-${rule.kind}`}>{kindWords[rule.kind]}</span>
                </span>
                {rule.title}
              </button>
            </li>
          ))}
          {shown.length === 0 ? <li className="quiet">没有符合条件的条款。</li> : null}
        </ul>
      </div>
      {chosen === undefined ? null : <RuleDetail key={chosen.id} rule={chosen} />}
    </div>
  );
}
