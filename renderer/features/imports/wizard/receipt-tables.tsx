import { rosterKindLabels } from '#shared/roster/kinds.ts';
import {
  countOf,
  headerPlace,
  outcomes,
  outcomeWords,
  type Receipt,
  severityWords,
  tableName,
} from '../outcomes.ts';

/** How many remarks of a file the receipt lists; their number is always said whole. */
const issuesShown = 200;

/** What an import did, file by file: the same on the screen and on paper. */
export function ReceiptTables({ receipt }: { readonly receipt: Receipt }) {
  return receipt.files.map((file) => (
    <FileReceipt key={`${file.fileName}-${file.sheet}-${file.headerRow}`} file={file} />
  ));
}

function FileReceipt({ file }: { readonly file: Receipt['files'][number] }) {
  const { counts } = file;
  const columns = [
    ...outcomes.map((outcome) => ({ word: outcomeWords[outcome], count: countOf(counts, outcome) })),
    { word: '合计', count: counts.rows },
    { word: '其中未确认', count: counts.toConfirm },
  ];
  return (
    <section className="import-receipt-file">
      <h2>{tableName(file)}</h2>
      <p className="import-quiet">
        {rosterKindLabels[file.kind]}，{headerPlace(file.headerRow)}，{counts.rows} 行数据
      </p>
      <table className="import-receipt-counts">
        <thead>
          <tr>
            {columns.map(({ word }) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {columns.map(({ word, count }) => (
              <td key={word}>{count}</td>
            ))}
          </tr>
        </tbody>
      </table>
      <IssueList issues={file.issues} />
    </section>
  );
}

function IssueList({ issues }: { readonly issues: Receipt['files'][number]['issues'] }) {
  if (issues.length === 0) return <p className="import-quiet">没有需要说明的问题。</p>;
  return (
    <>
      <table className="import-detail-table">
        <caption>各行说明（{issues.length} 条）</caption>
        <thead>
          <tr>
            <th scope="col">单元格</th>
            <th scope="col">程度</th>
            <th scope="col">说明</th>
            <th scope="col">怎么办</th>
          </tr>
        </thead>
        <tbody>
          {issues.slice(0, issuesShown).map((issue) => (
            <tr key={`${issue.cell}-${issue.code}-${issue.message}`}>
              <td className="figures">{issue.cell}</td>
              <td>{severityWords[issue.severity]}</td>
              <td>{issue.message}</td>
              <td>{issue.fix ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {issues.length > issuesShown ? (
        <p className="import-quiet">另有 {issues.length - issuesShown} 条未列出。</p>
      ) : null}
    </>
  );
}
