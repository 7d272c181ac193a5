import { getFirm } from '#electron/db/tables/firms.ts';
import { getImprovement, insertImprovement, updateImprovement } from '#electron/db/tables/improvements.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Handlers } from '../context.ts';
import { firmMeasures } from '../plans.ts';
import { recordChange } from '../record-change.ts';

/** Measures of 一企一策. */
export const improvementHandlers: Handlers<'improvements.list' | 'improvements.save' | 'improvements.note'> =
  {
    'improvements.list': (context, { firmId, asOf }) => {
      const open = context.open();
      if (getFirm(open.ledger.read, firmId) === undefined) throw new AppError('not-found');
      return { items: [...firmMeasures(open, firmId, asOf)] };
    },

    'improvements.save': (context, { id, firmId, ...item }) => {
      const { ledger, pack } = context.open();
      const firm = getFirm(ledger.read, firmId);
      const before = id === null ? undefined : getImprovement(ledger.read, id);
      if (firm === undefined || (id !== null && before?.firmId !== firmId)) throw new AppError('not-found');
      if (item.titleId !== null && !pack.titles.some((title) => title.id === item.titleId)) {
        throw new AppError('not-found');
      }
      const done = recordChange(context, 'improvement-save', `一企一策：${item.weakPoint}`, (tx) => {
        if (id === null) insertImprovement(tx, { firmId, ...item });
        else updateImprovement(tx, id, item);
      });
      return { changeSetId: done.id };
    },

    'improvements.note': (context, { id, on, person, content, state }) => {
      const before = getImprovement(context.open().ledger.read, id);
      if (before === undefined) throw new AppError('not-found');
      const line = `${on} ${person}：${content.replaceAll(/\s*\n\s*/g, ' ')}`;
      const progress = before.progress === null ? line : `${before.progress}\n${line}`;
      if (progress.length > 20_000) {
        throw new AppError('bad-request', { problem: '这项措施的进展记录已满，请另立一项措施继续记录。' });
      }
      const done = recordChange(context, 'improvement-save', `登记进展：${before.weakPoint}`, (tx) =>
        updateImprovement(tx, id, { ...before, state, progress }),
      );
      return { changeSetId: done.id };
    },
  };
