import { AppError } from '#shared/contract/errors.ts';
import type { EventOf } from '#shared/contract/events.ts';

/** What long work gets to say how far it is and to learn that it should stop. */
export type JobControl = {
  readonly signal: AbortSignal;
  /** Reports a phase (读取, 核对, 写入) with done and total; at most ten in any second are passed on. */
  readonly progress: (phase: string, done: number, total: number) => void;
};

/** Most progress messages of one job in any second, and the shortest time between two of one phase, in milliseconds. */
const mostPerSecond = 10;
const shortestGap = 100;

/** Makes the control of one job; a change of phase is reported at once as long as the second has room for it. */
export function createJobControl(
  jobId: string,
  signal: AbortSignal,
  send: (progress: EventOf<'job.progress'>) => void,
): JobControl {
  let lastPhase: string | undefined;
  /** Moments of the latest messages, oldest first. */
  let sent: readonly number[] = [];
  return {
    signal,
    progress: (phase, done, total) => {
      const now = performance.now();
      const last = sent.at(-1) ?? Number.NEGATIVE_INFINITY;
      if (phase === lastPhase && now - last < shortestGap) return;
      const recent = sent.filter((moment) => now - moment < 1000);
      if (recent.length >= mostPerSecond) return;
      lastPhase = phase;
      sent = [...recent, now];
      send({ jobId, phase, done, total });
    },
  };
}

/** Stops work that was cancelled; call it between steps. */
function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled');
}

/** Lets waiting requests in between two slices of long work. */
export async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  throwIfCancelled(signal);
}
