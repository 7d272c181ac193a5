import { z } from 'zod';
import {
  DayText,
  DocumentSchema,
  Id,
  quantityOf,
  RefSchema,
  strict,
  ToConfirm,
  WordList,
  Words,
} from './common.ts';

const PlaceSchema = strict({
  id: Id,
  label: Words,
  code: Words.nullable().default(null),
  aliases: WordList,
  confirm: ToConfirm,
  ref: RefSchema.optional(),
});

const ChainSchema = strict({
  id: Id,
  label: Words,
  kind: z.enum(['主导产业', '未来产业'], { error: '产业类别不对\n写“主导产业”或“未来产业”。' }),
  industries: WordList,
  confirm: ToConfirm,
  ref: RefSchema.optional(),
});

/** The term of the policy document: a printed first day, or a setting for a day left blank. */
const InForceSchema = strict({
  from: DayText,
  years: quantityOf('count'),
  startSetting: strict({ id: Id, label: Words, earliest: DayText, latest: DayText }).optional(),
  ref: RefSchema,
});

/** Days off and make-up workdays of one year; a clerk adds the next year when the notice is out. */
const HolidaySchema = strict({
  year: z.number().int().min(2000).max(2100),
  off: z.array(DayText),
  work: z.array(DayText).default([]),
  confirm: ToConfirm,
  ref: RefSchema,
});

/** district.yaml: who, where, under which paper. */
export const DistrictFileSchema = strict({
  edition: Words,
  district: strict({
    name: Words,
    short: Words,
    code: z.string().regex(/^\d{6}$/, { error: '行政区划代码不对\n写成加引号的 6 位数字，如 "330114"。' }),
    bureau: Words,
  }),
  document: DocumentSchema,
  inForce: InForceSchema,
  sources: z.array(DocumentSchema).default([]),
  streets: strict({
    ref: RefSchema,
    items: z.array(PlaceSchema).min(1, { error: '至少要有一个街道\n逐个列出街道。' }),
  }),
  areaNames: z.array(strict({ name: Words, note: Words })).default([]),
  platforms: strict({ ref: RefSchema, items: z.array(PlaceSchema) }),
  chains: strict({ ref: RefSchema, items: z.array(ChainSchema) }),
  holidays: z.array(HolidaySchema).default([]),
});
/** district.yaml after reading. */
export type DistrictFile = z.output<typeof DistrictFileSchema>;
