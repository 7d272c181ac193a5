import type { ErrorCode } from '#shared/contract/errors.ts';
import type { PackedWorkbook } from './packed-workbook.ts';

/** What the worker is asked to read. */
export type WorkerRequest = { readonly path: string; readonly file: string };

/** What it answers; errors travel as data because threads keep only their message. */
export type WorkerReply =
  | { readonly ok: true; readonly workbook: PackedWorkbook }
  | {
      readonly ok: false;
      readonly code: ErrorCode;
      readonly params: Readonly<Record<string, string | number>>;
    };
