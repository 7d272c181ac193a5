import type { z } from 'zod';

/**
 * Where a method runs and what it may touch: `read` and `write` and `job` in the data process
 * (`job` is long, reports progress and can be cancelled), `os` in the main process (windows, dialogs, printing).
 */
export type MethodKind = 'read' | 'write' | 'job' | 'os';

/** One row of the contract table: kind, validated input, promised output. */
export type Method<K extends MethodKind, I extends z.ZodType, O extends z.ZodType> = {
  readonly kind: K;
  readonly input: I;
  readonly output: O;
};

/** Declares a method that only reads the ledger. */
export function read<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<'read', I, O> {
  return { kind: 'read', input, output };
}

/** Declares a short method that changes the ledger through a change set. */
export function write<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<'write', I, O> {
  return { kind: 'write', input, output };
}

/** Declares long work with progress and cancel. */
export function job<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<'job', I, O> {
  return { kind: 'job', input, output };
}

/** Declares a method of the main process. */
export function os<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<'os', I, O> {
  return { kind: 'os', input, output };
}
