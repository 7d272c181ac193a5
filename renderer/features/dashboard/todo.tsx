import { Link } from 'react-router';
import { useDistrict } from '#renderer/app/as-of.tsx';
import type { OutputOf } from '#shared/contract/api.ts';

type Dashboard = OutputOf<'dashboard.get'>;

/** Expiring titles named on the home page. */
const shown = 6;

/** 待办: what waits for a person now. */
export function Todo({ data }: { readonly data: Dashboard }) {
  const district = useDistrict();
  return (
    <>
      <h2>待办</h2>
      <ul className="todo">
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
        {data.expiringTotal === 0 && data.awards.count === 0 && !district.policyStartPending ? (
          <li className="quiet">没有待办。</li>
        ) : null}
      </ul>
    </>
  );
}
