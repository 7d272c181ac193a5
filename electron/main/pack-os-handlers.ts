import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as electron from 'electron';
import type { DataProcess } from './data-process.ts';
import { unwrap } from './failure.ts';
import { grantFile } from './file-tokens.ts';
import type { OsHandlers } from './os-handlers.ts';

/** Choosing the files of a pack (政策包), and saving those in use. */
export function packOsHandlers(data: DataProcess): Pick<OsHandlers, 'packs.choose' | 'packs.save'> {
  return {
    'packs.choose': async () => {
      const { filePaths } = await electron.dialog.showOpenDialog({
        title: '选择政策包文件（可多选）',
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: '政策包（YAML）', extensions: ['yaml', 'yml'] }],
      });
      return { files: filePaths.map(grantFile) };
    },
    'packs.save': async () => {
      const { canceled, filePaths } = await electron.dialog.showOpenDialog({
        title: '选择存放政策包的文件夹',
        properties: ['openDirectory', 'createDirectory'],
      });
      const [folder] = filePaths;
      if (canceled || folder === undefined) return { saved: null };
      const place = freeFolder(folder);
      unwrap(await data.call('@pack-to', { path: place }));
      return { saved: basename(place) };
    },
  };
}

/** Makes a new folder for the files of a pack, so that none that is there is written over. */
function freeFolder(parent: string): string {
  for (let count = 1; ; count += 1) {
    const tried = join(parent, count === 1 ? '政策包' : `政策包（${count}）`);
    if (existsSync(tried)) continue;
    mkdirSync(tried);
    return tried;
  }
}
