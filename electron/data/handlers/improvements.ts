import { changeSet } from '#electron/db/change-set.ts';
import { getFirm } from '#electron/db/tables/firms.ts';
import {
  getImprovement,
  insertImprovement,
  listImprovements,
  updateImprovement,
} from '#electron/db/tables/improvements.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Handlers } from '../context.ts';
import { titleLabel } from '../labels.ts';

/** Measures of 一企一策. */
export const improvementHandlers: Handlers<'improvements.list' | 'improvements.save'> = {
  'improvements.list': (context, { firmId, asOf }) => {
    const { ledger, pack } = context.open();
    if (getFirm(ledger.read, firmId) === undefined) throw new AppError('not-found');
    return {
      items: listImprovements(ledger.read, firmId).map(({ firmId: _firm, ...item }) => ({
        ...item,
        titleLabel: item.titleId === null ? null : titleLabel(pack, item.titleId),
        overdue:
          item.dueOn !== null && item.dueOn < asOf && (item.state === 'planned' || item.state === 'running'),
      })),
    };
  },

  'improvements.save': (context, { id, firmId, ...item }) => {
    const { ledger, pack } = context.open();
    const firm = getFirm(ledger.read, firmId);
    const before = id === null ? undefined : getImprovement(ledger.read, id);
    if (firm === undefined || (id !== null && before?.firmId !== firmId)) throw new AppError('not-found');
    if (item.titleId !== null && !pack.titles.some((title) => title.id === item.titleId)) {
      throw new AppError('not-found');
    }
    const done = changeSet(
      ledger,
      {
        actor: context.actor,
        kind: 'improvement-save',
        reason: `一企一策：${item.weakPoint}`,
        at: context.now(),
      },
      (tx) => {
        if (id === null) insertImprovement(tx, { firmId, ...item });
        else updateImprovement(tx, id, item);
      },
    );
    context.emit('data.changed', { changeSetId: done.id });
    return { changeSetId: done.id };
  },
};
