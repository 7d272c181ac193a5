import { Link } from 'react-router';
import { useDistrict } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import type { OutputOf } from '#shared/contract/api.ts';

type Dashboard = OutputOf<'dashboard.get'>;

/** Expiring titles named on the home page. */
const shown = 6;

/** 待办: what waits for a person now. */
export function Todo({ data }: { readonly data: Dashboard }) {
  const district = useDistrict();
  const backups = useApi('backups.list', {});
  const backup = backups.data === undefined ? null : backupLine(backups.data, district.firmCount);
  return (
    <>
      <h2>待办</h2>
      <ul className="todo">
        {backup === null ? null : (
          <li>
            <Link to="/system/backups">{backup}</Link>
          </li>
        )}
        {district.policyStartPending ? (
          <li>
            <Link to="/system/settings">政策起始日待定：请填写施行日期</Link>
          </li>
        ) : null}
        {data.awards.count > 0 ? (
          <li>
            <Link to={`/awards?year=${data.awards.year}`}>
              {data.awards.year} 年度有 {data.awards.count} 笔奖补测算可核对
            </Link>
          </li>
        ) : null}
        {data.expiring.slice(0, shown).map((each) => (
          <li key={`${each.firmId}/${each.titleLabel}`}>
            <Link to={`/firms/${each.firmId}`}>
              {each.firm}：{each.titleLabel} {each.until} 到期
            </Link>
          </li>
        ))}
        {data.expiringTotal > shown ? (
          <li>
            <Link to="/titles?tab=calendar">另有 {data.expiringTotal - shown} 项称号半年内到期</Link>
          </li>
        ) : null}
        {data.expiringTotal === 0 &&
        data.awards.count === 0 &&
        !district.policyStartPending &&
        backup === null ? (
          <li className="quiet">没有待办。</li>
        ) : null}
      </ul>
    </>
  );
}

/** From so many days on, an old copy is a task. */
const backupDue = 3;

/** What is to be said of the copies of the ledger; nothing when there is none to make. */
function backupLine({ daysSince, dailyFailure }: OutputOf<'backups.list'>, firms: number): string | null {
  if (firms === 0) return null;
  if (dailyFailure !== null) return '今天的自动备份没有做成，请查看原因';
  if (daysSince === null) return null;
  return daysSince >= backupDue ? `最近一次备份在 ${daysSince} 天前，请备份` : null;
}
