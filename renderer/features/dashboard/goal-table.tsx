import { App, Popover, Segmented } from 'antd';
import { useState } from 'react';
import { useWrite } from '#renderer/client/use-query.ts';
import { CountLink } from '#renderer/ui/count-link.tsx';
import { firmAddress, type TitleView } from '#renderer/ui/firm-address.ts';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { countingText, measureRemarks, measureWords } from '#shared/report/measure-words.ts';
import { SplitDrawer } from './split-drawer.tsx';

type Goals = OutputOf<'goals.get'>;
type Measure = Goals['measures'][number];

/** The measures row by row: stock, cumulative and flow apart, target, what is missing; every figure opens its list. */
export function GoalTable({ goals }: { readonly goals: Goals }) {
  const [splitting, setSplitting] = useState<Measure | null>(null);
  return (
    <>
      <CountingChoice goals={goals} />
      <GoalRows goals={goals} onSplit={setSplitting} />
      <SplitDrawer measure={splitting} asOf={goals.asOf} onClose={() => setSplitting(null)} />
    </>
  );
}

type OnSplit = (measure: Measure) => void;

function GoalRows({ goals, onSplit }: { readonly goals: Goals; readonly onSplit: OnSplit }) {
  return (
    <table className="figures-table">
      <caption>“131”目标（截至 {goals.asOf}，单位：家）</caption>
      <thead>
        <tr>
          <th scope="col">指标</th>
          <th scope="col">基数</th>
          <th scope="col">当前有效（在库）</th>
          <th scope="col">累计认定（入库）</th>
          <th scope="col">当年新增</th>
          <th scope="col">目标</th>
          <th scope="col">还差</th>
          <th scope="col">口径</th>
        </tr>
      </thead>
      <tbody>
        {goals.measures.map((measure) => (
          <GoalRow key={measure.id} measure={measure} asOf={goals.asOf} onSplit={onSplit} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { readonly measure: Measure; readonly asOf: string; readonly onSplit: OnSplit };

function GoalRow({ measure, asOf, onSplit }: RowProps) {
  const words = measureWords(measure);
  const link = (titleView: TitleView) => firmAddress({ titleIds: measure.titleIds, titleView, asOf });
  return (
    <tr>
      <th scope="row">{measure.label}</th>
      <td>
        <Baseline measure={measure} />
      </td>
      <td>
        <CountLink value={measure.stock} to={link('stock')} label={`${measure.label}${words.stock}`} />
      </td>
      <td>
        <CountLink
          value={measure.cumulative}
          to={link('cumulative')}
          label={`${measure.label}${words.cumulative}`}
        />
      </td>
      <td>
        <CountLink
          value={measure.newThisYear}
          to={link('newInYear')}
          label={`${measure.label}${words.added}`}
        />
      </td>
      <td>
        {measure.target === null ? (
          '—'
        ) : (
          <>
            {`${measure.target}（${measure.targetYear} 年）`}
            <div>
              <button
                type="button"
                className="link-button"
                aria-label={`${measure.label}目标分解`}
                onClick={() => onSplit(measure)}
              >
                分解
              </button>
            </div>
          </>
        )}
      </td>
      <td className="goal-gap">
        {gapWords(measure)}
        {measure.progress === measure[measure.basis] ? null : (
          <div className="quiet">进度 {measure.progress} 家</div>
        )}
        {measure.perMonth === null ? null : <div className="quiet">每月 {measure.perMonth} 家</div>}
      </td>
      <td>
        <Popover trigger="click" title={measure.label} content={<Definition measure={measure} />}>
          <button type="button" className="link-button" aria-label={`${measure.label}口径`}>
            口径
          </button>
        </Popover>
      </td>
    </tr>
  );
}

/** The document's baseline, and what the ledger holds of that time: that figure opens its list. */
function Baseline({ measure }: { readonly measure: Measure }) {
  const { baseline, baselineYear, atBaseline, label, titleIds, basis } = measure;
  if (baseline === null || baselineYear === null || atBaseline === null) return <>—</>;
  const asOf = `${baselineYear}-12-31`;
  return (
    <>
      {baseline}（{baselineYear} 年）
      <div className="quiet goal-ledger">
        台账{' '}
        <CountLink
          value={atBaseline}
          to={firmAddress({ titleIds, titleView: basis, asOf })}
          label={`${label}${baselineYear}年底台账数`}
        />
        {atBaseline === baseline
          ? ''
          : `，${atBaseline < baseline ? '少' : '多'} ${Math.abs(atBaseline - baseline)}`}
      </div>
    </>
  );
}

/** 目标计数方式: by the ledger, or by the document's baseline with what was gained since. */
function CountingChoice({ goals }: { readonly goals: Goals }) {
  const { message } = App.useApp();
  const { askReason } = useConfirm();
  const write = useWrite('goals.setCounting');
  if (goals.measures.every(({ baseline }) => baseline === null)) return null;
  const choose = async (counting: Goals['counting']) => {
    const reason = await askReason({
      title: `目标进度改为${countingText[counting]}？`,
      lines: [
        counting === 'baseline'
          ? '台账里还没有基数年以前的企业时用：进度＝文件的基数＋台账中其后的增量。'
          : '进度＝台账中的企业数。',
        '工作台、报表和命令行都随之改变，报表上写明。',
      ],
      okText: '改变',
    });
    if (reason !== null)
      write.mutate(
        { counting, reason },
        { onSuccess: () => void message.success('已改变，可在变更历史中撤销') },
      );
  };
  return (
    <div className="goal-counting">
      <span>目标进度</span>
      <Segmented<Goals['counting']>
        aria-label="目标计数方式"
        value={goals.counting}
        disabled={write.isPending}
        onChange={(counting) => void choose(counting)}
        options={(['ledger', 'baseline'] as const).map((value) => ({ value, label: countingText[value] }))}
      />
    </div>
  );
}

function gapWords({ gap, overdue }: Measure): string {
  if (overdue) return `逾期，还差 ${gap} 家`;
  if (gap === null) return '—';
  return gap === 0 ? '已达到' : `还差 ${gap} 家`;
}

function Definition({ measure }: { readonly measure: Measure }) {
  return (
    <div className="goal-definition">
      <p>{measure.definition}</p>
      <p className="quiet">
        目标按{measureWords(measure)[measure.basis]}计；依据{measure.reference}
      </p>
      {measureRemarks(measure).map((remark) => (
        <p key={remark}>{remark}。</p>
      ))}
      {measure.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}
