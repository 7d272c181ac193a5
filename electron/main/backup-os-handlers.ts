import { basename } from 'node:path';
import * as electron from 'electron';
import { localDay } from '#shared/domain/day.ts';
import type { DataProcess } from './data-process.ts';
import { unwrap } from './failure.ts';
import { grantFile } from './file-tokens.ts';
import type { OsHandlers } from './os-handlers.ts';

/** Choosing a copy of the ledger to go back to, and saving one elsewhere. */
export function backupOsHandlers(data: DataProcess): Pick<OsHandlers, 'backups.choose' | 'backups.saveCopy'> {
  return {
    'backups.choose': async () => {
      const { filePaths } = await electron.dialog.showOpenDialog({
        title: '选择备份文件',
        properties: ['openFile'],
        filters: [
          { name: '台账备份', extensions: ['sqlite', 'bak'] },
          { name: '所有文件', extensions: ['*'] },
        ],
      });
      return { files: filePaths.slice(0, 1).map(grantFile) };
    },
    'backups.saveCopy': async () => {
      const { canceled, filePath } = await electron.dialog.showSaveDialog({
        title: '另存一份备份',
        defaultPath: `梯度131台账备份-${localDay(new Date())}.sqlite`,
        filters: [{ name: '台账备份', extensions: ['sqlite'] }],
      });
      if (canceled || filePath === undefined || filePath === '') return { saved: null };
      unwrap(await data.call('@backup-to', { path: filePath }));
      return { saved: basename(filePath) };
    },
  };
}
