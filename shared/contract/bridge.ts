import type { z } from 'zod';
import type { FileTokenSchema } from './methods/imports.ts';
import type { Result } from './result.ts';

/** A file main has accepted: its token, name and size. */
export type FileToken = z.output<typeof FileTokenSchema>;

/** All that the preload script puts on `window.tidu`: four verbs and the hand-over of a dropped file. */
export type Bridge = {
  /** Calls a method; `jobId` (chosen by the page) ties progress and cancel to a job. */
  readonly call: (method: string, input: unknown, jobId?: string) => Promise<Result<unknown>>;
  /** Asks for a running job to stop; its call then answers with `cancelled`. */
  readonly cancel: (jobId: string) => void;
  /** Listens to an event; returns the function that stops listening. */
  readonly subscribe: (event: string, listener: (payload: unknown) => void) => () => void;
  /** Hands a dropped file to main; the page gets a token, never a path. */
  readonly grantFile: (file: unknown) => Promise<Result<FileToken>>;
};

/** Messages from main to the data process. */
export type ToData =
  | {
      readonly type: 'open';
      readonly databasePath: string;
      readonly actor: string;
    }
  | {
      readonly type: 'call';
      readonly seq: number;
      readonly method: string;
      readonly input: unknown;
      readonly jobId: string | null;
      readonly paths: Readonly<Record<string, { readonly path: string; readonly name: string }>>;
    }
  | { readonly type: 'cancel'; readonly jobId: string };

/** Messages from the data process to main. */
export type FromData =
  | { readonly type: 'ready' }
  | {
      readonly type: 'reply';
      readonly seq: number;
      readonly result: Result<unknown>;
    }
  | {
      readonly type: 'event';
      readonly event: string;
      readonly payload: unknown;
    };
