import type { ReadDb } from '#electron/db/open.ts';
import { getFirm } from '#electron/db/tables/firms.ts';
import { getPlan, insertPlan, listFirmPlans, updatePlan } from '#electron/db/tables/plans.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { Context, Handlers } from '../context.ts';
import { diagnosedFirm } from '../diagnosis.ts';
import { titleLabel } from '../labels.ts';
import { firmPlans, planList, planSnapshot } from '../plans.ts';
import { recordChange } from '../record-change.ts';

/** Files of firms (一企一策). */
export const planHandlers: Handlers<
  'plans.list' | 'plans.get' | 'plans.open' | 'plans.edit' | 'plans.diagnose' | 'plans.close'
> = {
  'plans.list': (context, input) => planList(context.open(), input),
  'plans.get': (context, { firmId, asOf }) => firmPlans(context.open(), firmId, asOf),

  'plans.open': (context, { firmId, ...plan }) => {
    const open = context.open();
    const { titleId, application, openedOn } = plan;
    const firm = getFirm(open.ledger.read, firmId);
    if (firm === undefined) throw new AppError('not-found');
    const running = listFirmPlans(open.ledger.read, firmId).find((each) => each.closedOn === null);
    if (running !== undefined) {
      throw new AppError('plan-refused', {
        problem: `${firm.fields.name}已有以${titleLabel(open.pack, running.titleId)}为目标的一企一策，结案后才能另建`,
      });
    }
    const target = { titleId, application, asOf: openedOn };
    const snapshot = JSON.stringify(planSnapshot(open.pack, diagnosedFirm(open, firmId), target));
    const reason = `${firm.fields.name}：培育目标 ${titleLabel(open.pack, titleId)}`;
    const done = recordChange(context, 'plan-open', reason, (tx) =>
      insertPlan(tx, { firmId, ...plan, snapshot }),
    );
    return { changeSetId: done.id, id: done.value };
  },

  'plans.edit': (context, { id, ...changes }) =>
    write(context, 'plan-edit', { ...runningPlan(context, id), ...changes }),

  'plans.diagnose': (context, { id, asOf }) => {
    const plan = runningPlan(context, id);
    if (asOf < plan.openedOn) {
      throw new AppError('plan-refused', { problem: `诊断日期 ${asOf} 早于建档日期 ${plan.openedOn}` });
    }
    const open = context.open();
    const snapshot = planSnapshot(open.pack, diagnosedFirm(open, plan.firmId), { ...plan, asOf });
    return write(context, 'plan-diagnose', { ...plan, snapshot: JSON.stringify(snapshot) });
  },

  'plans.close': (context, { id, on, result }) => {
    const plan = runningPlan(context, id);
    if (on < plan.openedOn) {
      throw new AppError('plan-refused', { problem: `结案日期 ${on} 早于建档日期 ${plan.openedOn}` });
    }
    return write(context, 'plan-close', { ...plan, closedOn: on, result });
  },
};

/** The file, as long as it runs. Throws `not-found`, `plan-refused`. */
function runningPlan(context: Context, id: number): Plan {
  const plan = getPlan(context.open().ledger.read, id);
  if (plan === undefined) throw new AppError('not-found');
  if (plan.closedOn !== null) {
    throw new AppError('plan-refused', {
      problem: `这份一企一策已于 ${plan.closedOn} 结案，不能再改；结案有误时在变更历史中撤销结案`,
    });
  }
  return plan;
}

function write(context: Context, kind: string, plan: Plan) {
  const done = recordChange(context, kind, firmName(context.open().ledger.read, plan.firmId), (tx) =>
    updatePlan(tx, plan),
  );
  return { changeSetId: done.id };
}

function firmName(db: ReadDb, firmId: number): string {
  return getFirm(db, firmId)?.fields.name ?? '';
}
