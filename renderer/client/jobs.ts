import type { InputOf, OutputOf } from '#shared/contract/api.ts';
import type { EventOf } from '#shared/contract/events.ts';
import { call, cancelJob, subscribe } from './api.ts';
import { type JobMethod, jobTexts } from './job-texts.ts';
import { refreshAll } from './query-client.ts';

/** Progress of a job: phase in words, done of total (0 when not known). */
export type JobProgress = EventOf<'job.progress'>;

/** A job that is running now, wherever it was started. */
export type RunningJob = {
  readonly jobId: string;
  readonly label: string;
  readonly progress: JobProgress | null;
  readonly cancelling: boolean;
};

let running: readonly RunningJob[] = [];
const listeners = new Set<() => void>();

/** All running jobs, oldest first; the array is replaced when anything changes. */
export function runningJobs(): readonly RunningJob[] {
  return running;
}

/** Listens to changes of the running jobs; returns the function that stops listening. */
export function onJobsChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether a job can still be stopped: not while it writes, which is one undivided step. */
export function canCancel(job: Pick<RunningJob, 'progress' | 'cancelling'>): boolean {
  return !job.cancelling && job.progress?.phase !== '写入';
}

/** Starts a job and keeps it among the running ones until it ends; rejects with `CallError`. */
export async function runJob<M extends JobMethod>(
  method: M,
  input: InputOf<M>,
  jobId: string,
): Promise<OutputOf<M>> {
  replace([...running, { jobId, label: jobTexts[method].label, progress: null, cancelling: false }]);
  try {
    const output = await call(method, input, { jobId });
    await refreshAll();
    return output;
  } finally {
    replace(running.filter((job) => job.jobId !== jobId));
  }
}

/** Asks a job to stop; it stays among the running ones until it really has. */
export function stopJob(jobId: string): void {
  change(jobId, { cancelling: true });
  cancelJob(jobId);
}

/** Follows the progress events; returns the function that stops it. */
export function followJobs(): () => void {
  return subscribe('job.progress', (progress) => change(progress.jobId, { progress }));
}

function change(jobId: string, patch: Partial<RunningJob>): void {
  replace(running.map((job) => (job.jobId === jobId ? { ...job, ...patch } : job)));
}

function replace(next: readonly RunningJob[]): void {
  running = next;
  for (const listener of listeners) listener();
}
