import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Makes sure the bytes are on the disk and not only in a cache. */
export function syncPath(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A new name is safe only when its folder is written too; Windows does this by itself and opens no folders. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
