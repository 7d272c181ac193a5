import { z } from 'zod';
import { errorCodes } from '#shared/contract/errors.ts';
import { job, os, read, write } from '#shared/contract/method.ts';
import { DaySchema, IdSchema, NothingSchema, pageShape, TextSchema } from '#shared/contract/values.ts';
import { importModes } from '#shared/roster/decide.ts';
import { rosterKinds } from '#shared/roster/kinds.ts';

/** Ticket for a file that main has seen; the page never learns its path. */
export const FileTokenSchema = z.strictObject({
  token: z.string().min(8).max(80),
  name: z.string(),
  size: z.number().int(),
});

/** What a clerk may do with a row. 新增, 变更, 无变化, 冲突, 错误（不导入）, 忽略. */
const rowOutcomes = ['create', 'update', 'unchanged', 'conflict', 'reject', 'ignore'] as const;

/** 企业名册, 认定名单, 复核名单, 公示名单. */
const KindSchema = z.enum(rosterKinds);
/** Id of a draft. */
const DraftIdSchema = z.string().max(80);
/** One table of a draft. */
const targetShape = { draftId: DraftIdSchema, table: z.number().int().min(0) };

/** What a person decides about one row. */
const DecisionSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('skip') }),
  z.strictObject({ action: z.literal('firm'), firmId: IdSchema, identity: z.enum(['ledger', 'roster']) }),
  z.strictObject({ action: z.literal('new') }),
  z.strictObject({ action: z.literal('use') }),
]);

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
  kind: KindSchema,
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
      /** Both fields in words, where every cell states two (联系人及电话). */
      together: z.string().nullable(),
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
  /** True when the columns were taken over from an earlier import of the same layout. */
  remembered: z.boolean(),
  mode: z.enum(importModes),
  /** Fields whose blank cells erase what the ledger holds. */
  clearBlanks: z.array(z.string()),
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
  fieldChoices: z.record(KindSchema, z.array(FieldChoiceSchema)),
  /** Sheets that were not read, with the reason. */
  leftOut: z.array(z.strictObject({ fileName: z.string(), sheet: z.string(), reason: z.string() })),
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
  /** The cells of all columns that are used, blank ones too, so that they can be corrected in place. */
  cells: z.array(
    z.strictObject({
      field: z.string(),
      label: z.string(),
      address: z.string(),
      raw: z.string(),
      /** What the sender wrote, where the cell was corrected by hand in this draft. */
      original: z.string().nullable(),
    }),
  ),
  /** Codes that a damaged one may have been. */
  codeCandidates: z.array(z.string()),
  /** What a person can decide about it, and what was decided. */
  choices: z.array(z.strictObject({ decision: DecisionSchema, label: z.string() })),
  decision: DecisionSchema.nullable(),
});

/** What an import did. */
const ReceiptSchema = z.strictObject({
  changeSetId: IdSchema.nullable(),
  files: z.array(
    z.strictObject({
      fileName: z.string(),
      kind: KindSchema,
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
  kind: KindSchema,
  sheet: z.string(),
  counts: RosterCountsSchema,
  undone: z.boolean(),
});

/** The watched folder (监看文件夹) of this computer: `folder` is for people to read, null while there is none. */
const WatchSchema = z.strictObject({
  folder: z.string().nullable(),
  /** The folder cannot be read now. */
  missing: z.boolean(),
  /** Files found there that could not be read, newest first. */
  failures: z.array(z.strictObject({ fileName: z.string(), message: z.string() })),
});

/** Importing rosters (名册导入). */
export const importMethods = {
  'files.choose': os(NothingSchema, z.strictObject({ files: z.array(FileTokenSchema) })),
  'imports.open': job(
    z.strictObject({
      tokens: z.array(z.string().min(8).max(80)).min(1).max(50),
      /** Kind to take every table for; null lets its columns decide. */
      kind: KindSchema.nullable().default(null),
      /** Whether the draft is kept beside the ledger, to go on with after a restart. */
      keep: z.boolean().default(true),
    }),
    DraftSchema,
  ),
  /** The folder that rosters are read from by themselves, as drafts that wait (监看文件夹). */
  'watch.get': os(NothingSchema, WatchSchema),
  /** Asks for the folder; unchanged when the person turns back. */
  'watch.choose': os(NothingSchema, WatchSchema),
  'watch.stop': os(NothingSchema, WatchSchema),
  'imports.draft': read(z.strictObject({ draftId: DraftIdSchema }), DraftSchema),
  /** Drafts that wait to be gone on with, newest first. */
  'imports.drafts': read(
    NothingSchema,
    z.strictObject({
      drafts: z.array(
        z.strictObject({ draftId: DraftIdSchema, at: z.string(), fileNames: z.array(z.string()) }),
      ),
    }),
  ),
  'imports.rows': read(
    z.strictObject({
      draftId: DraftIdSchema,
      table: z.number().int().min(0).nullable().default(null),
      outcomes: z.array(z.enum(rowOutcomes)).max(6).default([]),
      onlyIssues: z.boolean().default(false),
      /** Only rows with a warning that asks for 确认, whether confirmed yet or not. */
      onlyToConfirm: z.boolean().default(false),
      /** Only the row with this number; null is every row. */
      row: z.number().int().min(1).nullable().default(null),
      ...pageShape,
    }),
    z.strictObject({ total: z.number().int(), rows: z.array(DraftRowSchema) }),
  ),
  'imports.remap': job(
    z.strictObject({
      ...targetShape,
      kind: KindSchema,
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
      ...targetShape,
      rows: z.array(z.number().int().min(1)).max(100000).nullable(),
      confirmed: z.boolean(),
    }),
    DraftSchema,
  ),
  /** Corrects one cell in place, by row and field; null takes the correction back. */
  'imports.fix': write(
    z.strictObject({
      ...targetShape,
      row: z.number().int().min(1),
      field: z.string().max(80),
      text: TextSchema.nullable(),
    }),
    DraftSchema,
  ),
  /** Decides about rows; null takes decisions back. */
  'imports.decide': write(
    z.strictObject({
      ...targetShape,
      rows: z.array(z.number().int().min(1)).min(1).max(100000),
      decision: DecisionSchema.nullable(),
    }),
    DraftSchema,
  ),
  /** Decides the same way about every conflict of a table that offers it. */
  'imports.decideConflicts': write(
    z.strictObject({ ...targetShape, way: z.enum(['skip', 'ledger', 'roster']) }),
    DraftSchema,
  ),
  /** 新增和更新、仅新增、仅更新, and the fields whose blanks erase. */
  'imports.setOptions': write(
    z.strictObject({
      ...targetShape,
      mode: z.enum(importModes),
      clearBlanks: z.array(z.string().max(80)).max(50),
    }),
    DraftSchema,
  ),
  'imports.commit': job(z.strictObject({ draftId: DraftIdSchema }), ReceiptSchema),
  'imports.discard': write(z.strictObject({ draftId: DraftIdSchema }), NothingSchema),
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
