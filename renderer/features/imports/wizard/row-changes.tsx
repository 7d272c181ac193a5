import type { DraftRow } from '../outcomes.ts';

/** What a commit would write of a row: old → new, field by field; of a new firm what it starts with. */
export function RowChanges({ row }: { readonly row: DraftRow }) {
  if (row.changes.length === 0) return null;
  const known = row.outcome !== 'create';
  return (
    <table className="import-detail-table">
      <caption>{known ? '将改动的内容' : '将填入的内容'}</caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          {known ? <th scope="col">台账现值</th> : null}
          <th scope="col">{known ? '改为' : '内容'}</th>
        </tr>
      </thead>
      <tbody>
        {row.changes.map((change) => (
          <tr key={change.field}>
            <th scope="row">{change.label}</th>
            {known ? <td className="import-before">{change.before ?? '未填'}</td> : null}
            <td className="import-after">{change.after ?? '清空'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
