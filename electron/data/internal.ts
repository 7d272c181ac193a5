import { copyFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { backupLedger } from '#electron/db/backup.ts';
import { changeSet } from '#electron/db/change-set.ts';
import { countFirms } from '#electron/db/tables/firms.ts';
import { writeTableFile } from '#electron/excel/write/write-table-file.ts';
import { ReportSpecSchema } from '#shared/contract/methods/reports.ts';
import { IdSchema } from '#shared/contract/values.ts';
import { contentsBeside } from './attachments/attachment-files.ts';
import { attachmentById, readAttachment } from './attachments/read-attachment.ts';
import type { Context } from './context.ts';
import { ledgerPackFiles } from './ledger-pack.ts';
import { parseInput } from './parse-input.ts';
import { reportSheets } from './report-sheets.ts';
import { buildReport } from './reports.ts';
import { writeWhole } from './write-whole.ts';

const PathSchema = z.strictObject({ path: z.string().min(1) });
const WhichSchema = z.strictObject({ id: IdSchema });
/** How a paper leaves, and what the audit trail calls it. */
const paperWords = { print: '打印', pdf: 'PDF', xlsx: 'Excel', docx: 'Word' } as const;
const PaperLogSchema = z.strictObject({
  /** File name of the paper without ending. */
  name: z.string().min(1).max(200),
  how: z.enum(['print', 'pdf', 'xlsx', 'docx']),
});
const ReportFileSchema = z.strictObject({ spec: ReportSpecSchema, path: z.string().min(1) });

/**
 * Calls between the processes that pages cannot make: their names begin with `@`, which no method of the
 * contract table does, and the router of the main process never forwards them for a page.
 */
export const internalMethods = {
  /** Writes the workbook of a paper to the place that a person chose. */
  '@excel': internal(ReportFileSchema, async (context, { spec, path }) => {
    const sheets = reportSheets(buildReport(context.open(), spec));
    await writeTableFile(path, sheets, { signal: new AbortController().signal, onRows: () => undefined });
    return {};
  }),
  /** Writes a paper as a document to the place that a person chose. */
  '@word': internal(ReportFileSchema, async (context, { spec, path }) => {
    // Read only here: the library is large, and few papers are edited.
    const { reportDocument } = await import('#electron/word/report-document.ts');
    const bytes = await reportDocument(buildReport(context.open(), spec));
    await writeWhole(path, (partial) => writeFile(partial, bytes));
    return {};
  }),
  /** Takes down that a paper left the ledger, how, and which; the paper itself does not stand there. */
  '@paper-log': internal(PaperLogSchema, (context, { name, how }) => {
    logCopy(context, 'paper', `${paperWords[how]}：${name}`);
    return {};
  }),
  /** The four files of the pack in use, into a folder that a person chose. */
  '@pack-to': internal(PathSchema, async (context, { path }) => {
    for (const file of ledgerPackFiles(context.open().ledger))
      await writeFile(join(path, basename(file.path)), file.text, { flag: 'wx' });
    return {};
  }),
  /** Name of an attachment, for the dialog that asks where to save it. */
  '@attachment-name': internal(WhichSchema, (context, { id }) => ({
    name: attachmentById(context, id).name,
  })),
  /** A copy of an attachment for the system to open; answers its path. */
  '@attachment-lend': internal(WhichSchema, async (context, { id }) => {
    const { path, name } = await readAttachment(context, id);
    return { path: await context.attachments.lend(path, name) };
  }),
  /** A copy of an attachment at a path that a person chose. */
  '@attachment-to': internal(WhichSchema.extend(PathSchema.shape), async (context, { id, path }) => {
    const content = await readAttachment(context, id);
    await writeWhole(path, (partial) => copyFile(content.path, partial));
    return {};
  }),
  /** A verified copy of the ledger, with its attachments beside it, at a path that a person chose. */
  '@backup-to': internal(PathSchema, (context, { path }) => {
    backupLedger(context.open().ledger, path);
    context.attachments.copyTo(contentsBeside(path));
    logCopy(context, 'backup-copy', basename(path));
    return {};
  }),
  /** Goes back to the copy at a path that a person named. */
  '@restore-from': internal(PathSchema, (context, { path }) => {
    context.restore(path, basename(path));
    return {};
  }),
  /** The copy of the day, unless it is made already or there is no firm to lose. */
  '@daily-backup': internal(z.strictObject({}), (context) => {
    const open = context.opened();
    if (open !== undefined && countFirms(open.ledger.read).firms > 0) context.backups.makeDaily(open.ledger);
    return {};
  }),
} as const;

/** A change set without rows: what left the ledger, by whom and when. */
function logCopy(context: Context, kind: string, reason: string): void {
  changeSet(
    context.open().ledger,
    { actor: context.actor, kind, reason, at: context.now(), keepEmpty: true },
    () => undefined,
  );
}

/** Validates the input of an internal method before its work, as the contract table does for pages. */
function internal<S extends z.ZodType>(
  schema: S,
  work: (context: Context, input: z.output<S>) => unknown,
): (context: Context, input: unknown) => unknown {
  return (context, input) => work(context, parseInput(schema, input));
}

/** Name of an internal method. */
export type InternalMethodName = keyof typeof internalMethods;

/** Whether a text names an internal method (own keys only). */
export function isInternalMethodName(text: string): text is InternalMethodName {
  return Object.hasOwn(internalMethods, text);
}
