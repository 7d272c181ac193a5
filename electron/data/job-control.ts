import { AppError } from '#shared/contract/errors.ts';
import type { EventOf } from '#shared/contract/events.ts';

/** What long work gets to say how far it is and to learn that it should stop. */
export type JobControl = {
  readonly signal: AbortSignal;
  /** Reports a phase (读取, 核对, 写入) with done and total; passed on at most ten times a second. */
  readonly progress: (phase: string, done: number, total: number) => void;
};

/** Shortest time between two progress messages of one job, in milliseconds. */
const shortestGap = 100;

/** Makes the control of one job; a change of phase is always reported at once. */
export function createJobControl(
  jobId: string,
  signal: AbortSignal,
  send: (progress: EventOf<'job.progress'>) => void,
): JobControl {
  let lastPhase = '';
  let lastTime = 0;
  return {
    signal,
    progress: (phase, done, total) => {
      const now = performance.now();
      if (phase === lastPhase && now - lastTime < shortestGap) return;
      lastPhase = phase;
      lastTime = now;
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
