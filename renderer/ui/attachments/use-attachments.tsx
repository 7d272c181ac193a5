import { App } from 'antd';
import { useState } from 'react';
import { useJob } from '#renderer/client/use-job.ts';
import { useWrite } from '#renderer/client/use-query.ts';
import { useErrorDialog } from '#renderer/ui/error-dialog.tsx';
import { grantFiles } from '#renderer/ui/grant-files.ts';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import type { FileToken } from '#shared/contract/bridge.ts';
import type { AttachmentOwner } from '#shared/domain/attachment.ts';
import { AttachmentDialog } from './attachment-dialog.tsx';

/** An attachment as a list shows it. */
export type AttachmentRow = OutputOf<'attachments.list'>['rows'][number];

/** All that can be done with the 附件 of one owner. */
export function useAttachments(owner: AttachmentOwner) {
  const { message } = App.useApp();
  const { dangerConfirm } = useConfirm();
  const showError = useErrorDialog();
  const job = useJob('attachments.add', { onFailure: showError });
  const chooseFiles = useWrite('attachments.choose');
  const open = useWrite('attachments.open');
  const saveAs = useWrite('attachments.saveAs');
  const remove = useWrite('attachments.remove');
  const [editing, setEditing] = useState<AttachmentRow | null>(null);

  const add = async (files: readonly FileToken[]) => {
    if (files.length === 0) return;
    const done = await job.start({ tokens: files.map(({ token }) => token), owner });
    if (done === undefined) return; // cancelled, or failed: the dialog has said why
    if (done.added > 0) void message.success(`已登记附件 ${done.added} 个`);
    if (done.known.length > 0) void message.info(`已经登记过，没有重复登记：${done.known.join('、')}`);
  };
  return {
    job,
    choose: async () => {
      const chosen = await chooseFiles.mutateAsync({}).catch(() => undefined); // the error dialog has said why
      await add(chosen?.files ?? []);
    },
    drop: async (files: readonly File[]) => {
      const { tokens, notGranted } = await grantFiles(files);
      for (const each of notGranted) void message.error(`${each.fileName}：${each.message}`);
      await add(tokens);
    },
    open: ({ id }: AttachmentRow) => open.mutate({ id }),
    saveAs: ({ id }: AttachmentRow) =>
      saveAs.mutate(
        { id },
        { onSuccess: ({ saved }) => void (saved !== null && message.success(`已另存为“${saved}”`)) },
      ),
    edit: setEditing,
    remove: async ({ id, name }: AttachmentRow) => {
      const sure = await dangerConfirm({
        title: '删除附件',
        lost: [name],
        back: '删除可在变更历史中撤销，文件内容仍留在附件文件夹里。',
        okText: '删除',
      });
      if (sure) remove.mutate({ id }, { onSuccess: () => void message.success('已删除') });
    },
    dialog: <AttachmentDialog attachment={editing} onClose={() => setEditing(null)} />,
  };
}
