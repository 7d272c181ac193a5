import { z } from 'zod';
import { isDay } from '#shared/domain/day.ts';
import { DocumentSchema, Id, quantityOf, RefSchema, strict, ToConfirm, WordList, Words } from './common.ts';

/** A day of every year as papers write it, such as 5月31日; read as `MM-DD`. */
const MonthDay = z
  .string()
  .transform((text) => /^(\d{1,2})月(\d{1,2})日$/.exec(text))
  .refine((match) => match !== null && isDay(monthDay(match, '2024-')), {
    error: '日期不对\n写成几月几日，如 5月31日。',
  })
  .transform((match) => (match === null ? '' : monthDay(match, '')));

function monthDay(match: RegExpExecArray, year: string): string {
  return `${year}${(match[1] ?? '').padStart(2, '0')}-${(match[2] ?? '').padStart(2, '0')}`;
}

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
      /** Titles whose valid holders may not newly apply for this one. */
      barredBy: z.array(Id).default([]),
      /** Last day each year to update the information on the platform; a later rule names the year it starts. */
      yearlyUpdate: z
        .array(strict({ from: z.number().int().min(2000).optional(), by: MonthDay, ref: RefSchema }))
        .default([]),
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
