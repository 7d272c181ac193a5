import { z } from 'zod';
import { errorCodes } from '#shared/contract/errors.ts';
import { job, os, read, write } from '#shared/contract/method.ts';
import { DaySchema, IdSchema, NothingSchema, pageShape } from '#shared/contract/values.ts';

/** Ticket for a file that main has seen; the page never learns its path. */
export const FileTokenSchema = z.strictObject({
  token: z.string().min(8).max(80),
  name: z.string(),
  size: z.number().int(),
});

/** What a clerk may do with a row. 新增, 变更, 无变化, 冲突, 错误（不导入）, 忽略. */
const rowOutcomes = ['create', 'update', 'unchanged', 'conflict', 'reject', 'ignore'] as const;

/** One remark on a row, with the cell it is about. */
export const RowIssueSchema = z.strictObject({
  cell: z.string(),
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  /** What the sender or the clerk can do about it. */
  fix: z.string().nullable(),
});

/** Counts of one table of a roster; `rows` is the number of data rows and the sum of all the others. */
export const RosterCountsSchema = z.strictObject({
  rows: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  conflicts: z.number().int(),
  rejected: z.number().int(),
  ignored: z.number().int(),
  /** Rows among created and updated that wait for 确认 because of a warning. */
  toConfirm: z.number().int(),
});

/** One table found in a file: sheet, header, columns, counts. */
const DraftTableSchema = z.strictObject({
  /** Position in the draft, from 0. */
  table: z.number().int(),
  fileName: z.string(),
  sheet: z.string(),
  /** Row number of the (last) header row. */
  headerRow: z.number().int(),
  kind: z.enum(['firms', 'titles']),
  /** Why it was taken for that kind. */
  kindReason: z.string(),
  columns: z.array(
    z.strictObject({
      /** Column number from 1 and its letter. */
      index: z.number().int(),
      letter: z.string(),
      header: z.string(),
      /** Field it feeds; null when ignored. */
      field: z.string().nullable(),
      fieldLabel: z.string().nullable(),
      /** Unit applied, such as 万元. */
      unit: z.string().nullable(),
      /** A likely field that a person must confirm; never used by itself. */
      suggestion: z.string().nullable(),
      samples: z.array(z.string()),
    }),
  ),
  /** Lines outside the data (titles, totals, notes) with the reason they were left out. */
  skippedLines: z.array(z.strictObject({ row: z.number().int(), reason: z.string() })),
  counts: RosterCountsSchema,
  issues: z.array(RowIssueSchema),
  /** True when the same file was committed before. */
  seenBefore: z.boolean(),
});

/** A field a column can be given to, for the mapping step. */
const FieldChoiceSchema = z.strictObject({
  field: z.string(),
  label: z.string(),
});

/** A roster opened, checked and compared, with nothing written yet. */
export const DraftSchema = z.strictObject({
  draftId: z.string(),
  tables: z.array(DraftTableSchema),
  fieldChoices: z.strictObject({
    firms: z.array(FieldChoiceSchema),
    titles: z.array(FieldChoiceSchema),
  }),
  /** Files that could not be read, with the reason. */
  failures: z.array(
    z.strictObject({
      fileName: z.string(),
      code: z.enum(errorCodes),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      /** The Chinese text of the code, whole. */
      message: z.string(),
    }),
  ),
});

/** One row of the preview. */
export const DraftRowSchema = z.strictObject({
  table: z.number().int(),
  row: z.number().int(),
  outcome: z.enum(rowOutcomes),
  /** Kept back until someone confirms the warning. */
  toConfirm: z.boolean(),
  confirmed: z.boolean(),
  name: z.string().nullable(),
  code: z.string().nullable(),
  reason: z.string().nullable(),
  changes: z.array(
    z.strictObject({
      field: z.string(),
      label: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  issues: z.array(RowIssueSchema),
});

/** What an import did. */
const ReceiptSchema = z.strictObject({
  changeSetId: IdSchema.nullable(),
  files: z.array(
    z.strictObject({
      fileName: z.string(),
      kind: z.enum(['firms', 'titles']),
      sheet: z.string(),
      headerRow: z.number().int(),
      counts: RosterCountsSchema,
      issues: z.array(RowIssueSchema),
    }),
  ),
});

/** One committed import in the history. */
const ImportRowSchema = z.strictObject({
  id: IdSchema,
  changeSetId: IdSchema,
  at: z.string(),
  actor: z.string(),
  fileName: z.string(),
  kind: z.enum(['firms', 'titles']),
  sheet: z.string(),
  counts: RosterCountsSchema,
  undone: z.boolean(),
});

/** Importing rosters (名册导入). */
export const importMethods = {
  'files.choose': os(NothingSchema, z.strictObject({ files: z.array(FileTokenSchema) })),
  'imports.open': job(
    z.strictObject({
      tokens: z.array(z.string().min(8).max(80)).min(1).max(50),
      /** Kind to take every table for; null lets its columns decide. */
      kind: z.enum(['firms', 'titles']).nullable().default(null),
    }),
    DraftSchema,
  ),
  'imports.draft': read(z.strictObject({ draftId: z.string().max(80) }), DraftSchema),
  'imports.rows': read(
    z.strictObject({
      draftId: z.string().max(80),
      table: z.number().int().min(0).nullable().default(null),
      outcomes: z.array(z.enum(rowOutcomes)).max(6).default([]),
      onlyIssues: z.boolean().default(false),
      /** Only rows with a warning that asks for 确认, whether confirmed yet or not. */
      onlyToConfirm: z.boolean().default(false),
      ...pageShape,
    }),
    z.strictObject({ total: z.number().int(), rows: z.array(DraftRowSchema) }),
  ),
  'imports.remap': job(
    z.strictObject({
      draftId: z.string().max(80),
      table: z.number().int().min(0),
      kind: z.enum(['firms', 'titles']),
      columns: z
        .array(
          z.strictObject({
            index: z.number().int().min(1),
            field: z.string().max(80).nullable(),
          }),
        )
        .max(300),
    }),
    DraftSchema,
  ),
  /** Confirms (or takes back) rows kept back by a warning; `rows` null means all of the table. */
  'imports.confirm': write(
    z.strictObject({
      draftId: z.string().max(80),
      table: z.number().int().min(0),
      rows: z.array(z.number().int().min(1)).max(100000).nullable(),
      confirmed: z.boolean(),
    }),
    DraftSchema,
  ),
  'imports.commit': job(z.strictObject({ draftId: z.string().max(80) }), ReceiptSchema),
  'imports.discard': write(z.strictObject({ draftId: z.string().max(80) }), NothingSchema),
  'imports.list': read(
    z.strictObject({ ...pageShape }),
    z.strictObject({ total: z.number().int(), rows: z.array(ImportRowSchema) }),
  ),
  'imports.source': read(
    z.strictObject({ firmId: IdSchema }),
    z.strictObject({
      rows: z.array(
        z.strictObject({
          fileName: z.string(),
          sheet: z.string(),
          row: z.number().int(),
          at: z.string(),
          on: DaySchema.nullable(),
        }),
      ),
    }),
  ),
};
