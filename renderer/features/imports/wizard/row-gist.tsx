import { type DraftRow, severityWords } from '../outcomes.ts';

/** How many changed fields stand in the line itself; the rest opens with the row. */
const changesShown = 2;

/** The most telling thing about a row in a few lines: what changes, else what is wrong. */
export function RowGist({ row }: { readonly row: DraftRow }) {
  const [issue] = [...row.issues].sort((a, b) => rank[a.severity] - rank[b.severity]);
  const rest = row.changes.length - changesShown;
  return (
    <div className="import-gist">
      {row.outcome === 'update'
        ? row.changes.slice(0, changesShown).map((change) => (
            <div key={change.field}>
              {change.label}：<del>{change.before ?? '未填'}</del> → <ins>{change.after ?? '未填'}</ins>
            </div>
          ))
        : null}
      {row.outcome === 'update' && rest > 0 ? <div className="import-quiet">另有 {rest} 项改动</div> : null}
      {row.outcome === 'create' ? (
        <div className="import-quiet">新建，填入 {row.changes.length} 项</div>
      ) : null}
      {row.reason === null || row.reason === issue?.message ? null : <div>{row.reason}</div>}
      {issue === undefined ? null : (
        <div className={`import-issue-${issue.severity}`}>
          {severityWords[issue.severity]} {issue.cell}：{issue.message}
        </div>
      )}
    </div>
  );
}

const rank = { error: 0, warning: 1, info: 2 } as const;
