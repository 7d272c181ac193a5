import { Button, Table, type TableColumnsType } from 'antd';
import { useApi } from '#renderer/client/use-query.ts';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { sizeText } from '#renderer/ui/size-text.ts';
import { useWindowDrop } from '#renderer/ui/use-window-drop.ts';
import { type AttachmentOwner, attachmentKindText, attachmentLimit } from '#shared/domain/attachment.ts';
import { type AttachmentRow, useAttachments } from './use-attachments.tsx';
import './attachments.css';

/** 附件 of one owner as a table; files are chosen or dropped anywhere on the page. */
export function AttachmentsPanel({ owner }: { readonly owner: AttachmentOwner }) {
  const query = useApi('attachments.list', { owner });
  const actions = useAttachments(owner);
  const { running } = actions.job;
  const hovering = useWindowDrop(running, (files) => void actions.drop(files));
  return (
    <section className={hovering ? 'attachments attachments-over' : 'attachments'} aria-label="附件">
      <div className="attachments-tools">
        <p className="quiet">
          {hovering
            ? '松开鼠标即可登记'
            : `把文件拖到本页任意位置，或点“添加附件”；单个文件不超过 ${attachmentLimit / 1024 / 1024} MB。查看会记入变更历史。`}
        </p>
        {running ? <Button onClick={actions.job.cancel}>取消</Button> : null}
        <Button type="primary" loading={running} onClick={() => void actions.choose()}>
          添加附件
        </Button>
      </div>
      <Loaded query={query}>
        {({ rows }) => (
          <Table<AttachmentRow>
            rowKey="id"
            size="small"
            columns={columnsOf(actions)}
            dataSource={rows}
            scroll={{ x: 960 }}
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
            locale={{ emptyText: '还没有附件。认定文件、申报材料、发票凭证、审计报告都可以存在这里。' }}
          />
        )}
      </Loaded>
      {actions.dialog}
    </section>
  );
}

function columnsOf(actions: ReturnType<typeof useAttachments>): TableColumnsType<AttachmentRow> {
  return [
    {
      title: '文件名',
      render: (_value, row) => (
        <Button type="link" size="small" className="attachment-name" onClick={() => actions.open(row)}>
          {row.name}
        </Button>
      ),
    },
    { title: '类别', width: 150, render: (_value, row) => attachmentKindText[row.kind] },
    { title: '说明', width: 200, ellipsis: true, render: (_value, row) => row.note ?? '—' },
    {
      title: '大小',
      width: 90,
      align: 'right',
      render: (_value, row) => <span className="figures">{sizeText(row.bytes)}</span>,
    },
    { title: '登记日期', width: 110, render: (_value, row) => row.addedOn },
    {
      title: '操作',
      width: 180,
      render: (_value, row) => (
        <div className="row-actions">
          <Button type="link" size="small" onClick={() => actions.saveAs(row)}>
            另存为
          </Button>
          <Button type="link" size="small" onClick={() => actions.edit(row)}>
            修改
          </Button>
          <Button type="link" size="small" onClick={() => void actions.remove(row)}>
            删除
          </Button>
        </div>
      ),
    },
  ];
}
