import { Button, Table, type TableColumnsType } from 'antd';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import { type TaskState, taskStateText } from '#shared/domain/task.ts';
import { figureText, type Task } from './figure-text.ts';

const kinds = {
  waiting: 'muted',
  running: 'info',
  overdue: 'error',
  done: 'ok',
} as const satisfies Record<TaskState, string>;

type Props = {
  readonly rows: readonly Task[];
  readonly selected: readonly string[];
  readonly onSelect: (ids: readonly string[]) => void;
  readonly onOpen: (id: string) => void;
};

/** Tasks in the order of the document, each 行动 with its name once. */
export function TaskTable({ rows, selected, onSelect, onOpen }: Props) {
  return (
    <Table<Task>
      rowKey="id"
      size="small"
      columns={columnsOf(rows, onOpen)}
      dataSource={rows}
      rowSelection={{ selectedRowKeys: [...selected], onChange: (keys) => onSelect(keys.map(String)) }}
      scroll={{ x: 1080 }}
      pagination={false}
      locale={{ emptyText: '没有符合条件的任务' }}
    />
  );
}

function columnsOf(rows: readonly Task[], onOpen: (id: string) => void): TableColumnsType<Task> {
  return [
    {
      key: 'group',
      title: '行动',
      width: 92,
      onCell: (_row, index = 0) => ({ rowSpan: spanOf(rows, index) }),
      render: (_value, row) => row.group,
    },
    {
      key: 'title',
      title: '任务',
      width: 200,
      render: (_value, row) => (
        <Button type="link" className="task-link" onClick={() => onOpen(row.id)}>
          {row.title}
        </Button>
      ),
    },
    { key: 'leads', title: '责任单位', width: 150, render: (_value, row) => row.leads.join('、') },
    {
      key: 'figures',
      title: '指标',
      width: 250,
      render: (_value, row) =>
        row.indicators.length === 0 ? (
          '—'
        ) : (
          <ul className="task-figures">
            {row.indicators.map((each) => (
              <li key={each.id}>
                {each.label} <span className="figures">{figureText(each)}</span>
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: 'state',
      title: '状态',
      width: 92,
      render: (_value, row) => <StatusWord kind={kinds[row.state]} text={taskStateText[row.state]} />,
    },
    { key: 'due', title: '时限', width: 106, render: (_value, row) => row.dueOn ?? '—' },
    {
      key: 'note',
      title: '最近进展',
      render: (_value, row) => {
        const [last] = row.notes;
        return last === undefined ? '—' : `${last.on} ${last.text}`;
      },
    },
  ];
}

/** Rows that the name of a 行动 spans: all that follow each other with it, at the first of them. */
function spanOf(rows: readonly Task[], index: number): number {
  const group = rows[index]?.group;
  if (index > 0 && rows[index - 1]?.group === group) return 0;
  const end = rows.findIndex((row, at) => at > index && row.group !== group);
  return (end < 0 ? rows.length : end) - index;
}
