import type { OutputOf } from '#shared/contract/api.ts';
import type { Pool } from './pool-panel.tsx';

type Health = OutputOf<'pools.members'>['health'];

type Props = { readonly pool: Pool; readonly health: Health };

/** Members by street, platform and chain, with their stages. */
export function HealthTables({ pool, health }: Props) {
  return (
    <div className="pool-health">
      <HealthTable title="按街道" first="街道" pool={pool} rows={health.streets} />
      <HealthTable title="按平台" first="平台" pool={pool} rows={health.platforms} />
      <HealthTable title="按产业链" first="产业链" pool={pool} rows={health.chains} />
    </div>
  );
}

type TableProps = {
  readonly title: string;
  readonly first: string;
  readonly pool: Pool;
  readonly rows: Health['streets'];
};

function HealthTable({ title, first, pool, rows }: TableProps) {
  return (
    <table className="figures-table">
      <caption>{title}（单位：家）</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col">在库</th>
          {pool.stages.map((stage) => (
            <th scope="col" key={stage}>
              {stage}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id ?? ''}>
            <th scope="row">{row.label}</th>
            <td>{row.members}</td>
            {pool.stages.map((stage, index) => (
              <td key={stage}>{row.byStage[index] ?? 0}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
