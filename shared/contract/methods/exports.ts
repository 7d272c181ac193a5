import { z } from 'zod';
import { job, os } from '#shared/contract/method.ts';
import {
  DaySchema,
  IdSchema,
  NothingSchema,
  PackIdSchema,
  TextSchema,
  YearSchema,
} from '#shared/contract/values.ts';
import { recordKinds } from '#shared/roster/kinds.ts';
import { templateKinds } from '#shared/roster/template.ts';
import { firmListColumns } from '#shared/text/firm-columns.ts';
import { FirmFilterSchema, FirmSortSchema } from './firms.ts';

/** Ticket for a place that a person chose to save to; the page never learns its path. */
const TicketSchema = z.string().min(8).max(80);

/** Personal data in clear needs a person's word; what it is for stands in the audit trail. */
const privacyShape = {
  unmasked: z.boolean().default(false),
  /** 用途, kept with an unmasked copy. */
  purpose: TextSchema.default(''),
};

/** What was written: name of the file, rows, and the change set that records the copy; null when nothing of the ledger is in it. */
const WrittenSchema = z.strictObject({
  fileName: z.string(),
  rows: z.number().int(),
  changeSetId: IdSchema.nullable(),
});

/** Lists, templates and error lists that leave the application as files (名册导出). */
export const exportMethods = {
  /** Asks where to save; null when the person turns back. */
  'files.chooseTarget': os(
    z.strictObject({ name: z.string().min(1).max(200), format: z.enum(['xlsx', 'csv']) }),
    z.strictObject({ target: z.strictObject({ token: TicketSchema, name: z.string() }).nullable() }),
  ),
  /** Shows a file that was saved in its folder. */
  'files.reveal': os(z.strictObject({ token: TicketSchema }), NothingSchema),
  /** The list of firms as it stands on screen: 当前条件, 选中的, or 全部. */
  'exports.firms': job(
    z.strictObject({
      target: TicketSchema,
      scope: z.enum(['filter', 'selection', 'all']),
      /** Conditions of the list; with 全部 and 选中的 only its day counts. */
      filter: FirmFilterSchema,
      /** The firms of 选中的. */
      ids: z.array(IdSchema).max(200_000).default([]),
      sort: FirmSortSchema,
      columns: z.array(z.enum(firmListColumns)).max(firmListColumns.length),
      ...privacyShape,
    }),
    WrittenSchema,
  ),
  /** Claims of a year or of a batch with their accounts, and the payments on them. */
  'exports.awards': job(
    z.strictObject({
      target: TicketSchema,
      year: YearSchema.nullable(),
      batchId: IdSchema.nullable(),
      ...privacyShape,
    }),
    WrittenSchema,
  ),
  /** The records of one kind of all firms, in the columns of their form. */
  'exports.records': job(z.strictObject({ target: TicketSchema, kind: z.enum(recordKinds) }), WrittenSchema),
  /** A form for a street, empty or filled with what the ledger knows (报送模板). */
  'exports.template': job(
    z.strictObject({
      target: TicketSchema,
      kind: z.enum(templateKinds),
      streetId: PackIdSchema.nullable(),
      filled: z.boolean(),
      ...privacyShape,
    }),
    WrittenSchema,
  ),
  /** The audit trail of a period (变更历史), personal data masked. */
  'exports.changes': job(
    z.strictObject({ target: TicketSchema, from: DaySchema, to: DaySchema }),
    WrittenSchema,
  ),
  /** The rows of a draft that cannot be imported, for the sender to mend (错误清单). */
  'exports.errors': job(
    z.strictObject({
      target: TicketSchema,
      draftId: z.string().max(80),
      /** Only the tables of this file; null for all. */
      fileName: z.string().max(300).nullable(),
    }),
    WrittenSchema,
  ),
};
