import { chmodSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import * as electron from 'electron';
import { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import { attachmentEndings, endingOf } from '#shared/domain/attachment.ts';
import type { DataProcess } from './data-process.ts';
import { unwrap } from './failure.ts';
import { grantFile } from './file-tokens.ts';
import type { OsHandlers } from './os-handlers.ts';

const NameSchema = z.object({ name: z.string() });
const PathSchema = z.object({ path: z.string() });

/** Choosing, opening and saving 附件. */
export function attachmentOsHandlers(
  data: DataProcess,
): Pick<OsHandlers, 'attachments.choose' | 'attachments.open' | 'attachments.saveAs'> {
  const lent = new Set<string>();
  electron.app.once('will-quit', () => lent.forEach(removeLent));
  return {
    'attachments.choose': async () => {
      const { filePaths } = await electron.dialog.showOpenDialog({
        title: '选择附件（可多选）',
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: '文档、表格、图片、压缩包', extensions: [...attachmentEndings] }],
      });
      return { files: filePaths.map(grantFile) };
    },
    'attachments.open': async ({ id }) => {
      const { path } = PathSchema.parse(unwrap(await data.call('@attachment-lend', { id })));
      lent.add(path);
      const problem = await electron.shell.openPath(path);
      if (problem !== '') throw new AppError('attachment-unopened', { file: basename(path) });
      return {};
    },
    'attachments.saveAs': async ({ id }) => {
      const { name } = NameSchema.parse(unwrap(await data.call('@attachment-name', { id })));
      const { canceled, filePath } = await electron.dialog.showSaveDialog({
        title: '附件另存为',
        defaultPath: name,
        filters: [{ name: '附件', extensions: [endingOf(name)] }],
      });
      if (canceled || filePath === undefined || filePath === '') return { saved: null };
      unwrap(await data.call('@attachment-to', { id, path: filePath }));
      return { saved: basename(filePath) };
    },
  };
}

/** A copy that its program still holds open cannot go on Windows; the next run removes it. */
function removeLent(path: string): void {
  try {
    chmodSync(path, 0o600);
    rmSync(path);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
  }
}
