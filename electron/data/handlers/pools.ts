import { changeSet } from '#electron/db/change-set.ts';
import { getFirms } from '#electron/db/tables/firms.ts';
import { insertPoolEvent } from '#electron/db/tables/pool-events.ts';
import { AppError } from '#shared/contract/errors.ts';
import { poolExitText } from '#shared/domain/pool.ts';
import { stayOn } from '#shared/report/pools.ts';
import type { Context, Handlers } from '../context.ts';
import { titleLabel } from '../labels.ts';
import { hasLaterEvent, poolBook } from '../pool-book.ts';
import { holds, listPools, poolCandidates, poolMembers, poolRule } from '../pools.ts';
import { titleBook } from '../title-holdings.ts';

/** Cultivation pools (培育库). */
export const poolHandlers: Handlers<
  'pools.list' | 'pools.members' | 'pools.candidates' | 'pools.enter' | 'pools.leave'
> = {
  'pools.list': (context, { asOf }) => listPools(context.open(), asOf),
  'pools.members': (context, { poolId, asOf }) => poolMembers(context.open(), poolId, asOf),
  'pools.candidates': (context, { poolId, asOf }) => poolCandidates(context.open(), poolId, asOf),

  'pools.enter': (context, { poolId, firmIds, stage, on, reason }) => {
    const open = context.open();
    const rule = poolRule(open, poolId);
    if (!rule.stages.includes(stage)) {
      throw new AppError('pool-refused', { problem: `${rule.label}没有“${stage}”这个阶段` });
    }
    const firms = knownFirms(context, firmIds);
    const { byFirm } = titleBook(open.ledger.read, open.pack);
    const titled = firms.filter((firm) => holds(byFirm.get(firm.id) ?? [], rule.goalTitleId, on));
    if (titled.length > 0) {
      throw new AppError(
        'pool-refused',
        {
          problem: `${titled.length} 家企业已持有有效的${titleLabel(open.pack, rule.goalTitleId)}称号，不需入库`,
        },
        titled.map((firm) => firm.fields.name),
      );
    }
    const members = membersOn(context, poolId, on);
    const later = firms.filter((firm) => hasLaterEvent(context.open().ledger.read, poolId, firm.id, on));
    refuseLater(later.map((firm) => firm.fields.name));
    const joining = firms.filter((firm) => !members.has(firm.id));
    const moving = firms.filter((firm) => members.has(firm.id) && members.get(firm.id) !== stage);
    const done = changeSet(
      open.ledger,
      {
        actor: context.actor,
        kind: 'pool-enter',
        reason: reason || `${rule.label}：${joining.length > 0 ? '入库' : '调整阶段'}（${stage}）`,
        at: context.now(),
      },
      (tx) => {
        for (const firm of [...joining, ...moving]) {
          insertPoolEvent(tx, {
            firmId: firm.id,
            poolId,
            kind: members.has(firm.id) ? 'staged' : 'entered',
            stage,
            exit: null,
            on,
            reason: reason || null,
            sample: firm.sample,
          });
        }
      },
    );
    context.emit('data.changed', { changeSetId: done.id });
    return { changeSetId: done.id, entered: joining.length, staged: moving.length };
  },

  'pools.leave': (context, { poolId, firmIds, exit, on, reason }) => {
    const open = context.open();
    const rule = poolRule(open, poolId);
    const firms = knownFirms(context, firmIds);
    const members = membersOn(context, poolId, on);
    const outside = firms.filter((firm) => !members.has(firm.id));
    if (outside.length > 0) {
      throw new AppError(
        'pool-refused',
        { problem: `${outside.length} 家企业当日不在${rule.label}，不能出库` },
        outside.map((firm) => firm.fields.name),
      );
    }
    refuseLater(
      firms
        .filter((firm) => hasLaterEvent(context.open().ledger.read, poolId, firm.id, on))
        .map((firm) => firm.fields.name),
    );
    if ((exit === 'failed' || exit === 'other') && reason.trim() === '') {
      throw new AppError('pool-refused', { problem: `“${poolExitText[exit]}”须写明原因` });
    }
    const done = changeSet(
      open.ledger,
      {
        actor: context.actor,
        kind: 'pool-leave',
        reason: reason || `${rule.label}：${poolExitText[exit]}`,
        at: context.now(),
      },
      (tx) => {
        for (const firm of firms) {
          insertPoolEvent(tx, {
            firmId: firm.id,
            poolId,
            kind: 'left',
            stage: null,
            exit,
            on,
            reason: reason || null,
            sample: firm.sample,
          });
        }
      },
    );
    context.emit('data.changed', { changeSetId: done.id });
    return { changeSetId: done.id, left: firms.length };
  },
};

function knownFirms(context: Context, firmIds: readonly number[]) {
  const wanted = [...new Set(firmIds)];
  const firms = getFirms(context.open().ledger.read, wanted);
  if (firms.length !== wanted.length) throw new AppError('not-found');
  return firms;
}

/** Stage of each member of a pool on a day. */
function membersOn(context: Context, poolId: string, on: string): ReadonlyMap<number, string> {
  const stays = poolBook(context.open().ledger.read).stays.filter((stay) => stay.poolId === poolId);
  return new Map(stayOn(stays, on).map((stay) => [stay.firmId, stay.stage]));
}

function refuseLater(names: readonly string[]): void {
  if (names.length === 0) return;
  throw new AppError(
    'pool-refused',
    { problem: `${names.length} 家企业在这一天之后已有登记，请先撤销后来的登记，或改用更晚的日期` },
    names,
  );
}
