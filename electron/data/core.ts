import { createLedger } from '#electron/db/open.ts';
import { checkBackup } from '#electron/db/restore.ts';
import { api, type DataMethodName, isMethodName } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { EventName, EventOf } from '#shared/contract/events.ts';
import type { Result } from '#shared/contract/result.ts';
import { localDay } from '#shared/domain/day.ts';
import { openAttachmentFiles } from './attachments/attachment-files.ts';
import { openBackupFiles } from './backups/backup-files.ts';
import { restoreLedger } from './backups/restore-ledger.ts';
import type { Context, GrantedFile, OpenLedger } from './context.ts';
import { type ErrorLog, toFailure } from './failure.ts';
import { handlers } from './handlers/index.ts';
import { openDraftFiles } from './imports/draft-files.ts';
import { createDraftStore } from './imports/draft-store.ts';
import { internalMethods, isInternalMethodName } from './internal.ts';
import { createJobControl } from './job-control.ts';
import { openExisting, openPack } from './open-existing.ts';
import { parseInput } from './parse-input.ts';

/** What the core needs from whoever hosts it: the data process, the command line, a test. */
export type CoreOptions = {
  /** The one ledger this core serves; it need not exist yet. */
  readonly databasePath: string;
  /** Who is at work, for the audit trail. */
  readonly actor: string;
  readonly emit: <E extends EventName>(event: E, payload: EventOf<E>) => void;
  readonly log: ErrorLog;
  /** Clock for the audit trail and "today"; tests fix it. */
  readonly now?: () => Date;
  /** Also validates what handlers answer; on in tests. */
  readonly checkOutput?: boolean;
};

/** What comes with a call beside its input. */
export type CallOptions = {
  readonly jobId?: string | null;
  readonly paths?: Readonly<Record<string, GrantedFile>>;
};

/** The whole application without a window. */
export type Core = {
  readonly call: (method: string, input: unknown, options?: CallOptions) => Promise<Result<unknown>>;
  readonly cancel: (jobId: string) => void;
  readonly close: () => void;
};

/**
 * Makes the core: opens the ledger when it exists, answers the methods of the contract table, runs jobs.
 * Errors never leave it as exceptions; they are part of the answer.
 */
export function createCore(options: CoreOptions): Core {
  const running = new Map<string, AbortController>();
  const now = options.now ?? (() => new Date());
  const files = openFiles(options.databasePath, now);
  let current: OpenLedger | undefined;

  const contextFor = (granted: Readonly<Record<string, GrantedFile>>): Context => ({
    open: () => {
      current ??= openExisting(options.databasePath);
      if (current === undefined) throw new AppError('no-ledger');
      return current;
    },
    opened: () => {
      current ??= openExisting(options.databasePath);
      return current;
    },
    create: (packId, settings) => {
      const ledger = createLedger(options.databasePath, { packId, actor: options.actor, settings });
      current = openPack(ledger);
      return current;
    },
    restore: (path, name) => {
      checkBackup(path);
      const before = current;
      // Whatever happens now, that ledger is closed; the next question opens what is there.
      current = undefined;
      current = restoreLedger({ ...options, ...files, now: now() }, before, path, name);
      files.drafts.clear();
      return current;
    },
    actor: options.actor,
    now,
    today: () => localDay(now()),
    ...files,
    files: granted,
    emit: (event, payload) => {
      // Whatever was written, an undo too, may have put another pack in place.
      if (event === 'data.changed' && current !== undefined) current = openPack(current.ledger);
      options.emit(event, payload);
    },
  });

  const run = async (method: string, input: unknown, callOptions: CallOptions): Promise<unknown> => {
    const context = contextFor(callOptions.paths ?? {});
    const jobId = callOptions.jobId ?? '';
    const controller = new AbortController();
    if (jobId !== '') running.set(jobId, controller);
    try {
      const control = createJobControl(jobId, controller.signal, (progress) => {
        if (jobId !== '') options.emit('job.progress', progress);
      });
      if (isInternalMethodName(method)) return await internalMethods[method](context, input);
      const name = dataMethodName(method);
      const output = await invoke(name, context, parseInput(api[name].input, input), control);
      return options.checkOutput ? api[name].output.parse(output) : output;
    } finally {
      running.delete(jobId);
    }
  };

  return {
    call: async (method, input, callOptions = {}) => {
      try {
        return { ok: true, value: await run(method, input, callOptions) };
      } catch (error) {
        return { ok: false, error: toFailure(error, options.log) };
      }
    },
    cancel: (jobId) => running.get(jobId)?.abort(),
    close: () => {
      for (const controller of running.values()) controller.abort();
      current?.ledger.close();
      current = undefined;
    },
  };
}

/** What lies beside the ledger, and the drafts in memory. */
function openFiles(databasePath: string, now: () => Date) {
  const attachments = openAttachmentFiles(databasePath);
  return {
    drafts: createDraftStore(),
    draftFiles: openDraftFiles(`${databasePath}-drafts`),
    attachments,
    backups: openBackupFiles(databasePath, now, attachments),
  };
}

function dataMethodName(method: string): DataMethodName {
  if (!isMethodName(method) || !isDataMethod(method))
    throw new AppError('unknown-method', { method: String(method).slice(0, 80) });
  return method;
}

function isDataMethod(method: keyof typeof api): method is DataMethodName {
  return api[method].kind !== 'os';
}

function invoke(
  name: DataMethodName,
  context: Context,
  input: unknown,
  control: ReturnType<typeof createJobControl>,
): unknown {
  // The input was parsed by the schema of this very method, so it fits this very handler.
  const handler = handlers[name] as (context: Context, input: unknown, job: typeof control) => unknown;
  return handler(context, input, control);
}
