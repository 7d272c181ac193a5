import {
  type FSWatcher,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { errorLine } from '#shared/text/error-text.ts';
import type { DataProcess } from './data-process.ts';
import { logLine } from './log.ts';
import { type FoundFile, fileKey, isRosterName, newFiles } from './watched-files.ts';

const StoredSchema = z.strictObject({ folder: z.string().min(1), seen: z.array(z.string()) });
type Stored = z.output<typeof StoredSchema>;

/** What pages are told of the folder (监看文件夹); `folder` is for people to read. */
export type WatchState = {
  readonly folder: string | null;
  /** The folder cannot be read now: taken away, or a drive that is not there. */
  readonly missing: boolean;
  /** Files that were found but not read, with the reason. */
  readonly failures: readonly { readonly fileName: string; readonly message: string }[];
};

/** The folder that street offices put their rosters into. */
export type WatchedFolder = {
  readonly state: () => WatchState;
  /** Watches a folder; the files that lie in it already count as new. */
  readonly choose: (folder: string) => void;
  readonly stop: () => void;
  readonly close: () => void;
};

/** Pause between a change in the folder and a look, and between two looks where the system tells of no changes. */
const pauses = { settle: 1_500, round: 30_000 };
/** Failures that are shown; older ones go. */
const failuresKept = 20;

/**
 * Watches a folder and reads what is put there as drafts that wait; nothing is ever written to the ledger by it.
 * The choice and the files seen so far are kept in a file of this computer, since a path means nothing on another.
 * @param memory the file that keeps them
 * @param onChange called when drafts or the state changed
 */
export function watchFolder(memory: string, data: DataProcess, onChange: () => void): WatchedFolder {
  return new Watch(memory, data, onChange);
}

class Watch implements WatchedFolder {
  readonly #memory: string;
  readonly #data: DataProcess;
  readonly #onChange: () => void;
  #stored: Stored | null;
  #failures: WatchState['failures'] = [];
  #missing = false;
  #watcher: FSWatcher | null = null;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();

  constructor(memory: string, data: DataProcess, onChange: () => void) {
    this.#memory = memory;
    this.#data = data;
    this.#onChange = onChange;
    this.#stored = readMemory(memory);
    if (this.#stored !== null) this.#lookIn(pauses.settle);
  }

  state(): WatchState {
    return { folder: this.#stored?.folder ?? null, missing: this.#missing, failures: this.#failures };
  }

  choose(folder: string): void {
    this.#change({ folder, seen: [] });
  }

  stop(): void {
    this.#change(null);
  }

  close(): void {
    this.#watcher?.close();
    this.#watcher = null;
    clearTimeout(this.#timer);
  }

  #change(next: Stored | null): void {
    this.close();
    this.#stored = next;
    this.#failures = [];
    this.#missing = false;
    writeMemory(this.#memory, next);
    if (next !== null) this.#lookIn(0);
    this.#onChange();
  }

  #lookIn(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#looking = this.#looking
        .then(() => this.#look())
        .catch((error) => logLine(`the watched folder: ${String(error)}`));
    }, pause);
  }

  async #look(): Promise<void> {
    const stored = this.#stored;
    if (stored === null) return;
    const found = listFiles(stored.folder);
    if (this.#missing !== (found === null)) {
      this.#missing = found === null;
      this.#onChange();
    }
    if (found !== null && this.#watcher === null) this.#startWatcher(stored.folder);
    const { ready, waiting } = newFiles(found ?? [], new Set(stored.seen), Date.now());
    for (const file of ready) await this.#read(stored.folder, file);
    if (this.#stored?.folder === stored.folder) this.#lookIn(waiting ? pauses.settle : pauses.round);
  }

  async #read(folder: string, file: FoundFile): Promise<void> {
    const token = 'watched-file';
    const paths = { [token]: { path: join(folder, file.name), name: file.name } };
    const jobId = `watched-${fileKey(file)}`;
    const result = await this.#data.call('imports.open', { tokens: [token] }, { jobId, paths });
    // While the data process is away, or no ledger is open, the file stays new.
    if (!result.ok && (result.error.code === 'data-process-lost' || result.error.code === 'no-ledger'))
      return;
    if (this.#stored?.folder !== folder) return;
    const refused = refusalOf(result);
    if (refused !== null) {
      const failure = { fileName: file.name, message: refused };
      this.#failures = [failure, ...this.#failures].slice(0, failuresKept);
    }
    this.#stored = { folder, seen: [...this.#stored.seen, fileKey(file)] };
    writeMemory(this.#memory, this.#stored);
    this.#onChange();
  }

  #startWatcher(folder: string): void {
    try {
      this.#watcher = watch(folder, { persistent: false }, () => this.#lookIn(pauses.settle));
      this.#watcher.on('error', () => {
        this.#watcher?.close();
        this.#watcher = null;
      });
    } catch (error) {
      // Some network folders tell of no changes; the rounds find the files there.
      logLine(`no changes are told of the watched folder: ${String(error)}`);
    }
  }
}

/** Why a file became no draft: it could not be opened, or nothing in it was a table. */
function refusalOf(result: Awaited<ReturnType<DataProcess['call']>>): string | null {
  if (!result.ok) return errorLine(result.error);
  const draft = z
    .object({ tables: z.array(z.unknown()), failures: z.array(z.object({ message: z.string() })) })
    .parse(result.value);
  return draft.tables.length > 0 ? null : (draft.failures[0]?.message ?? '没有认出名册。');
}

function listFiles(folder: string): readonly FoundFile[] | null {
  try {
    return readdirSync(folder)
      .filter(isRosterName)
      .flatMap((name) => {
        const found = statSync(join(folder, name), { throwIfNoEntry: false });
        return found?.isFile() ? [{ name, size: found.size, changedAt: found.mtimeMs }] : [];
      });
  } catch {
    return null; // the page says that the folder cannot be read
  }
}

function readMemory(path: string): Stored | null {
  try {
    return StoredSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null; // never chosen, or a damaged note: the person chooses again
  }
}

function writeMemory(path: string, stored: Stored | null): void {
  writeFileSync(`${path}.partial`, JSON.stringify(stored));
  renameSync(`${path}.partial`, path);
}
