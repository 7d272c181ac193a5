import { App, Button, Drawer, InputNumber, Segmented } from 'antd';
import { useState } from 'react';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { CountLink } from '#renderer/ui/count-link.tsx';
import { firmAddress } from '#renderer/ui/firm-address.ts';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import type { InputOf, OutputOf } from '#shared/contract/api.ts';

type By = InputOf<'goals.split'>['by'];
type Split = OutputOf<'goals.split'>;

type Props = {
  readonly measure: { readonly id: string; readonly label: string } | null;
  readonly asOf: string;
  readonly onClose: () => void;
};

/** 目标分解: a target by street or platform, what each has reached, and its rank. */
export function SplitDrawer({ measure, asOf, onClose }: Props) {
  const [by, setBy] = useState<By>('street');
  return (
    <Drawer
      title={`目标分解 · ${measure?.label ?? ''}`}
      open={measure !== null}
      onClose={onClose}
      size={720}
      destroyOnHidden
      extra={
        <Segmented<By>
          aria-label="按什么分解"
          value={by}
          options={[
            { value: 'street', label: '按街道' },
            { value: 'platform', label: '按平台' },
          ]}
          onChange={setBy}
        />
      }
    >
      {measure === null ? null : <OneSplit key={by} measureId={measure.id} by={by} asOf={asOf} />}
    </Drawer>
  );
}

function OneSplit(input: { readonly measureId: string; readonly by: By; readonly asOf: string }) {
  const query = useApi('goals.split', input);
  return (
    <Loaded query={query}>{(split) => <SplitForm key={split.targetYear} {...input} split={split} />}</Loaded>
  );
}

type FormProps = InputOf<'goals.split'> & { readonly split: Split };

function SplitForm({ split, ...input }: FormProps) {
  const { message } = App.useApp();
  const write = useWrite('goals.setSplit');
  const [typed, setTyped] = useState<Readonly<Record<string, number | null>>>({});
  const targetOf = ({ placeId, target }: Split['lines'][number]) =>
    placeId !== null && placeId in typed ? (typed[placeId] ?? null) : target;
  const sum = split.lines.reduce((all, line) => all + (targetOf(line) ?? 0), 0);
  const save = (targets: InputOf<'goals.setSplit'>['targets'], done: string) =>
    write.mutate(
      { ...input, targets },
      {
        onSuccess: () => {
          setTyped({});
          void message.success(done);
        },
      },
    );
  const targets = split.lines.flatMap((line) => {
    const target = targetOf(line);
    return line.placeId === null || target === null ? [] : [{ placeId: line.placeId, target }];
  });
  return (
    <>
      <p>
        全区 {split.targetYear} 年目标 {split.target} 家，按{split.counted}计；分解合计 {sum} 家
        {sum >= split.target ? '。' : `，少 ${split.target - sum} 家。`}
      </p>
      <SplitTable
        split={split}
        asOf={input.asOf}
        by={input.by}
        targetOf={targetOf}
        onType={(placeId, target) => setTyped({ ...typed, [placeId]: target })}
      />
      <div className="split-tools">
        <Button
          type="primary"
          disabled={Object.keys(typed).length === 0 || sum < split.target}
          loading={write.isPending}
          onClick={() => save(targets, '已保存，可在变更历史中撤销')}
        >
          保存
        </Button>
        {split.split ? <Button onClick={() => save([], '已取消分解')}>取消分解</Button> : null}
        {sum < split.target && Object.keys(typed).length > 0 ? (
          <StatusWord kind="warn" text={`合计不少于 ${split.target} 家才能保存`} />
        ) : null}
      </div>
    </>
  );
}

type TableProps = {
  readonly split: Split;
  readonly asOf: string;
  readonly by: By;
  readonly targetOf: (line: Split['lines'][number]) => number | null;
  readonly onType: (placeId: string, target: number | null) => void;
};

function SplitTable({ split, asOf, by, targetOf, onType }: TableProps) {
  const link = (placeId: string) =>
    firmAddress({
      ...(by === 'street' ? { streetIds: [placeId] } : { platformIds: [placeId] }),
      titleIds: split.titleIds,
      titleView: split.view,
      asOf,
    });
  return (
    <table className="figures-table">
      <caption>{split.label}（单位：家）</caption>
      <thead>
        <tr>
          <th scope="col">{by === 'street' ? '街道' : '平台'}</th>
          <th scope="col">目标</th>
          <th scope="col">{split.counted}</th>
          <th scope="col">还差</th>
          <th scope="col">完成率</th>
          <th scope="col">排名</th>
        </tr>
      </thead>
      <tbody>
        {split.lines.map((line) => (
          <tr key={line.placeId ?? ''}>
            <th scope="row">{line.label}</th>
            <td>
              {line.placeId === null ? (
                '—'
              ) : (
                <InputNumber
                  aria-label={`${line.label}目标`}
                  min={0}
                  max={100_000}
                  precision={0}
                  value={targetOf(line)}
                  onChange={(target) => onType(line.placeId ?? '', target)}
                />
              )}
            </td>
            <td>
              <CountLink
                value={line.progress}
                to={line.placeId === null ? null : link(line.placeId)}
                label={`${line.label}${split.counted}`}
              />
            </td>
            <td>{line.gap ?? '—'}</td>
            <td>{shareText(line)}</td>
            <td>{line.rank ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function shareText({ target, progress }: Split['lines'][number]): string {
  if (target === null || target === 0) return '—';
  return `${((progress / target) * 100).toFixed(1)}%`;
}
