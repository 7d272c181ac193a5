import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import * as electron from 'electron';
import { app } from 'electron';
import type { OsMethodName, OutputOf, ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { LicenceSchema, ReportSchema } from '#shared/contract/methods/reports.ts';
import { safeFileName } from '#shared/text/file-name.ts';
import { attachmentOsHandlers } from './attachment-os-handlers.ts';
import { backupOsHandlers } from './backup-os-handlers.ts';
import type { DataProcess } from './data-process.ts';
import { unwrap } from './failure.ts';
import { grantFile, grantTarget, targetPath } from './file-tokens.ts';
import { packOsHandlers } from './pack-os-handlers.ts';
import { countPages, type ReportSpec, reportPdf, reportReady, withReportWindow } from './report-window.ts';
import { watchOsHandlers } from './watch-os-handlers.ts';
import type { WatchedFolder } from './watched-folder.ts';

/** Handlers of the main process, one for each method of kind `os`; a missing one does not compile. */
export type OsHandlers = {
  readonly [M in OsMethodName]: (input: ParsedInputOf<M>) => OutputOf<M> | Promise<OutputOf<M>>;
};

/** Makes the handlers; dialogs are looked up at each call, so that tests can answer them. */
export function createOsHandlers(data: DataProcess, watched: WatchedFolder): OsHandlers {
  return {
    'files.choose': async () => {
      const { filePaths } = await electron.dialog.showOpenDialog({
        title: '选择名册',
        properties: ['openFile', 'multiSelections'],
        filters: [
          {
            name: '名册（Excel、WPS 表格、CSV）',
            extensions: ['xlsx', 'xlsm', 'xls', 'et', 'ods', 'csv', 'tsv', 'txt', 'xml', 'htm', 'html'],
          },
          { name: '所有文件', extensions: ['*'] },
        ],
      });
      return { files: filePaths.map(grantFile) };
    },
    'files.chooseTarget': async ({ name, format }) => {
      const { canceled, filePath } = await electron.dialog.showSaveDialog({
        title: '保存到',
        defaultPath: `${safeFileName(name)}.${format}`,
        filters: [{ name: format === 'csv' ? 'CSV（逗号分隔）' : 'Excel 工作簿', extensions: [format] }],
      });
      if (canceled || filePath === undefined || filePath === '') return { target: null };
      return { target: grantTarget(withEnding(filePath, format)) };
    },
    'files.reveal': ({ token }) => {
      const path = targetPath(token);
      if (path === undefined || !existsSync(path))
        throw new AppError('file-missing', { file: basename(path ?? '') });
      electron.shell.showItemInFolder(path);
      return {};
    },
    ...backupOsHandlers(data),
    ...packOsHandlers(data),
    ...attachmentOsHandlers(data),
    ...watchOsHandlers(watched),
    'reports.pdf': async (spec) => {
      const bytes = await reportPdf(spec);
      return { bytes, pages: countPages(bytes) };
    },
    'reports.savePdf': async (spec) => ({
      saved: await save(data, spec, 'pdf', async (path) => writeWhole(path, await reportPdf(spec))),
    }),
    'reports.saveExcel': async (spec) => ({
      saved: await save(data, spec, 'xlsx', async (path) => {
        unwrap(await data.call('@excel', { spec, path }));
      }),
    }),
    'reports.saveWord': async (spec) => ({
      saved: await save(data, spec, 'docx', async (path) => {
        unwrap(await data.call('@word', { spec, path }));
      }),
    }),
    'reports.print': async (spec) => {
      const printed = await withReportWindow(
        spec,
        (window) =>
          new Promise<boolean>((resolve) => {
            window.webContents.print({ silent: false, printBackground: true }, (success) => resolve(success));
          }),
      );
      if (printed) unwrap(await data.call('@paper-log', { name: await paperName(data, spec), how: 'print' }));
      return { printed };
    },
    'reports.ready': ({ ticket, failure }) => {
      reportReady(ticket, failure);
      return {};
    },
    'app.licences': async () => {
      const text = await readFile(join(__dirname, '../renderer/licences.json'), 'utf8');
      return { packages: LicenceSchema.array().parse(JSON.parse(text)) };
    },
    'app.about': () => ({
      version: app.getVersion(),
      electron: process.versions.electron ?? '',
      chrome: process.versions.chrome ?? '',
      node: process.versions.node,
    }),
  };
}

const fileKinds = { pdf: 'PDF', xlsx: 'Excel 工作簿', docx: 'Word 文档' } as const;

/** Asks where to save and lets the paper be written there; answers its name, or null when the person cancels. */
async function save(
  data: DataProcess,
  spec: ReportSpec,
  ending: keyof typeof fileKinds,
  write: (path: string) => Promise<void>,
): Promise<string | null> {
  const name = await paperName(data, spec);
  const { canceled, filePath } = await electron.dialog.showSaveDialog({
    title: '保存报表',
    defaultPath: `${name}.${ending}`,
    filters: [{ name: fileKinds[ending], extensions: [ending] }],
  });
  if (canceled || filePath === undefined || filePath === '') return null;
  await write(filePath);
  unwrap(await data.call('@paper-log', { name, how: ending }));
  return basename(filePath);
}

/** File name of a paper without ending. */
async function paperName(data: DataProcess, spec: ReportSpec): Promise<string> {
  return ReportSchema.parse(unwrap(await data.call('reports.get', spec))).fileName;
}

/** Some dialogs leave the ending to the program; a file that is there already was not agreed to be replaced then. */
function withEnding(path: string, format: string): string {
  if (extname(path).toLowerCase() === `.${format}`) return path;
  for (let count = 1; ; count += 1) {
    const tried = `${path}${count === 1 ? '' : `（${count}）`}.${format}`;
    if (!existsSync(tried)) return tried;
  }
}

/** Makes a file beside its place and puts it there when it is whole. */
function writeWhole(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(`${path}.partial`, bytes);
    renameSync(`${path}.partial`, path);
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      throw new AppError('file-write-failed', { file: basename(path) });
    throw error;
  }
}
