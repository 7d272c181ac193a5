import { Button, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import {
  type RequestState,
  requestKindText,
  requestStateText,
  satisfactionText,
} from '#shared/domain/service-request.ts';
import type { RequestRow } from './request-dialog.tsx';

const kinds = {
  open: 'warn',
  answered: 'info',
  overdue: 'error',
  closed: 'ok',
} as const satisfies Record<RequestState, string>;

type Actions = {
  readonly onEdit: (request: RequestRow) => void;
  readonly onRemove: (request: RequestRow) => void;
};

type Props = Actions & {
  readonly rows: readonly RequestRow[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly onPage: (page: number) => void;
  /** Whether the list is of one firm, whose name every row would repeat. */
  readonly ofFirm?: boolean;
};

/** 诉求 with their state; what is late or open stands first. */
export function RequestTable({ rows, total, page, pageSize, onPage, ofFirm = false, ...actions }: Props) {
  const columns = columnsOf(actions).filter(({ key }) => !ofFirm || (key !== 'firm' && key !== 'street'));
  return (
    <Table<RequestRow>
      rowKey="id"
      size="small"
      columns={columns}
      dataSource={rows}
      scroll={{ x: ofFirm ? 930 : 1244 }}
      pagination={{
        current: page,
        pageSize,
        total,
        showSizeChanger: false,
        hideOnSinglePage: true,
        onChange: onPage,
      }}
      locale={{ emptyText: ofFirm ? '还没有登记诉求' : '没有符合条件的诉求' }}
    />
  );
}

function columnsOf({ onEdit, onRemove }: Actions): TableColumnsType<RequestRow> {
  return [
    {
      key: 'firm',
      title: '企业名称',
      width: 220,
      fixed: 'start',
      render: (_value, row) => <Link to={`/firms/${row.firmId}?tab=services`}>{row.firm}</Link>,
    },
    { key: 'street', title: '街道', width: 90, render: (_value, row) => row.streetLabel ?? '—' },
    {
      key: 'state',
      title: '状态',
      width: 88,
      render: (_value, row) => <StatusWord kind={kinds[row.state]} text={requestStateText[row.state]} />,
    },
    { key: 'kind', title: '类别', width: 84, render: (_value, row) => requestKindText[row.kind] },
    { key: 'text', title: '诉求内容', width: 220, render: (_value, row) => row.text },
    { key: 'received', title: '提出日期', width: 106, render: (_value, row) => row.receivedOn },
    { key: 'unit', title: '责任单位', width: 120, render: (_value, row) => row.unit ?? '—' },
    { key: 'due', title: '办理期限', width: 106, render: (_value, row) => row.dueOn ?? '—' },
    {
      key: 'closed',
      title: '办结',
      width: 106,
      render: (_value, { closedOn, satisfaction }) => (
        <>
          {closedOn ?? '—'}
          {satisfaction === null ? null : <div>{satisfactionText[satisfaction]}</div>}
        </>
      ),
    },
    {
      key: 'actions',
      title: '操作',
      width: 104,
      fixed: 'end',
      render: (_value, row) => (
        <div className="row-actions">
          <Button type="link" size="small" onClick={() => onEdit(row)}>
            {row.closedOn === null ? '办理' : '修改'}
          </Button>
          <Button type="link" size="small" onClick={() => onRemove(row)}>
            删除
          </Button>
        </div>
      ),
    },
  ];
}
