import { Button } from 'antd';
import type { Failure } from '#shared/contract/result.ts';
import { errorText } from '#shared/text/error-text.ts';
import { CopyButton } from './copy-button.tsx';
import { FailureText, failureLines } from './failure-text.tsx';

type Props = {
  readonly failure: Failure;
  readonly onRetry?: () => void;
};

/** A failure in the place of what could not be shown: what happened, why, what next, a number to copy. */
export function ErrorPanel({ failure, onRetry }: Props) {
  return (
    <div className="failure" role="alert">
      <div className="failure-title">{errorText(failure).what}</div>
      <FailureText failure={failure} />
      <div className="failure-actions">
        {onRetry === undefined ? null : <Button onClick={onRetry}>重试</Button>}
        <CopyButton text={failureLines(failure)} label="复制说明" />
      </div>
    </div>
  );
}
