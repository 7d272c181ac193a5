import { FileExclamationOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useSaveJob } from '#renderer/ui/use-save-job.tsx';
import type { Draft } from '../outcomes.ts';

/** 导出错误清单: the rows of each sender that cannot be imported, with the reason, as a new file to send back. */
export function ErrorListButton({ draft }: { readonly draft: Draft }) {
  const { save, running } = useSaveJob('exports.errors');
  const wrong = new Map<string, number>();
  for (const { fileName, counts } of draft.tables) {
    const rows = counts.rejected + counts.conflicts + counts.toConfirm;
    if (rows > 0) wrong.set(fileName, (wrong.get(fileName) ?? 0) + rows);
  }
  const [first, second] = wrong.keys();
  if (first === undefined) return null;
  const write = (fileName: string) =>
    void save({ name: `${fileName.replace(/\.[^.]*$/, '')}_错误清单`, format: 'xlsx' }, (target) => ({
      target,
      draftId: draft.draftId,
      fileName,
    }));
  const total = [...wrong.values()].reduce((sum, rows) => sum + rows, 0);
  const text = `导出错误清单（${total} 行）`;
  if (second === undefined) {
    return (
      <Button icon={<FileExclamationOutlined />} loading={running} onClick={() => write(first)}>
        {text}
      </Button>
    );
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [...wrong].map(([fileName, rows]) => ({ key: fileName, label: `${fileName}（${rows} 行）` })),
        onClick: ({ key }) => write(key),
      }}
    >
      <Button icon={<FileExclamationOutlined />} loading={running}>
        {text}
      </Button>
    </Dropdown>
  );
}
