import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#shared/contract/errors.ts';
import { buffersOf } from './packed-workbook.ts';
import { parseWorkbook } from './parse-workbook.ts';
import type { WorkerReply, WorkerRequest } from './worker-messages.ts';

/** Entry of the worker thread that parses one file and ends; it holds no database, so ending it is always safe. */
async function main(): Promise<{ readonly reply: WorkerReply; readonly moved: readonly ArrayBuffer[] }> {
  // Only read-workbook.ts starts this worker, with this request.
  const { path, file } = workerData as WorkerRequest;
  try {
    const workbook = await parseWorkbook(await readFile(path), file);
    return { reply: { ok: true, workbook }, moved: buffersOf(workbook) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { reply: { ok: false, code: error.code, params: error.params }, moved: [] };
  }
}

void main().then(({ reply, moved }) => parentPort?.postMessage(reply, moved));
