import type { InputOf, MethodName, OutputOf } from '#shared/contract/api.ts';
import type { Bridge, FileToken } from '#shared/contract/bridge.ts';
import type { EventName, EventOf } from '#shared/contract/events.ts';
import type { Failure, Result } from '#shared/contract/result.ts';

declare global {
  interface Window {
    /** Put there by the preload script; the page's only way out. */
    readonly tidu: Bridge;
  }
}

/** A call that failed in an expected way; `failure` has its Chinese text in `errorText`. */
export class CallError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'CallError';
    this.failure = failure;
  }
}

/** Calls a method of the contract table; rejects with `CallError`. */
export async function call<M extends MethodName>(
  method: M,
  input: InputOf<M>,
  options: { readonly jobId?: string } = {},
): Promise<OutputOf<M>> {
  const value = unwrap(await window.tidu.call(method, input, options.jobId));
  // Handlers are typed by the same table in the process that answers, so the answer has the promised shape.
  return value as OutputOf<M>;
}

/** Listens to an event; returns the function that stops listening. */
export function subscribe<E extends EventName>(
  event: E,
  listener: (payload: EventOf<E>) => void,
): () => void {
  // Main checks every payload against the event table before it sends it.
  return window.tidu.subscribe(event, (payload) => listener(payload as EventOf<E>));
}

/** Asks for a running job to stop. */
export function cancelJob(jobId: string): void {
  window.tidu.cancel(jobId);
}

/** Hands a dropped file to main, which answers with a token for it; rejects with `CallError`. */
export async function grantFile(file: File): Promise<FileToken> {
  return unwrap(await window.tidu.grantFile(file));
}

/** What went wrong, whatever was thrown: a failure of the contract, or a fault of the page itself. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CallError) return error.failure;
  return { code: 'internal', params: {}, id: pageFaultId };
}

/** Number shown for a fault that happened in the page, where the log has no line of its own. */
const pageFaultId = '页面';

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new CallError(result.error);
  return result.value;
}
