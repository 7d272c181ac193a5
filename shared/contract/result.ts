import type { ErrorCode } from './errors.ts';

/** What can be said of a failure without leaking a stack trace: a code, facts for its text, a number to quote. */
export type Failure = {
  readonly code: ErrorCode;
  /** Values that the Chinese text of the code names, such as a file name or a row count. */
  readonly params: Readonly<Record<string, string | number>>;
  /** Short number that ties the message on screen to the line in the log. */
  readonly id: string;
  /** Items the person must look at, one line each (for example the rows that moved on since). */
  readonly details?: readonly string[] | undefined;
};

/** The only shape of answer that crosses a process border: errors travel inside it, never as exceptions. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };
