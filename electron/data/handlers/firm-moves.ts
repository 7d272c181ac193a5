import { firmEventText } from '#shared/domain/firm-event.ts';
import { titleEventText } from '#shared/domain/title.ts';
import type { Handlers } from '../context.ts';
import { moveEffects, recordMove } from '../firm-moves.ts';
import { titleLabel } from '../labels.ts';
import { recordChange } from '../record-change.ts';

/** 迁入, 迁出, 注销 of a firm. */
export const firmMoveHandlers: Handlers<'firms.moveEffects' | 'firms.move'> = {
  'firms.moveEffects': (context, input) => {
    const open = context.open();
    const { titleIds, titleKind, poolIds, closesPlan } = moveEffects(open, input);
    return {
      titles: titleIds.map((titleId) => ({
        label: titleLabel(open.pack, titleId),
        eventLabel: titleEventText[titleKind],
      })),
      pools: poolIds.map((poolId) => open.pack.pools.find((pool) => pool.id === poolId)?.label ?? poolId),
      closesPlan,
    };
  },

  'firms.move': (context, move) => {
    const effects = moveEffects(context.open(), move);
    const done = recordChange(
      context,
      'firm-move',
      `${effects.firm.fields.name}${firmEventText[move.kind]}`,
      (tx) => recordMove(tx, move, effects),
    );
    return { changeSetId: done.id };
  },
};
