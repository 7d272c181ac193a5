import { Alert, Button } from 'antd';
import type { DraftRow } from '../outcomes.ts';
import { decisionText, openChoices } from './decision-text.ts';
import type { RowWork } from './use-row-work.ts';

type Props = { readonly row: DraftRow; readonly work: RowWork };

/** What a person can decide about a row, what was decided, and the way back. */
export function RowDecision({ row, work }: Props) {
  const choices = openChoices(row);
  return (
    <section className="import-decision" aria-label="如何处理这一行">
      {row.reason === null || row.decision?.action === 'skip' ? null : <p>{row.reason}</p>}
      {row.decision === null ? null : (
        <Alert
          type="info"
          showIcon
          title={decisionText(row.decision)}
          action={
            <Button size="small" disabled={work.busy} onClick={() => void work.decide([row], null)}>
              收回
            </Button>
          }
        />
      )}
      {choices.map(({ decision, label }) => (
        <Button key={label} block disabled={work.busy} onClick={() => void work.decide([row], decision)}>
          {label}
        </Button>
      ))}
      <CodeCandidates row={row} work={work} />
      {row.toConfirm ? (
        <Button block disabled={work.busy} onClick={() => void work.confirm([row], !row.confirmed)}>
          {row.confirmed ? '取消确认' : '内容无误，确认保留'}
        </Button>
      ) : null}
      {row.decision?.action === 'skip' || row.outcome === 'ignore' ? null : (
        <Button block disabled={work.busy} onClick={() => void work.decide([row], { action: 'skip' })}>
          忽略此行
        </Button>
      )}
    </section>
  );
}

/** Codes that a damaged or doubtful one may have been; a person who has the licence at hand takes one. */
function CodeCandidates({ row, work }: Props) {
  if (row.codeCandidates.length === 0) return null;
  return (
    <div className="import-candidates">
      <p>代码可能原是下面的一个，对照营业执照选用：</p>
      {row.codeCandidates.map((code) => (
        <Button key={code} disabled={work.busy} onClick={() => void work.fix(row, 'code', code)}>
          改为 <span className="figures">{code}</span>
        </Button>
      ))}
    </div>
  );
}
