import * as electron from 'electron';
import type { OutputOf } from '#shared/contract/api.ts';
import type { OsHandlers } from './os-handlers.ts';
import type { WatchedFolder } from './watched-folder.ts';

/** Choosing and leaving the watched folder (监看文件夹); its path comes from the system's dialog, never from a page. */
export function watchOsHandlers(
  watched: WatchedFolder,
): Pick<OsHandlers, 'watch.get' | 'watch.choose' | 'watch.stop'> {
  const state = (): OutputOf<'watch.get'> => {
    const { folder, missing, failures } = watched.state();
    return { folder, missing, failures: failures.map((each) => ({ ...each })) };
  };
  return {
    'watch.get': state,
    'watch.choose': async () => {
      const { canceled, filePaths } = await electron.dialog.showOpenDialog({
        title: '选择监看文件夹',
        properties: ['openDirectory', 'createDirectory'],
      });
      const [folder] = filePaths;
      if (!canceled && folder !== undefined) watched.choose(folder);
      return state();
    },
    'watch.stop': () => {
      watched.stop();
      return state();
    },
  };
}
