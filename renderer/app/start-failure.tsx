import { Button } from 'antd';
import { DiagnosticsButton } from '#renderer/ui/diagnostics-button.tsx';
import { FailureText } from '#renderer/ui/failure-text.tsx';
import type { Failure } from '#shared/contract/result.ts';
import { errorText } from '#shared/text/error-text.ts';

type Props = { readonly failure: Failure; readonly onRetry: () => void };

/** The ledger could not be opened: why, what to do, how to try again. */
export function StartFailure({ failure, onRetry }: Props) {
  return (
    <div className="start">
      <div className="start-box" role="alert">
        <h1>梯度131 没有打开台账</h1>
        <h2>{errorText(failure).what}</h2>
        <FailureText failure={failure} />
        <div className="fault-actions">
          <Button type="primary" onClick={onRetry}>
            重试
          </Button>
          <DiagnosticsButton fault={{ message: `${failure.code} ${failure.id}`, stack: undefined }} />
        </div>
      </div>
    </div>
  );
}
