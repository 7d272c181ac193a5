import { Button, Table, type TableColumnsType } from 'antd';
import { useNavigate } from 'react-router';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { momentText } from '#renderer/ui/moment-text.ts';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { discardQuestion } from '../discard-question.ts';

type DraftRow = OutputOf<'imports.drafts'>['drafts'][number];

/** 未完成的导入: drafts that wait, to be gone on with or thrown away; nothing when there are none. */
export function DraftList() {
  const navigate = useNavigate();
  const { dangerConfirm } = useConfirm();
  const query = useApi('imports.drafts', {});
  const discard = useWrite('imports.discard');
  if (query.error) return <ErrorPanel failure={query.error.failure} onRetry={() => void query.refetch()} />;
  const drafts = query.data?.drafts ?? [];
  if (drafts.length === 0) return null;
  const askDiscard = async ({ draftId, fileNames }: DraftRow) => {
    if (await dangerConfirm(discardQuestion(fileNames))) discard.mutate({ draftId });
  };
  return (
    <section className="import-history" aria-label="未完成的导入">
      <h2>未完成的导入</h2>
      <Table<DraftRow>
        rowKey="draftId"
        size="small"
        pagination={false}
        columns={columnsOf({
          goOn: ({ draftId }) => void navigate(`/imports/${draftId}?step=check`),
          discard: (draft) => void askDiscard(draft),
        })}
        dataSource={[...drafts]}
      />
    </section>
  );
}

type Acts = { readonly goOn: (draft: DraftRow) => void; readonly discard: (draft: DraftRow) => void };

function columnsOf({ goOn, discard }: Acts): TableColumnsType<DraftRow> {
  return [
    { key: 'at', title: '读取时间', width: 160, render: (_value, draft) => momentText(draft.at) },
    { key: 'files', title: '文件', ellipsis: true, render: (_value, draft) => draft.fileNames.join('、') },
    {
      key: 'acts',
      title: '操作',
      width: 180,
      render: (_value, draft) => (
        <>
          <Button type="link" size="small" onClick={() => goOn(draft)}>
            继续处理
          </Button>
          <Button type="link" size="small" danger onClick={() => discard(draft)}>
            放弃
          </Button>
        </>
      ),
    },
  ];
}
