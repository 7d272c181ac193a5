import { z } from 'zod';
import { DocumentSchema, Id, quantityOf, RefSchema, strict, ToConfirm, WordList, Words } from './common.ts';

/** national/titles.yaml: every title that rosters can name, with the national papers behind them. */
export const CatalogueFileSchema = strict({
  documents: z.array(DocumentSchema),
  titles: z.array(
    strict({
      id: Id,
      label: Words,
      short: Words,
      issuer: z.enum(['国家', '省', '市'], { error: '认定层级不对\n写“国家”“省”或“市”。' }),
      tier: z.number().int().min(1),
      validity: quantityOf('count').nullable(),
      /** Titles of which a valid one is needed first; one of them is enough. */
      requires: z.array(Id).default([]),
      aliases: WordList,
      confirm: ToConfirm,
      notes: WordList,
      ref: RefSchema,
    }),
  ),
});
/** The national catalogue after reading. */
export type CatalogueFile = z.output<typeof CatalogueFileSchema>;

/** titles.yaml of a pack: the district's ladder and the other titles it keeps. */
export const TitlesFileSchema = strict({
  ladder: z.array(Id).min(1, { error: '梯度至少要有一级\n列出国家称号目录中的编号。' }),
  others: z.array(Id).default([]),
  ref: RefSchema,
});
/** titles.yaml after reading. */
export type TitlesFile = z.output<typeof TitlesFileSchema>;
