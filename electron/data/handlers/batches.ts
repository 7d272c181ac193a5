import {
  closeObjection,
  deleteBatch,
  getBatch,
  insertBatch,
  insertObjection,
  listObjections,
  lockBatch,
} from '#electron/db/tables/batches.ts';
import { putBudget } from '#electron/db/tables/budgets.ts';
import { listClaims } from '#electron/db/tables/claims.ts';
import { deleteFundUse, insertFundUse } from '#electron/db/tables/fund-uses.ts';
import { AppError } from '#shared/contract/errors.ts';
import { noticePeriod } from '#shared/domain/working-days.ts';
import {
  announceBatch,
  assembleBatch,
  assertUnlocked,
  batchDetail,
  batchList,
  refuse,
} from '../claims/batches.ts';
import { budgetTable } from '../claims/budgets.ts';
import type { Handlers } from '../context.ts';
import { holidayTable } from '../holidays.ts';
import { recordChange } from '../record-change.ts';

/** Batches (兑现批次) with their notice and objections, and the budget of a year. */
export const batchHandlers: Handlers<
  | 'batches.list'
  | 'batches.get'
  | 'batches.create'
  | 'batches.assemble'
  | 'batches.lock'
  | 'batches.period'
  | 'batches.announce'
  | 'batches.object'
  | 'batches.closeObjection'
  | 'batches.remove'
  | 'budgets.get'
  | 'budgets.set'
  | 'funds.use'
  | 'funds.remove'
> = {
  'batches.list': (context, { year }) => batchList(context.open(), year, context.today()),
  'batches.get': (context, { id }) => batchDetail(context.open(), id, context.today()),

  'batches.create': (context, { year, name, claimIds }) => {
    const done = recordChange(context, 'batch-create', `${year}年度“${name}”`, (tx) => {
      const id = insertBatch(tx, { year, name });
      assembleBatch(tx, id, { add: claimIds, remove: [] });
      return id;
    });
    return { changeSetId: done.id, id: done.value };
  },

  'batches.assemble': (context, { id, add, remove }) => {
    const { name } = getBatch(context.open().ledger.read, id);
    const reason = `“${name}”编入${add.length}笔、移出${remove.length}笔`;
    const done = recordChange(context, 'batch-edit', reason, (tx) => assembleBatch(tx, id, { add, remove }));
    return { changeSetId: done.id };
  },

  'batches.lock': (context, { id, locked, on }) => {
    const { read } = context.open().ledger;
    const batch = getBatch(read, id);
    if (batch.noticeFrom !== null) refuse('批次已公示，名单不能再锁定或解锁；个别事项有误的请退回该事项。');
    if (locked && listClaims(read, { batchId: id }).length === 0) refuse('批次里还没有事项，请先编入。');
    if (on > context.today()) refuse('锁定日期不能晚于今天。');
    const reason = `${locked ? '锁定' : '解锁'}“${batch.name}”`;
    const done = recordChange(context, 'batch-lock', reason, (tx) => lockBatch(tx, id, locked ? on : null));
    return { changeSetId: done.id };
  },

  'batches.period': (context, { from, workingDays }) => {
    const { until, remarks } = noticePeriod(from, workingDays, holidayTable(context.open()));
    return { until, remarks: [...remarks] };
  },

  'batches.announce': (context, input) => {
    const open = context.open();
    const { name } = getBatch(open.ledger.read, input.id);
    const done = recordChange(context, 'batch-announce', `公示“${name}”`, (tx) =>
      announceBatch(open, tx, input, context.today()),
    );
    return { changeSetId: done.id };
  },

  'batches.object': (context, { id, claimId, on, raisedBy, content }) => {
    const { read } = context.open().ledger;
    const batch = getBatch(read, id);
    if (batch.noticeFrom === null) refuse('批次还没有公示，没有异议可登记。');
    if (on > context.today()) refuse('收到日期不能晚于今天。');
    if (claimId !== null && !listClaims(read, { batchId: id }).some((claim) => claim.id === claimId)) {
      refuse(`第${claimId}号事项不在本批次。`);
    }
    const done = recordChange(context, 'objection-add', `“${batch.name}”公示异议`, (tx) =>
      insertObjection(tx, { batchId: id, claimId, receivedOn: on, raisedBy, content }),
    );
    return { changeSetId: done.id };
  },

  'batches.closeObjection': (context, { id, objectionId, on, outcome }) => {
    const { read } = context.open().ledger;
    const objection = listObjections(read, id).find((each) => each.id === objectionId);
    if (objection === undefined) throw new AppError('not-found');
    if (on < objection.receivedOn || on > context.today()) refuse('处理日期应在收到异议之后、今天之前。');
    const done = recordChange(context, 'objection-close', outcome, (tx) => {
      if (!closeObjection(tx, objectionId, outcome, on)) refuse('这件异议已处理。');
    });
    return { changeSetId: done.id };
  },

  'batches.remove': (context, { id }) => {
    const { read } = context.open().ledger;
    const batch = getBatch(read, id);
    assertUnlocked(batch);
    if (listClaims(read, { batchId: id }).length > 0) refuse('批次里还有事项，移出后才能删除。');
    const done = recordChange(context, 'batch-remove', `删除“${batch.name}”`, (tx) => deleteBatch(tx, id));
    return { changeSetId: done.id };
  },

  'budgets.get': (context, { year }) => budgetTable(context.open(), year),

  'budgets.set': (context, { year, clause, amountFen, reason }) => {
    const label = context.open().pack.clauses.find((each) => each.id === clause)?.title;
    if (label === undefined) throw new AppError('not-found');
    const done = recordChange(context, 'budget-set', reason || `${year}年度${label}`, (tx) =>
      putBudget(tx, year, clause, amountFen),
    );
    return { changeSetId: done.id };
  },

  'funds.use': (context, { fund, on, amountFen, purpose, document }) => {
    const { pack } = context.open();
    const label = pack.budgets.find(({ id }) => id === fund)?.title;
    if (label === undefined) throw new AppError('not-found');
    if (on > context.today()) throw new AppError('bad-request', { problem: `日期 ${on} 还没有到。` });
    const done = recordChange(context, 'fund-use', `${label}：${purpose}`, (tx) =>
      insertFundUse(tx, { fundId: fund, usedOn: on, amountFen, purpose, document }),
    );
    return { changeSetId: done.id };
  },

  'funds.remove': (context, { id, reason }) => {
    const done = recordChange(context, 'fund-remove', reason || '删除年度资金使用', (tx) => {
      if (!deleteFundUse(tx, id)) throw new AppError('not-found');
    });
    return { changeSetId: done.id };
  },
};
