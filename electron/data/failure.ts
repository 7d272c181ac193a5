import { randomBytes } from 'node:crypto';
import { toAppError } from '#electron/db/sqlite-errors.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Failure } from '#shared/contract/result.ts';

/** Where unexpected errors are written; never carries personal data, only the error itself. */
export type ErrorLog = (id: string, error: unknown) => void;

/**
 * Turns anything thrown into a failure that may cross a process border: expected errors keep their code,
 * SQLite's are sorted into ours, the rest become `internal` with a number that is also in the log.
 */
export function toFailure(error: unknown, log: ErrorLog): Failure {
  const id = randomBytes(4).toString('hex');
  const known = error instanceof AppError ? error : toAppError(error);
  if (known === undefined) {
    log(id, error);
    return { code: 'internal', params: {}, id };
  }
  return {
    code: known.code,
    params: known.params,
    id,
    ...(known.details === undefined ? {} : { details: known.details }),
  };
}
