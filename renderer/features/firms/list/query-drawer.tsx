import { PlusOutlined } from '@ant-design/icons';
import { Button, Drawer, Segmented } from 'antd';
import { useState } from 'react';
import type { FirmQuery, RuleGroup } from '#shared/domain/firm-query.ts';
import { QueryRule } from './query-rule.tsx';
import { plainGroup, plainQuery, queryProblem, withGroup } from './query-rules.ts';

type Props = {
  readonly open: boolean;
  readonly query: FirmQuery | null;
  readonly onAsk: (query: FirmQuery | null) => void;
  readonly onClose: () => void;
};

/** 高级筛选: conditions on any field, joined by 且 or 或, in one or several groups. */
export function QueryDrawer({ open, query, onAsk, onClose }: Props) {
  return (
    <Drawer
      open={open}
      title="高级筛选"
      size={900}
      // Escape closes the list of a field first, and a click beside the form must not lose the conditions.
      keyboard={false}
      mask={{ closable: false }}
      onClose={onClose}
      destroyOnHidden
    >
      <QueryForm query={query ?? plainQuery()} onAsk={onAsk} onClose={onClose} />
    </Drawer>
  );
}

function QueryForm(props: Omit<Props, 'open' | 'query'> & { readonly query: FirmQuery }) {
  const [draft, setDraft] = useState(props.query);
  const problem = draft.groups.length === 0 ? '请添加条件。' : queryProblem(draft);
  const ask = () => {
    props.onAsk(draft);
    props.onClose();
  };
  return (
    <form
      className="firm-query"
      aria-label="高级筛选"
      onSubmit={(event) => {
        event.preventDefault();
        if (problem === null) ask();
      }}
    >
      {draft.groups.map((group, index) => (
        <div key={groupKey(index)}>
          {index > 0 ? (
            <JoinChoice
              label="各组之间"
              join={draft.join}
              onChange={(join) => setDraft({ ...draft, join })}
            />
          ) : null}
          <QueryGroup group={group} onChange={(changed) => setDraft(withGroup(draft, index, changed))} />
        </div>
      ))}
      <Button
        icon={<PlusOutlined />}
        onClick={() => setDraft({ ...draft, groups: [...draft.groups, plainGroup()] })}
      >
        添加条件组
      </Button>
      <div className="firm-query-foot">
        <span className="quiet">{problem ?? '条件与查询区的条件同时起作用。'}</span>
        <Button
          onClick={() => {
            props.onAsk(null);
            props.onClose();
          }}
        >
          清除
        </Button>
        <Button type="primary" htmlType="submit" disabled={problem !== null}>
          查询
        </Button>
      </div>
    </form>
  );
}

type GroupProps = { readonly group: RuleGroup; readonly onChange: (group: RuleGroup) => void };

function QueryGroup({ group, onChange }: GroupProps) {
  const { rules } = group;
  return (
    <fieldset className="firm-query-group">
      <legend>条件组</legend>
      {rules.length > 1 ? (
        <JoinChoice label="组内条件" join={group.join} onChange={(join) => onChange({ ...group, join })} />
      ) : null}
      {rules.map((rule, index) => (
        <QueryRule
          key={groupKey(index)}
          rule={rule}
          onChange={(changed) =>
            onChange({ ...group, rules: rules.map((each, i) => (i === index ? changed : each)) })
          }
          onRemove={() => onChange({ ...group, rules: rules.filter((_each, i) => i !== index) })}
        />
      ))}
      <Button
        type="link"
        icon={<PlusOutlined />}
        onClick={() => onChange({ ...group, rules: [...rules, ...plainGroup().rules] })}
      >
        添加条件
      </Button>
    </fieldset>
  );
}

type JoinProps = {
  readonly label: string;
  readonly join: 'all' | 'any';
  readonly onChange: (join: 'all' | 'any') => void;
};

function JoinChoice({ label, join, onChange }: JoinProps) {
  return (
    <div className="firm-query-join">
      <span>{label}</span>
      <Segmented<'all' | 'any'>
        aria-label={label}
        value={join}
        onChange={onChange}
        options={[
          { value: 'all', label: '且（都符合）' },
          { value: 'any', label: '或（符合一条）' },
        ]}
      />
    </div>
  );
}

/** Lines have no identity but their place: a line that is removed hands its fields to the next. */
function groupKey(index: number): string {
  return `place-${index}`;
}
