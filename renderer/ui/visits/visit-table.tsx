import { Button, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import { type VisitState, visitStateText } from '#shared/domain/visit.ts';
import type { VisitRow } from './visit-dialog.tsx';

const kinds = { planned: 'info', overdue: 'error', made: 'ok' } as const satisfies Record<VisitState, string>;

type Actions = {
  readonly onEdit: (visit: VisitRow) => void;
  readonly onRequest: (visit: VisitRow) => void;
  readonly onRemove: (visit: VisitRow) => void;
};

type Props = Actions & {
  readonly rows: readonly VisitRow[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly onPage: (page: number) => void;
  /** Whether the list is of one firm, whose name every row would repeat. */
  readonly ofFirm?: boolean;
};

/** 走访 with their state; what waits stands first. */
export function VisitTable({ rows, total, page, pageSize, onPage, ofFirm = false, ...actions }: Props) {
  const columns = columnsOf(actions).filter(({ key }) => !ofFirm || (key !== 'firm' && key !== 'street'));
  return (
    <Table<VisitRow>
      rowKey="id"
      size="small"
      columns={columns}
      dataSource={rows}
      scroll={{ x: ofFirm ? 780 : 1150 }}
      pagination={{
        current: page,
        pageSize,
        total,
        showSizeChanger: false,
        hideOnSinglePage: true,
        onChange: onPage,
      }}
      locale={{ emptyText: ofFirm ? '还没有走访记录' : '没有符合条件的走访' }}
    />
  );
}

function columnsOf({ onEdit, onRequest, onRemove }: Actions): TableColumnsType<VisitRow> {
  return [
    {
      key: 'firm',
      title: '企业名称',
      width: 260,
      fixed: 'start',
      render: (_value, row) => <Link to={`/firms/${row.firmId}?tab=services`}>{row.firm}</Link>,
    },
    { key: 'street', title: '街道', width: 100, render: (_value, row) => row.streetLabel ?? '—' },
    {
      key: 'state',
      title: '状态',
      width: 104,
      render: (_value, row) => <StatusWord kind={kinds[row.state]} text={visitStateText[row.state]} />,
    },
    { key: 'planned', title: '计划日期', width: 108, render: (_value, row) => row.plannedOn ?? '—' },
    { key: 'visited', title: '走访日期', width: 108, render: (_value, row) => row.visitedOn ?? '—' },
    { key: 'visitors', title: '走访人员', width: 130, render: (_value, row) => row.visitors ?? '—' },
    { key: 'record', title: '走访情况', ellipsis: true, render: (_value, row) => row.record ?? '—' },
    {
      key: 'requests',
      title: '诉求',
      width: 60,
      align: 'right',
      render: (_value, row) => <span className="figures">{row.requests === 0 ? '—' : row.requests}</span>,
    },
    {
      key: 'actions',
      title: '操作',
      width: 170,
      fixed: 'end',
      render: (_value, row) => (
        <div className="row-actions">
          <Button type="link" size="small" onClick={() => onEdit(row)}>
            {row.visitedOn === null ? '登记' : '修改'}
          </Button>
          {row.visitedOn === null ? null : (
            <Button type="link" size="small" onClick={() => onRequest(row)}>
              加诉求
            </Button>
          )}
          <Button type="link" size="small" onClick={() => onRemove(row)}>
            删除
          </Button>
        </div>
      ),
    },
  ];
}
