import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/contract/errors.ts';
import type { Result } from '#shared/contract/result.ts';
import { logLine } from './log.ts';

/** Runs something for a page; whatever it throws becomes part of the answer, and the unexpected goes to the log. */
export async function answering<T>(work: () => T | Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const id = randomBytes(4).toString('hex');
    if (error instanceof AppError) {
      const { code, params, details } = error;
      return { ok: false, error: { code, params, id, ...(details === undefined ? {} : { details }) } };
    }
    logLine(`[${id}] ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return { ok: false, error: { code: 'internal', params: {}, id } };
  }
}

/** The value of an answer, or its failure thrown again inside this process. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new AppError(result.error.code, result.error.params, result.error.details);
}
