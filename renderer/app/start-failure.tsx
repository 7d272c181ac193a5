import { Button } from 'antd';
import { useApi } from '#renderer/client/use-query.ts';
import { BackupList } from '#renderer/ui/backup-list.tsx';
import { DiagnosticsButton } from '#renderer/ui/diagnostics-button.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { FailureText } from '#renderer/ui/failure-text.tsx';
import { useRestore } from '#renderer/ui/use-restore.ts';
import type { Failure } from '#shared/contract/result.ts';
import { errorText } from '#shared/text/error-text.ts';

type Props = { readonly failure: Failure; readonly onRetry: () => void };

/** The ledger could not be opened: why, what to do, how to try again, which copies there are to go back to. */
export function StartFailure({ failure, onRetry }: Props) {
  const backups = useApi('backups.list', {});
  const restore = useRestore();
  return (
    <div className="start">
      <div className="start-box start-wide" role="alert">
        <h1>梯度131 没有打开台账</h1>
        <h2>{errorText(failure).what}</h2>
        <FailureText failure={failure} />
        <div className="fault-actions">
          <Button type="primary" onClick={onRetry}>
            重试
          </Button>
          <Button disabled={restore.running} onClick={() => void restore.fromFile()}>
            从文件恢复
          </Button>
          <DiagnosticsButton fault={{ message: `${failure.code} ${failure.id}`, stack: undefined }} />
        </div>
        {restore.failure === null ? null : <ErrorPanel failure={restore.failure} />}
        {backups.data === undefined || backups.data.backups.length === 0 ? null : (
          <>
            <h2>也可以恢复到一份备份</h2>
            <BackupList backups={backups.data.backups} restore={restore} />
          </>
        )}
      </div>
    </div>
  );
}
