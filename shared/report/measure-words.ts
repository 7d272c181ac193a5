import type { MeasureRule } from '#shared/policy/pack.ts';

/** How the three counts of a measure are called: titles are held and conferred, pools are entered. */
export type MeasureWords = { readonly stock: string; readonly cumulative: string; readonly added: string };

const words: Readonly<Record<MeasureRule['counts'], MeasureWords>> = {
  titles: { stock: '当前有效', cumulative: '累计认定', added: '当年新增' },
  pool: { stock: '在库', cumulative: '累计入库', added: '当年入库' },
};

/** Words of the counts of a measure (口径). */
export function measureWords(measure: { readonly counts: MeasureRule['counts'] }): MeasureWords {
  return words[measure.counts];
}
