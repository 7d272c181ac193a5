import { changeSet } from '#electron/db/change-set.ts';
import { putAward } from '#electron/db/tables/awards.ts';
import { computeAwards } from '../awards.ts';
import type { Handlers } from '../context.ts';

/** Computing and keeping awards. */
export const awardHandlers: Handlers<'awards.list' | 'awards.store'> = {
  'awards.list': (context, { year, withRefused }) => computeAwards(context.open(), year, { withRefused }),

  'awards.store': (context, { year }) => {
    const open = context.open();
    const list = computeAwards(open, year, { withRefused: false });
    const fresh = list.items.filter((item) => item.stored !== 'same');
    const { id } = changeSet(
      open.ledger,
      { actor: context.actor, kind: 'award-store', reason: `留存${year}年度奖补测算`, at: context.now() },
      (tx) => {
        for (const item of fresh) {
          putAward(tx, {
            firmId: item.firmId,
            clauseId: item.clause,
            year: item.year,
            groundKey: item.groundKey,
            amountFen: item.amountFen,
            ceiling: item.ceiling,
            outcome: item.outcome,
            trace: item.trace,
            packId: open.pack.id,
            packHash: open.pack.hash,
            computedOn: context.today(),
          });
        }
      },
    );
    context.emit('data.changed', { changeSetId: id });
    return { changeSetId: id, stored: fresh.length };
  },
};
