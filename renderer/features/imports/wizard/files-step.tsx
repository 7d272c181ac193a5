import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { rosterKindLabels } from '#shared/roster/kinds.ts';
import { countsLine, type Draft } from '../outcomes.ts';
import type { Refused } from '../refused.ts';

/** Step 1, seen again from inside the wizard: which files were read, with what result. */
export function FilesStep({
  draft,
  refused,
}: {
  readonly draft: Draft;
  readonly refused: readonly Refused[];
}) {
  const names = [...new Set(draft.tables.map((table) => table.fileName))];
  return (
    <ul className="import-files" aria-label="本次选择的文件">
      {names.map((name) => (
        <li key={name}>
          <CheckCircleOutlined className="import-file-read" aria-label="已读取" />
          <div>
            <strong>{name}</strong>
            {draft.tables
              .filter((table) => table.fileName === name)
              .map((table) => (
                <div key={table.table} className="import-quiet">
                  {table.sheet === '' ? '' : `工作表“${table.sheet}”：`}
                  {rosterKindLabels[table.kind]}，{table.counts.rows} 行（{countsLine(table.counts)}）
                </div>
              ))}
            {draft.leftOut
              .filter((sheet) => sheet.fileName === name)
              .map(({ sheet, reason }) => (
                <div key={sheet} className="import-quiet">
                  工作表“{sheet}”未读：{reason}
                </div>
              ))}
          </div>
        </li>
      ))}
      {[...draft.failures, ...refused].map((failure) => (
        <li key={failure.fileName}>
          <CloseCircleOutlined className="import-file-failed" aria-label="没有读出来" />
          <div>
            <strong>{failure.fileName}</strong>
            <div>{failure.message}</div>
          </div>
        </li>
      ))}
    </ul>
  );
}
