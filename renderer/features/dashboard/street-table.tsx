import { CountLink } from '#renderer/ui/count-link.tsx';
import { firmAddress } from '#renderer/ui/firm-address.ts';
import type { OutputOf } from '#shared/contract/api.ts';

type Dashboard = OutputOf<'dashboard.get'>;

/** Streets by title, stock; every figure opens its list. */
export function StreetTable({ data }: { readonly data: Dashboard }) {
  const { asOf } = data.goals;
  return (
    <table className="figures-table">
      <caption>街道分布（当前有效，单位：家）</caption>
      <thead>
        <tr>
          <th scope="col">街道</th>
          <th scope="col">登记企业</th>
          {data.ladder.map(({ titleId, label }) => (
            <th scope="col" key={titleId}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.streets.map((street) => (
          <tr key={street.placeId ?? ''}>
            <th scope="row">{street.label}</th>
            <td>
              <CountLink
                value={street.firms}
                to={street.placeId === null ? null : firmAddress({ streetIds: [street.placeId] })}
                label={`${street.label}登记企业`}
              />
            </td>
            {street.titles.map(({ titleId, stock }) => (
              <td key={titleId}>
                <CountLink
                  value={stock}
                  to={
                    street.placeId === null
                      ? null
                      : firmAddress({ streetIds: [street.placeId], titleIds: [titleId], asOf })
                  }
                  label={`${street.label}${titleId}`}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
