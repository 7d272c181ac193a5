import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/contract/errors.ts';
import type { Workbook } from '#shared/roster/grid.ts';
import { unpackWorkbook } from './packed-workbook.ts';
import type { WorkerReply, WorkerRequest } from './worker-messages.ts';

/** Longest time one file may take, and the memory its parsing may use. */
export type WorkerLimits = { readonly milliseconds: number; readonly megabytes: number };

/**
 * Parses one file in a worker thread of its own, which is ended when the work is done, cancelled, too long or too large:
 * whatever a library makes of a hostile file, it ends there. Throws AppErrors (`file-*`, `cancelled`).
 */
export function parseInWorker(
  workerPath: string,
  request: WorkerRequest,
  signal: AbortSignal,
  limits: WorkerLimits,
): Promise<Workbook> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerPath, {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    });
    const params = { file: request.file };
    const end = (error: AppError) => {
      settle();
      reject(error);
    };
    const cancel = () => end(new AppError('cancelled'));
    const timer = setTimeout(() => end(new AppError('file-timeout', params)), limits.milliseconds);
    const settle = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      void worker.terminate();
    };
    signal.addEventListener('abort', cancel, { once: true });
    worker.once('message', (reply: WorkerReply) => {
      settle();
      if (reply.ok) resolve(unpackWorkbook(reply.workbook));
      else reject(new AppError(reply.code, reply.params));
    });
    worker.once('error', (error: NodeJS.ErrnoException) => {
      end(new AppError(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'file-memory' : 'file-damaged', params));
    });
    if (signal.aborted) cancel();
  });
}
