import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useErrorDialog } from '#renderer/ui/error-dialog.tsx';
import type { InputOf, OutputOf } from '#shared/contract/api.ts';
import type { Failure } from '#shared/contract/result.ts';
import { failureOf } from './api.ts';
import { type JobMethod, jobTexts } from './job-texts.ts';
import { canCancel, type JobProgress, onJobsChanged, runJob, runningJobs, stopJob } from './jobs.ts';
import { useJobNotice } from './use-job-notice.tsx';

/** One piece of long work as the page that starts it sees it. */
export type Job<M extends JobMethod> = {
  /** Runs the job; answers nothing when it was cancelled or failed (then `error` says why). */
  readonly start: (input: InputOf<M>) => Promise<OutputOf<M> | undefined>;
  readonly cancel: () => void;
  readonly running: boolean;
  /** False while nothing runs, and during the undivided moment of writing. */
  readonly cancellable: boolean;
  readonly progress: JobProgress | null;
  readonly result: OutputOf<M> | undefined;
  /** Why the last run failed; null after success, and after a cancel, which is no failure. */
  readonly error: Failure | null;
};

/**
 * Starts long work, follows it and stops it. The job goes on when the page is left: it stays in the top bar,
 * and a notice with a link tells how it ended. A failure stands in `error` unless `onFailure` takes it.
 */
export function useJob<M extends JobMethod>(
  method: M,
  options: { readonly onFailure?: (failure: Failure) => void } = {},
): Job<M> {
  const jobs = useSyncExternalStore(onJobsChanged, runningJobs);
  const [jobId, setJobId] = useState<string | null>(null);
  const [result, setResult] = useState<OutputOf<M> | undefined>(undefined);
  const [error, setError] = useState<Failure | null>(null);
  const left = useLeft();
  const showError = useErrorDialog();
  const notify = useJobNotice();
  const current = jobs.find((job) => job.jobId === jobId);

  const start = async (input: InputOf<M>): Promise<OutputOf<M> | undefined> => {
    const id = crypto.randomUUID();
    setJobId(id);
    setError(null);
    setResult(undefined);
    try {
      const output = await runJob(method, input, id);
      if (left.current) {
        notify(jobTexts[method].done(output));
        return undefined;
      }
      setResult(output);
      return output;
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.code === 'cancelled') return undefined;
      if (left.current) showError(failure);
      else if (options.onFailure !== undefined) options.onFailure(failure);
      else setError(failure);
      return undefined;
    }
  };

  return {
    start,
    cancel: () => {
      if (current !== undefined && canCancel(current)) stopJob(current.jobId);
    },
    running: current !== undefined,
    cancellable: current !== undefined && canCancel(current),
    progress: current?.progress ?? null,
    result,
    error,
  };
}

/** Whether the page that asks is no longer on screen. */
function useLeft(): { readonly current: boolean } {
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);
  return left;
}
