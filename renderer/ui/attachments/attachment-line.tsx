import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useApi } from '#renderer/client/use-query.ts';
import type { AttachmentOwner } from '#shared/domain/attachment.ts';
import { type AttachmentRow, useAttachments } from './use-attachments.tsx';
import './attachments.css';

/** 附件 of one entry in a line: each opens by its name, the rest is in a menu beside it. */
export function AttachmentLine({ owner }: { readonly owner: AttachmentOwner }) {
  const query = useApi('attachments.list', { owner });
  const actions = useAttachments(owner);
  const menuOf = (row: AttachmentRow) => ({
    items: [
      { key: 'save', label: '另存为', onClick: () => actions.saveAs(row) },
      { key: 'edit', label: '修改', onClick: () => actions.edit(row) },
      { key: 'remove', label: '删除', onClick: () => void actions.remove(row) },
    ],
  });
  return (
    <div className="attachment-line">
      {query.data?.rows.map((row) => (
        <span key={row.id}>
          <Button type="link" size="small" className="attachment-name" onClick={() => actions.open(row)}>
            {row.name}
          </Button>
          <Dropdown menu={menuOf(row)} trigger={['click']}>
            <Button type="text" size="small" aria-label={`${row.name}的更多操作`} icon={<MoreOutlined />} />
          </Dropdown>
        </span>
      ))}
      <Button
        type="link"
        size="small"
        className="attachment-name"
        loading={actions.job.running}
        onClick={() => void actions.choose()}
      >
        添加附件
      </Button>
      {actions.dialog}
    </div>
  );
}
