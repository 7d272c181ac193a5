import { Button, Progress } from 'antd';
import type { JobMethod } from '#renderer/client/job-texts.ts';
import type { Job } from '#renderer/client/use-job.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';

type Props = {
  readonly job: Pick<Job<JobMethod>, 'running' | 'cancellable' | 'progress' | 'error' | 'cancel'>;
  readonly what: string;
};

/** Where long work stands, with 取消 while that is possible, and why it failed. */
export function JobProgress({ job, what }: Props) {
  if (job.error !== null) return <ErrorPanel failure={job.error} />;
  if (!job.running) return null;
  const { progress } = job;
  const known = progress !== null && progress.total > 0;
  return (
    <div className="import-progress" role="status">
      <span>
        正在{what}
        {progress === null
          ? ''
          : `：${progress.phase}${known ? ` ${progress.done} / ${progress.total}` : ''}`}
      </span>
      <Progress
        percent={known ? Math.floor((progress.done / progress.total) * 100) : 0}
        status="active"
        showInfo={known}
        aria-label={`${what}进度`}
      />
      <Button disabled={!job.cancellable} onClick={job.cancel}>
        取消
      </Button>
    </div>
  );
}
