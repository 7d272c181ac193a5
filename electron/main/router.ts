import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { api, isMethodName, type OsMethodName } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { isOwnPage } from './app-address.ts';
import type { DataProcess } from './data-process.ts';
import { answering } from './failure.ts';
import { filesIn, grantFile } from './file-tokens.ts';
import type { OsHandlers } from './os-handlers.ts';

/** The only user of ipcMain: checks who asks and what, then answers here or lets the data process answer. */
export function startRouter(data: DataProcess, handlers: OsHandlers): void {
  ipcMain.handle('tidu:call', (event, method: unknown, input: unknown, jobId: unknown) => {
    if (!isTrusted(event)) return answering(refuse);
    if (typeof method !== 'string' || !isMethodName(method)) return answering(unknownMethod);
    if (api[method].kind === 'os') return answering(() => runOs(handlers, method, input));
    const job = typeof jobId === 'string' && jobId.length <= 80 ? jobId : null;
    return data.call(method, input, { jobId: job, paths: filesIn(input) });
  });
  ipcMain.handle('tidu:grant', (event, path: unknown) =>
    answering(() => {
      if (!isTrusted(event)) return refuse();
      return grantFile(typeof path === 'string' ? path : '');
    }),
  );
  ipcMain.on('tidu:cancel', (event, jobId: unknown) => {
    if (isTrusted(event) && typeof jobId === 'string') data.cancel(jobId);
  });
}

/** Only the top frame of one of our own pages may ask. */
function isTrusted(event: IpcMainEvent | IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isOwnPage(frame.url);
}

function refuse(): never {
  throw new AppError('untrusted-sender');
}

function unknownMethod(): never {
  throw new AppError('unknown-method');
}

function runOs(handlers: OsHandlers, method: keyof typeof api, input: unknown): unknown {
  const parsed = api[method].input.safeParse(input);
  if (!parsed.success) throw new AppError('bad-request', { problem: parsed.error.issues[0]?.message ?? '' });
  // The caller found the method to be of kind `os`, and its own schema has just read the input.
  const handler = handlers[method as OsMethodName] as (input: unknown) => unknown;
  return handler(parsed.data);
}
