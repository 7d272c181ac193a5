import { Button } from 'antd';
import { useJob } from '#renderer/client/use-job.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import type { OutputOf } from '#shared/contract/api.ts';

/** 台账校验: the file, the links between rows, and the audit chain are checked whole. */
export function VerifyPanel() {
  const verify = useJob('ledger.verify');
  return (
    <section className="panel" aria-labelledby="verify">
      <div className="panel-head">
        <h2 id="verify">台账校验</h2>
        {verify.result === undefined ? null : <Verdict result={verify.result} />}
      </div>
      <p>检查台账文件是否完好、各表之间是否对得上，并逐条复算变更历史，看有没有绕过本程序的改动。</p>
      {verify.error === null ? null : <ErrorPanel failure={verify.error} />}
      {verify.result === undefined || verify.result.ok ? null : (
        <ul className="failure-details">
          {verify.result.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <div className="settings-row">
        <Button loading={verify.running} onClick={() => void verify.start({})}>
          开始校验
        </Button>
        {verify.running ? (
          <Button disabled={!verify.cancellable} onClick={verify.cancel}>
            取消
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function Verdict({ result }: { readonly result: OutputOf<'ledger.verify'> }) {
  return result.ok ? (
    <StatusWord kind="ok" text={`通过：共复核 ${result.changeSets} 次变更`} />
  ) : (
    <StatusWord kind="error" text={`发现 ${result.problems.length} 处问题`} />
  );
}
