import { type DraftRow, severityWords } from '../outcomes.ts';

/** Everything about one row: each field old → new, each remark with its cell and what to do about it. */
export function RowDetail({ row }: { readonly row: DraftRow }) {
  return (
    <div className="import-detail">
      {row.reason === null ? null : <p>{row.reason}</p>}
      {row.changes.length > 0 ? (
        <table className="import-detail-table">
          <caption>{row.outcome === 'create' ? '将填入的内容' : '将改动的内容'}</caption>
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">台账现值</th>
              <th scope="col">名册内容</th>
            </tr>
          </thead>
          <tbody>
            {row.changes.map((change) => (
              <tr key={change.field}>
                <th scope="row">{change.label}</th>
                <td>{change.before ?? '未填'}</td>
                <td>{change.after ?? '未填'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {row.issues.length > 0 ? (
        <ul className="import-detail-issues">
          {row.issues.map((issue) => (
            <li key={`${issue.cell}-${issue.code}`}>
              <strong className={`import-issue-${issue.severity}`}>{severityWords[issue.severity]}</strong>{' '}
              单元格 {issue.cell}：{issue.message}
              {issue.fix === null ? null : <div className="import-quiet">怎么办：{issue.fix}</div>}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
