import { getFirm } from '#electron/db/tables/firms.ts';
import {
  endServiceOfficer,
  insertServiceOfficer,
  listServiceOfficers,
} from '#electron/db/tables/service-officers.ts';
import { AppError } from '#shared/contract/errors.ts';
import { addDays } from '#shared/domain/day.ts';
import type { ServiceOfficer } from '#shared/domain/service-officer.ts';
import type { Context, Handlers } from '../context.ts';
import { recordChange } from '../record-change.ts';
import { serviceList } from '../services.ts';

type Next = Pick<ServiceOfficer, 'officer' | 'unit' | 'from'>;

/** 服务专员 of firms. */
export const serviceHandlers: Handlers<'services.list' | 'services.assign' | 'services.handOver'> = {
  'services.list': (context, input) => serviceList(context.open(), input),
  'services.assign': (context, { firmIds, ...next }) =>
    assign(context, 'service-assign', firmIds, { next, reason: `服务专员 ${next.officer}` }),
  'services.handOver': (context, { leaving, ...next }) => {
    if (leaving === next.officer) {
      throw new AppError('service-refused', { problem: '接手的服务专员应是另一个人' });
    }
    const firmIds = [...runningByFirm(context).values()]
      .filter(({ officer }) => officer === leaving)
      .map(({ firmId }) => firmId);
    if (firmIds.length === 0) {
      throw new AppError('service-refused', { problem: `${leaving}现在没有服务的企业` });
    }
    return assign(context, 'service-hand-over', firmIds, {
      next,
      reason: `${leaving} 交接给 ${next.officer}`,
    });
  },
};

function runningByFirm(context: Context): ReadonlyMap<number, ServiceOfficer> {
  return new Map(
    listServiceOfficers(context.open().ledger.read)
      .filter(({ until }) => until === null)
      .map((each) => [each.firmId, each]),
  );
}

type Assignment = { readonly next: Next; readonly reason: string };

/** One change set for all firms; a firm that this person serves already stays as it is. */
function assign(context: Context, kind: string, firmIds: readonly number[], { next, reason }: Assignment) {
  const { read } = context.open().ledger;
  const running = runningByFirm(context);
  const moved = [...new Set(firmIds)].filter((firmId) => {
    const firm = getFirm(read, firmId);
    if (firm === undefined) throw new AppError('not-found');
    const now = running.get(firmId);
    if (now?.officer === next.officer && now.unit === next.unit) return false;
    if (now !== undefined && next.from <= now.from) {
      throw new AppError('service-refused', {
        problem: `${firm.fields.name}现任服务专员${now.officer}从 ${now.from} 起服务，新的开始日期应在这之后；登记有误时在变更历史中撤销`,
      });
    }
    return true;
  });
  if (moved.length === 0) return { changeSetId: null, firms: 0 };
  const done = recordChange(context, kind, `${reason}：${moved.length} 家`, (tx) => {
    for (const firmId of moved) {
      const now = running.get(firmId);
      if (now !== undefined) endServiceOfficer(tx, now.id, addDays(next.from, -1));
      insertServiceOfficer(tx, { firmId, ...next });
    }
  });
  return { changeSetId: done.id, firms: moved.length };
}
