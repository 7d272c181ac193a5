import { App, Button, Drawer, Form, Input } from 'antd';
import { useState } from 'react';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { selfAssessmentText } from '#shared/domain/self-assessment.ts';
import { type Evaluation, type EvaluationRow, Grade, pointsText, rangeText } from './evaluation-words.tsx';

type Firm = OutputOf<'evaluations.firm'>;
type Items = Firm['items'];

type Props = {
  readonly view: Evaluation;
  readonly firmId: number | null;
  readonly onClose: () => void;
};

/** Why a firm has its points: indicator by indicator with band, inputs and where they come from; 申诉. */
export function EvaluationDrawer({ view, firmId, onClose }: Props) {
  const { asOf } = useAsOf();
  const [appealing, setAppealing] = useState(false);
  const { poolId, year } = view;
  const firm = useApi(
    'evaluations.firm',
    { poolId, year, asOf, firmId: firmId ?? 0 },
    { enabled: firmId !== null, keepPrevious: true },
  );
  const name = view.rows.find((row) => row.firmId === firmId)?.firm ?? '';
  return (
    <Drawer
      title={`${name} ${year} 年度评价依据`}
      open={firmId !== null}
      onClose={onClose}
      size={760}
      destroyOnHidden
      extra={<Button onClick={() => setAppealing(true)}>登记申诉</Button>}
    >
      <Loaded query={firm}>
        {({ row, items, now, selfAssessment }) => (
          <>
            <dl className="evaluation-head">
              <div>
                <dt>得分</dt>
                <dd>
                  {row.points === null ? rangeText(row) : pointsText(row.points)} <Grade row={row} />
                </dd>
              </div>
              {row.reason === null ? null : (
                <div>
                  <dt>本局理由</dt>
                  <dd>
                    {row.reason}（计算得分 {rangeText(row)}）
                  </dd>
                </div>
              )}
              {row.appeal === null ? null : (
                <div>
                  <dt>申诉</dt>
                  <dd>
                    {row.appeal}；处理结果：{row.appealResult ?? '处理中'}
                  </dd>
                </div>
              )}
              {selfAssessment === null ? null : <OwnWords words={selfAssessment} />}
            </dl>
            <Indicators view={view} items={items} />
            {now === null ? null : (
              <>
                <h2>按现有数据重算</h2>
                <p className="quiet">公布以后数据有改动；公布的结果不变，下表供核对。</p>
                <Indicators view={view} items={now} />
              </>
            )}
            <AppealDialog view={view} row={row} open={appealing} onClose={() => setAppealing(false)} />
          </>
        )}
      </Loaded>
    </Drawer>
  );
}

/** 年度自评 of the firm, beside what the bureau computes. */
function OwnWords({ words }: { readonly words: NonNullable<Firm['selfAssessment']> }) {
  const lines = (['grade', 'achievements', 'difficulties', 'nextSteps', 'filledOn'] as const).flatMap(
    (name) => (words[name] === null ? [] : [`${selfAssessmentText[name]}：${words[name]}`]),
  );
  return (
    <div>
      <dt>企业自评</dt>
      <dd>
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </dd>
    </div>
  );
}

function Indicators({ view, items }: { readonly view: Evaluation; readonly items: Items }) {
  return (
    <table className="figures-table evaluation-indicators">
      <thead>
        <tr>
          <th scope="col">指标</th>
          <th scope="col" className="evaluation-inputs">
            企业情况
          </th>
          <th scope="col" className="evaluation-inputs">
            所在分档
          </th>
          <th scope="col">权重</th>
          <th scope="col">得分</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const indicator = view.rule?.indicators.find(({ id }) => id === item.id);
          return (
            <tr key={item.id}>
              <th scope="row">{indicator?.label ?? item.id}</th>
              <td className="evaluation-inputs">
                {item.missing.length > 0 ? `缺数据：${item.missing.join('、')}` : (item.actual ?? '—')}
                {item.inputs.map((input) => (
                  <div className="quiet" key={input.label}>
                    {input.label} {input.value}（{input.origin}）
                  </div>
                ))}
              </td>
              <td className="evaluation-inputs">{bandWords(item)}</td>
              <td>{indicator?.weight ?? '—'}</td>
              <td>{rangeText(item)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function bandWords({ band, bandText }: Items[number]): string {
  if (band === null) return '待数据';
  return bandText === null ? '未达最低档，0 分' : `${bandText}，${band} 分`;
}

type Appeal = { readonly appeal: string; readonly result: string };

function AppealDialog(props: {
  readonly view: Evaluation;
  readonly row: EvaluationRow;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { view, row, open, onClose } = props;
  const { asOf } = useAsOf();
  const { message } = App.useApp();
  const write = useWrite('evaluations.appeal');
  const save = async ({ appeal, result }: Appeal) => {
    const { poolId, year } = view;
    await write.mutateAsync({ poolId, year, asOf, firmId: row.firmId, appeal, result });
    void message.success('已登记申诉');
    onClose();
  };
  return (
    <FormDialog<Appeal>
      title={`申诉 · ${row.firm}`}
      okText="保存"
      open={open}
      pending={write.isPending}
      initial={{ appeal: row.appeal ?? '', result: row.appealResult ?? '' }}
      onSave={(values) => void save(values)}
      onClose={onClose}
    >
      <Form.Item name="appeal" label="申诉内容（清空即删去）">
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
      <Form.Item
        name="result"
        label="处理结果"
        extra="没有处理结果的申诉，不随名单出库；申诉成立的，撤销公布后调整得分再公布。"
      >
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
    </FormDialog>
  );
}
