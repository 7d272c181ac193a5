import { writeTableFile } from '#electron/excel/write/write-table-file.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Context } from '../context.ts';
import { getDraft } from '../imports/draft-work.ts';
import type { JobControl } from '../job-control.ts';
import { errorSheets } from './error-sheets.ts';
import { targetFile } from './target-file.ts';

/** Writes the rows of a draft that cannot be imported as they are (错误清单): a new file, never the sender's own. */
export async function exportErrors(
  context: Context,
  { draftId, fileName, target }: ParsedInputOf<'exports.errors'>,
  job: JobControl,
): Promise<OutputOf<'exports.errors'>> {
  const file = targetFile(context, target);
  const { tables } = await getDraft(context, draftId, job);
  const mine = tables.filter((table) => fileName === null || table.fileName === fileName);
  const { sheets, rows } = errorSheets(mine);
  if (sheets.length === 0) throw new AppError('export-empty');
  await writeTableFile(file.path, sheets, {
    signal: job.signal,
    onRows: (done) => job.progress('写出', done, rows),
  });
  return { fileName: file.name, rows, changeSetId: null };
}
