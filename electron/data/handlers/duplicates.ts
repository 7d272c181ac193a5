import { duplicatePairs, insertDistinct } from '#electron/db/tables/duplicates.ts';
import { getFirm, getFirms } from '#electron/db/tables/firms.ts';
import type { Handlers } from '../context.ts';
import { bothFirms, compareFirms, mergeFirms, mergeSide } from '../merge-firms.ts';
import { recordChange } from '../record-change.ts';
import { splitFirm, splitParts } from '../split-firm.ts';

/** Records that may be of one firm (重复企业). */
export const duplicateHandlers: Handlers<
  | 'duplicates.list'
  | 'duplicates.compare'
  | 'duplicates.merge'
  | 'duplicates.distinct'
  | 'duplicates.parts'
  | 'duplicates.split'
> = {
  'duplicates.list': (context, { offset, limit }) => {
    const open = context.open();
    const pairs = duplicatePairs(open.ledger.read);
    const shown = pairs.slice(offset, offset + limit);
    const firms = new Map(
      getFirms(open.ledger.read, [...new Set(shown.flatMap((pair) => [pair.firstId, pair.secondId]))]).map(
        (firm) => [firm.id, firm],
      ),
    );
    return {
      total: pairs.length,
      pairs: shown.flatMap(({ firstId, secondId, reason }) => {
        const [first, second] = [firms.get(firstId), firms.get(secondId)];
        if (first === undefined || second === undefined) return [];
        return [{ reason, first: mergeSide(open, first), second: mergeSide(open, second) }];
      }),
    };
  },

  'duplicates.compare': (context, { keepId, goneId }) => compareFirms(context.open(), keepId, goneId),

  'duplicates.merge': (context, input) => {
    const open = context.open();
    const { keep, gone } = bothFirms(open, input.keepId, input.goneId);
    const reason = `${gone.fields.name} 并入 ${keep.fields.name}${input.reason === '' ? '' : `：${input.reason}`}`;
    const done = recordChange(context, 'firm-merge', reason, (tx) =>
      mergeFirms(open, tx, input, context.today()),
    );
    return { changeSetId: done.id };
  },

  'duplicates.parts': (context, { firmId }) => splitParts(context.open(), firmId),

  'duplicates.split': (context, input) => {
    const open = context.open();
    const from = getFirm(open.ledger.read, input.firmId)?.fields.name ?? '';
    const reason = `${input.name} 从 ${from} 拆出${input.reason === '' ? '' : `：${input.reason}`}`;
    const done = recordChange(context, 'firm-split', reason, (tx) => splitFirm(open, tx, input));
    return { changeSetId: done.id, id: done.value };
  },

  'duplicates.distinct': (context, { firstId, secondId, reason }) => {
    const { keep, gone } = bothFirms(context.open(), firstId, secondId);
    const words = `${keep.fields.name}与${gone.fields.name}不是同一家：${reason}`;
    const done = recordChange(context, 'firm-distinct', words, (tx) =>
      insertDistinct(tx, firstId, secondId, reason),
    );
    return { changeSetId: done.id };
  },
};
