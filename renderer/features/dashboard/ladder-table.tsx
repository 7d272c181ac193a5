import { CountLink } from '#renderer/ui/count-link.tsx';
import { firmAddress } from '#renderer/ui/firm-address.ts';
import type { OutputOf } from '#shared/contract/api.ts';

type Rung = OutputOf<'dashboard.get'>['ladder'][number];

/** The ladder as a funnel: a bar for the stock of each rung, the other counts beside it. */
export function LadderTable({ ladder, asOf }: { readonly ladder: readonly Rung[]; readonly asOf: string }) {
  const widest = Math.max(1, ...ladder.map(({ stock }) => stock));
  return (
    <table className="figures-table">
      <caption>梯度结构（单位：家）</caption>
      <thead>
        <tr>
          <th scope="col">称号</th>
          <th scope="col" className="ladder-bar-cell">
            当前有效
          </th>
          <th scope="col">累计认定</th>
          <th scope="col">当年新增</th>
        </tr>
      </thead>
      <tbody>
        {ladder.map((rung) => (
          <tr key={rung.titleId}>
            <th scope="row">{rung.label}</th>
            <td className="ladder-bar-cell">
              <span className="ladder-bar" style={{ width: `${(rung.stock / widest) * 70}%` }} />
              <CountLink
                value={rung.stock}
                to={firmAddress({ titleIds: [rung.titleId], asOf })}
                label={`${rung.label}当前有效`}
              />
            </td>
            <td>
              <CountLink
                value={rung.cumulative}
                to={firmAddress({ titleIds: [rung.titleId], titleView: 'cumulative', asOf })}
                label={`${rung.label}累计认定`}
              />
            </td>
            <td>
              <CountLink
                value={rung.newThisYear}
                to={firmAddress({ titleIds: [rung.titleId], titleView: 'newInYear', asOf })}
                label={`${rung.label}当年新增`}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
