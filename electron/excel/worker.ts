import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#shared/contract/errors.ts';
import { parseWorkbook } from './parse-workbook.ts';
import type { WorkerReply, WorkerRequest } from './worker-messages.ts';

/** Entry of the worker thread that parses one file and ends; it holds no database, so ending it is always safe. */
async function main(): Promise<WorkerReply> {
  // Only read-workbook.ts starts this worker, with this request.
  const { path, file } = workerData as WorkerRequest;
  try {
    return { ok: true, workbook: await parseWorkbook(await readFile(path), file) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ok: false, code: error.code, params: error.params };
  }
}

void main().then((reply) => parentPort?.postMessage(reply));
