import { Link } from 'react-router';
import { useAsOf, useDistrict } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import type { OutputOf } from '#shared/contract/api.ts';

type Dashboard = OutputOf<'dashboard.get'>;

/** Expiring titles named on the home page. */
const shown = 6;

/** 待办: what waits for a person now. */
export function Todo({ data }: { readonly data: Dashboard }) {
  const { asOf } = useAsOf();
  const district = useDistrict();
  const backups = useApi('backups.list', {});
  const waiting = useApi('dashboard.todo', { asOf }, { keepPrevious: true });
  const backup = backups.data === undefined ? null : backupLine(backups.data, district.firmCount);
  const tasks = [
    ...(backup === null ? [] : [{ to: '/system/backups', text: backup }]),
    ...(district.policyStartPending
      ? [{ to: '/system/settings', text: '政策起始日待定：请填写施行日期' }]
      : []),
    ...waitingTasks(waiting.data),
    ...data.expiring.slice(0, shown).map((each) => ({
      to: `/firms/${each.firmId}`,
      text: `${each.firm}：${each.titleLabel} ${each.until} 到期`,
    })),
    ...(data.expiringTotal > shown
      ? [{ to: '/titles?tab=calendar', text: `另有 ${data.expiringTotal - shown} 项称号半年内到期` }]
      : []),
  ];
  return (
    <>
      <h2>待办</h2>
      <ul className="todo">
        {tasks.map(({ to, text }) => (
          <li key={text}>
            <Link to={to}>{text}</Link>
          </li>
        ))}
        {tasks.length === 0 ? <li className="quiet">没有待办。</li> : null}
      </ul>
    </>
  );
}

/** Unfinished imports, claims, evaluations, late requests and visits as tasks; none while they are being counted. */
function waitingTasks(
  waiting: OutputOf<'dashboard.todo'> | undefined,
): readonly { readonly to: string; readonly text: string }[] {
  if (waiting === undefined) return [];
  const { drafts, claims, evaluations, overdueVisits, overdueRequests } = waiting;
  return [
    ...(drafts === 0 ? [] : [{ to: '/imports', text: `${drafts} 份名册导入未完成` }]),
    ...claims.map(({ year, waiting: count }) => ({
      to: `/awards?tab=claims&year=${year}`,
      text: `${year} 年度有 ${count} 笔兑现事项待办理`,
    })),
    ...evaluations.map(({ label, year }) => ({
      to: `/pools?tab=evaluation&year=${year}`,
      text: `${label} ${year} 年度评价未公布`,
    })),
    ...(overdueRequests === 0
      ? []
      : [{ to: '/services?tab=requests&state=overdue', text: `${overdueRequests} 件企业诉求已过办理期限` }]),
    ...(overdueVisits === 0
      ? []
      : [{ to: '/services?tab=visits&state=overdue', text: `${overdueVisits} 次走访过了计划日期` }]),
  ];
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
