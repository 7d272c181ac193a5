import { Alert, App, Button, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import type { OutputOf } from '#shared/contract/api.ts';

type Comparison = OutputOf<'duplicates.compare'>;
type Field = Comparison['fields'][number]['field'];

type Props = {
  readonly keepId: number;
  readonly goneId: number;
  readonly onSwap: () => void;
  readonly onClose: () => void;
};

/** 对照合并: two records side by side, which fact counts where they differ, and what stands in the way. */
export function MergePanel(props: Props) {
  const query = useApi('duplicates.compare', { keepId: props.keepId, goneId: props.goneId });
  return (
    <Loaded query={query}>
      {(data) => <Content data={data} onSwap={props.onSwap} onClose={props.onClose} />}
    </Loaded>
  );
}

type ContentProps = {
  readonly data: Comparison;
  readonly onSwap: () => void;
  readonly onClose: () => void;
};

function Content({ data, onSwap, onClose }: ContentProps) {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { askReason } = useConfirm();
  const merge = useWrite('duplicates.merge');
  const [taken, setTaken] = useState<ReadonlySet<Field>>(new Set());
  const [years, setYears] = useState<ReadonlySet<number>>(new Set());
  const [account, setAccount] = useState(false);
  const { keep, gone } = data;
  const run = async () => {
    const reason = await askReason({
      title: '合并这两家？',
      lines: [
        `“${gone.name}”的全部记录转到“${keep.name}”，名称不同的留作曾用名，原记录不再存在。`,
        '合并是一次变更，可在变更历史中整个撤销。',
      ],
      okText: '合并',
    });
    if (reason === null) return;
    merge.mutate(
      {
        keepId: keep.id,
        goneId: gone.id,
        takeFields: [...taken],
        takeYears: [...years],
        takeAccount: account,
        reason,
      },
      {
        onSuccess: () => {
          void message.success('已合并，可在变更历史中撤销');
          void navigate(`/firms/${keep.id}`);
        },
      },
    );
  };
  return (
    <Page
      title="对照合并"
      state="左边的记录保留，右边的并入。"
      actions={
        <>
          <Button onClick={onClose}>返回列表</Button>
          <Button onClick={onSwap}>左右对调</Button>
          <Button
            type="primary"
            disabled={data.obstacles.length > 0}
            loading={merge.isPending}
            onClick={() => void run()}
          >
            合并
          </Button>
        </>
      }
    >
      <div className="panel">
        <Lines type="error" title="合并之前要先办：" lines={data.obstacles} />
        <Lines type="warning" title="合并之后请核对：" lines={data.notes} />
        <Sides keep={keep} gone={gone} />
        <FieldChoices data={data} taken={taken} onTake={setTaken} />
        <YearChoices data={data} taken={years} onTake={setYears} />
        {data.accounts ? (
          <section className="merge-part">
            <h2>收款账户</h2>
            <Choice
              label="收款账户"
              taken={account}
              onTake={setAccount}
              keep="用保留的账户"
              gone="用并入的账户"
            />
          </section>
        ) : null}
        {data.filled.length === 0 ? null : (
          <p className="merge-part">保留的记录未填、由并入的补上：{data.filled.join('、')}。</p>
        )}
      </div>
    </Page>
  );
}

function Lines(props: {
  readonly type: 'error' | 'warning';
  readonly title: string;
  readonly lines: readonly string[];
}) {
  if (props.lines.length === 0) return null;
  return (
    <Alert
      type={props.type}
      title={props.title}
      description={
        <ul>
          {props.lines.map((line) => (
            <li key={line}>{line}。</li>
          ))}
        </ul>
      }
    />
  );
}

function Sides({ keep, gone }: Pick<Comparison, 'keep' | 'gone'>) {
  const words = (rows: Comparison['keep']['rows']) =>
    rows.length === 0 ? '没有' : rows.map(({ label, count }) => `${label} ${count}`).join('、');
  const lines = [
    ['企业名称', keep.name, gone.name],
    ['统一社会信用代码', keep.code ?? '未填', gone.code ?? '未填'],
    ['所属街道', keep.streetLabel ?? '未填', gone.streetLabel ?? '未填'],
    ['状态', keep.statusLabel, gone.statusLabel],
    ['关联记录', words(keep.rows), words(gone.rows)],
  ] as const;
  return (
    <section className="merge-part">
      <table className="merge-table">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">保留</th>
            <th scope="col">并入</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([label, mine, theirs]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{mine}</td>
              <td>{theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type FieldProps = {
  readonly data: Comparison;
  readonly taken: ReadonlySet<Field>;
  readonly onTake: (taken: ReadonlySet<Field>) => void;
};

function FieldChoices({ data, taken, onTake }: FieldProps) {
  if (data.fields.length === 0) return null;
  return (
    <section className="merge-part">
      <h2>内容不一致，选用哪个</h2>
      <table className="merge-table">
        <tbody>
          {data.fields.map(({ field, label, keep, gone }) => (
            <tr key={field}>
              <th scope="row">{label}</th>
              <td>
                <Choice
                  label={label}
                  taken={taken.has(field)}
                  onTake={(next) => onTake(withOne(taken, field, next))}
                  keep={keep ?? '—'}
                  gone={gone ?? '—'}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type YearProps = {
  readonly data: Comparison;
  readonly taken: ReadonlySet<number>;
  readonly onTake: (taken: ReadonlySet<number>) => void;
};

function YearChoices({ data, taken, onTake }: YearProps) {
  return data.years.map(({ year, figures }) => (
    <section key={year} className="merge-part">
      <h2>{year} 年经营数据不一致，选用哪份</h2>
      <table className="merge-table">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">保留</th>
            <th scope="col">并入</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ label, keep, gone }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="figures">{keep}</td>
              <td className="figures">{gone}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Choice
        label={`${year} 年`}
        taken={taken.has(year)}
        onTake={(next) => onTake(withOne(taken, year, next))}
        keep="用保留的数据"
        gone="用并入的数据"
      />
      <span className="quiet">只有一方填了的数据都会保留。</span>
    </section>
  ));
}

type ChoiceProps = {
  readonly label: string;
  readonly taken: boolean;
  readonly onTake: (taken: boolean) => void;
  readonly keep: string;
  readonly gone: string;
};

/** Which of the two counts; the one that stays unless a person says otherwise. */
function Choice({ label, taken, onTake, keep, gone }: ChoiceProps) {
  return (
    <Radio.Group
      aria-label={label}
      value={taken}
      onChange={(event) => onTake(event.target.value === true)}
      options={[
        { value: false, label: keep },
        { value: true, label: gone },
      ]}
    />
  );
}

function withOne<T>(set: ReadonlySet<T>, value: T, there: boolean): ReadonlySet<T> {
  const next = new Set(set);
  if (there) next.add(value);
  else next.delete(value);
  return next;
}
