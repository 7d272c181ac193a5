import { Button, Progress } from 'antd';
import { useSyncExternalStore } from 'react';
import { canCancel, onJobsChanged, type RunningJob, runningJobs, stopJob } from '#renderer/client/jobs.ts';

/** Long work that is running now, with its progress and a way to stop it. */
export function JobTray() {
  const jobs = useSyncExternalStore(onJobsChanged, runningJobs);
  return (
    <div className="job-tray" aria-live="polite">
      {jobs.map((job) => (
        <JobEntry key={job.jobId} job={job} />
      ))}
    </div>
  );
}

function JobEntry({ job }: { readonly job: RunningJob }) {
  const { progress } = job;
  const known = progress !== null && progress.total > 0;
  const percent = known ? Math.floor((100 * progress.done) / progress.total) : 0;
  return (
    <div className="job-entry">
      <span className="job-label">
        {job.label}
        {progress === null ? '' : `：${progress.phase}`}
      </span>
      {known ? (
        <Progress
          percent={percent}
          size="small"
          className="job-progress"
          aria-label={`${job.label} ${percent}%`}
        />
      ) : null}
      <Button size="small" disabled={!canCancel(job)} onClick={() => stopJob(job.jobId)}>
        {job.cancelling ? '正在取消' : '取消'}
      </Button>
    </div>
  );
}
