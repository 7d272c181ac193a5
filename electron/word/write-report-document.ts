import { rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { Report } from '#shared/report/report.ts';
import { reportDocument } from './report-document.ts';

/** Writes a paper as a Word document beside its place and puts it there when it is whole. Throws `file-write-failed`. */
export async function writeReportDocument(path: string, report: Report): Promise<void> {
  const bytes = await reportDocument(report);
  try {
    await writeFile(`${path}.partial`, bytes);
    await rename(`${path}.partial`, path);
  } catch (error) {
    await rm(`${path}.partial`, { force: true });
    const failure = new AppError('file-write-failed', { file: basename(path) });
    failure.cause = error;
    throw failure;
  }
}
