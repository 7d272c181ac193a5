import { Button, Table, type TableColumnsType } from 'antd';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import type { OutputOf } from '#shared/contract/api.ts';

type Preview = OutputOf<'packs.preview'>;
type Problem = Preview['problems'][number];
type Change = Preview['changes'][number];

const problemColumns: TableColumnsType<Problem> = [
  { title: '文件', dataIndex: 'file', width: 160 },
  { title: '行', dataIndex: 'line', width: 70, align: 'right' },
  { title: '问题', dataIndex: 'message' },
  { title: '怎样改', dataIndex: 'fix' },
];

const changeColumns: TableColumnsType<Change> = [
  { title: '类别', dataIndex: 'part', width: 100 },
  { title: '内容', dataIndex: 'label', width: 280 },
  { title: '现在', render: (_value, { before }) => before ?? '没有' },
  { title: '改为', render: (_value, { after }) => after ?? '删去' },
];

type Props = {
  readonly names: readonly string[];
  readonly preview: Preview;
  readonly using: boolean;
  readonly onUse: () => void;
  readonly onClose: () => void;
};

/** What a chosen pack would change, or why it cannot be put to use. */
export function PackPreview({ names, preview, using, onUse, onClose }: Props) {
  const { problems, obstacles, changes, pack } = preview;
  const fits = pack !== null && obstacles.length === 0;
  return (
    <section className="policy-pack-preview" aria-label="政策包核对">
      <h3>
        {names.join('、')}：
        {fits ? (
          changes.length === 0 ? (
            <StatusWord kind="muted" text="与现用政策包没有不同" />
          ) : (
            <StatusWord kind="ok" text={`检查通过，有 ${changes.length} 处不同`} />
          )
        ) : (
          <StatusWord kind="error" text={`有 ${problems.length + obstacles.length} 处问题，不能启用`} />
        )}
      </h3>
      {problems.length === 0 ? null : (
        <Table<Problem>
          size="small"
          rowKey={({ file, line, message }) => `${file}:${line}:${message}`}
          columns={problemColumns}
          dataSource={problems}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
        />
      )}
      {obstacles.length === 0 ? null : (
        <ul className="policy-lines">
          {obstacles.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {changes.length === 0 ? null : (
        <Table<Change>
          size="small"
          rowKey={({ part, label }) => `${part}/${label}`}
          columns={changeColumns}
          dataSource={changes}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
        />
      )}
      <div className="policy-pack-tools">
        {fits && changes.length > 0 ? (
          <Button type="primary" loading={using} onClick={onUse}>
            启用
          </Button>
        ) : null}
        <Button onClick={onClose}>关闭</Button>
      </div>
    </section>
  );
}
