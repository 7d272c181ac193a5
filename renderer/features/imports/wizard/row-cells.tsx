import type { DraftRow, DraftTable, Issue } from '../outcomes.ts';
import { severityWords } from '../outcomes.ts';
import { CellEditor } from './cell-editor.tsx';
import type { RowWork } from './use-row-work.ts';

type Props = { readonly row: DraftRow; readonly table: DraftTable; readonly work: RowWork };

/** What stands in the file, cell by cell, each with what is wrong with it and a way to correct it here. */
export function RowCells({ row, table, work }: Props) {
  const units = new Map(table.columns.map((column) => [column.field, column.unit]));
  const placed = new Set(row.cells.map((cell) => cell.address));
  const elsewhere = row.issues.filter((issue) => !placed.has(issue.cell));
  return (
    <>
      {elsewhere.map((issue) => (
        <CellIssue key={`${issue.cell}-${issue.code}`} issue={issue} />
      ))}
      <table className="import-detail-table import-cells">
        <caption>名册原文：可就地改正，改后立即重新核对；不改动街道的文件</caption>
        <thead>
          <tr>
            <th scope="col">栏目</th>
            <th scope="col">单元格</th>
            <th scope="col">内容</th>
          </tr>
        </thead>
        <tbody>
          {row.cells.map((cell) => (
            <tr key={cell.field}>
              <th scope="row">
                {cell.label}
                {units.get(cell.field) == null ? null : (
                  <span className="import-quiet">（{units.get(cell.field)}）</span>
                )}
              </th>
              <td className="figures">{cell.address}</td>
              <td>
                <CellEditor
                  key={`${row.table}-${row.row}`}
                  cell={cell}
                  busy={work.busy}
                  onFix={(text) => work.fix(row, cell.field, text)}
                />
                {row.issues
                  .filter((issue) => issue.cell === cell.address)
                  .map((issue) => (
                    <CellIssue key={`${issue.code}-${issue.message}`} issue={issue} />
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function CellIssue({ issue }: { readonly issue: Issue }) {
  return (
    <div className="import-cell-issue">
      <span className={`import-issue-${issue.severity}`}>
        {severityWords[issue.severity]}：{issue.message}
      </span>
      {issue.fix === null ? null : <div className="import-quiet">怎么办：{issue.fix}</div>}
    </div>
  );
}
