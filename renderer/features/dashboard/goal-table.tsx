import { Popover } from 'antd';
import { CountLink } from '#renderer/ui/count-link.tsx';
import { firmAddress, type TitleView } from '#renderer/ui/firm-address.ts';
import type { OutputOf } from '#shared/contract/api.ts';
import { measureWords } from '#shared/report/measure-words.ts';

type Goals = OutputOf<'goals.get'>;
type Measure = Goals['measures'][number];

/** The measures row by row: stock, cumulative and flow apart, target, what is missing; every figure opens its list. */
export function GoalTable({ goals }: { readonly goals: Goals }) {
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
          <GoalRow key={measure.id} measure={measure} asOf={goals.asOf} />
        ))}
      </tbody>
    </table>
  );
}

function GoalRow({ measure, asOf }: { readonly measure: Measure; readonly asOf: string }) {
  const words = measureWords(measure);
  const link = (titleView: TitleView) => firmAddress({ titleIds: measure.titleIds, titleView, asOf });
  return (
    <tr>
      <th scope="row">{measure.label}</th>
      <td>{measure.baseline === null ? '—' : `${measure.baseline}（${measure.baselineYear} 年）`}</td>
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
      <td>{measure.target === null ? '—' : `${measure.target}（${measure.targetYear} 年）`}</td>
      <td className="goal-gap">{gapWords(measure)}</td>
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

function gapWords({ gap }: Measure): string {
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
      {measure.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}
