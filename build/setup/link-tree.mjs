import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * Makes a second tree of the same files, as package managers do: the files are the same on disk where the disk can do
 * that, copies otherwise. Names for which `leaveOut` answers true stay behind.
 */
export function linkTree(from, to, leaveOut = () => false) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (leaveOut(entry.name)) continue;
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkFile(source, target);
  }
}

/** Another disk, or one without links, refuses; then the file is copied. */
function linkFile(source, target) {
  try {
    linkSync(source, target);
  } catch (error) {
    if (error.code === 'EEXIST') throw error;
    copyFileSync(source, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  }
}
