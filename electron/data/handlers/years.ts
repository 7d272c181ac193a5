import { changeSet } from '#electron/db/change-set.ts';
import { listFirmYears, putFirmYear } from '#electron/db/tables/firm-years.ts';
import { getFirm } from '#electron/db/tables/firms.ts';
import { AppError } from '#shared/contract/errors.ts';
import { yearNotes } from '#shared/domain/firm-year-notes.ts';
import type { Handlers } from '../context.ts';

/** Yearly figures (经营数据). */
export const yearHandlers: Handlers<'years.list' | 'years.save'> = {
  'years.list': (context, { firmId }) => {
    const { ledger } = context.open();
    if (getFirm(ledger.read, firmId) === undefined) throw new AppError('not-found');
    const years = listFirmYears(ledger.read, firmId);
    return {
      years: years.map(({ firmId: _firm, year, source, remark, ...figures }) => ({
        year,
        source,
        remark,
        figures,
      })),
      notes: [...yearNotes(years)],
    };
  },

  'years.save': (context, { firmId, year, figures, source, remark, reason }) => {
    const { ledger } = context.open();
    if (getFirm(ledger.read, firmId) === undefined) throw new AppError('not-found');
    const done = changeSet(
      ledger,
      {
        actor: context.actor,
        kind: 'year-save',
        reason: reason || `填报 ${year} 年经营数据`,
        at: context.now(),
      },
      (tx) => putFirmYear(tx, firmId, year, { figures, source, remark }),
    );
    context.emit('data.changed', { changeSetId: done.id });
    return { changeSetId: done.id };
  },
};
