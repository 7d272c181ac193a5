import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { type Core, createCore } from '#electron/data/core.ts';
import { AppError } from '#shared/contract/errors.ts';
import { type CliArguments, type CliIo, required } from './command.ts';

/** Opens the core on `--db` for one piece of work and closes it whatever happens. */
export async function withCore<T>(
  args: CliArguments,
  io: CliIo,
  work: (core: Core, databasePath: string) => Promise<T>,
  mustExist = true,
): Promise<T> {
  const databasePath = resolve(required(args, 'db'));
  if (mustExist && !existsSync(databasePath)) throw new AppError('ledger-missing', { file: databasePath });
  const core = createCore({
    databasePath,
    actor: operatorName(),
    emit: () => undefined,
    log: (id, error) =>
      io.stderr(`[${id}] ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  });
  try {
    return await work(core, databasePath);
  } finally {
    core.close();
  }
}

/** Name of the system account, as the audit trail records it for work without a window. */
function operatorName(): string {
  try {
    return userInfo().username;
  } catch {
    // Accounts without an entry in the system's user list exist on some servers; the trail still needs a name.
    return '命令行';
  }
}
