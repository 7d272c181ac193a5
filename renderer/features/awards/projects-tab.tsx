import { App, Button, Input, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import { RecordExportButton } from '#renderer/ui/record-export-button.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { amountText } from '#shared/domain/money.ts';

type Row = OutputOf<'projects.list'>['rows'][number];

/** 项目: records that firms apply with, and what their clauses make of them today. */
export function ProjectsTab() {
  const list = useApi('projects.list', {}, { keepPrevious: true });
  const navigate = useNavigate();
  return (
    <Loaded query={list}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState
            title="还没有项目"
            hint="企业申报的技改、数字化攻关、贷款等项目登记在这里，按条款测算后立项兑现。"
            action={
              <Button type="primary" onClick={() => void navigate('/awards/projects/new')}>
                新增项目
              </Button>
            }
          />
        ) : (
          <ProjectTable rows={rows} />
        )
      }
    </Loaded>
  );
}

function ProjectTable({ rows }: { readonly rows: readonly Row[] }) {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<string | null>(null);
  const remove = useRemoveProject();
  const kinds = new Map(rows.map((row) => [row.kindId, row.kindLabel]));
  const shown = rows.filter(
    (row) =>
      (kind === null || row.kindId === kind) &&
      (text === '' || row.firm.includes(text) || row.name.includes(text) || (row.code ?? '').includes(text)),
  );
  const columns: TableColumnsType<Row> = [
    {
      title: '企业名称',
      width: 210,
      fixed: 'start',
      render: (_value, row) => <Link to={`/firms/${row.firmId}`}>{row.firm}</Link>,
    },
    { title: '类别', width: 135, render: (_value, row) => row.kindLabel },
    {
      title: '项目',
      width: 185,
      render: (_value, row) => <Link to={`/awards/projects/${row.id}`}>{row.name}</Link>,
    },
    { title: '日期', width: 110, render: (_value, row) => row.eventOn },
    {
      title: '测算（万元）',
      width: 115,
      align: 'right',
      render: (_value, row) => <MoneyText fen={row.amountFen} />,
    },
    { title: '测算结果', render: (_value, row) => row.result },
    { title: '兑现', width: 80, render: (_value, row) => (row.claims === 0 ? '未立项' : '已立项') },
    {
      title: '操作',
      width: 70,
      fixed: 'end',
      render: (_value, row) => (
        <Button type="link" size="small" disabled={row.claims > 0} onClick={() => void remove(row)}>
          删除
        </Button>
      ),
    },
  ];
  return (
    <>
      <div className="award-tools">
        <Input
          allowClear
          aria-label="按企业或项目名称筛选"
          placeholder="按企业或项目名称筛选"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Select<string | null>
          aria-label="类别"
          className="project-kind"
          value={kind}
          onChange={setKind}
          options={[
            { value: null, label: '全部类别' },
            ...[...kinds].map(([value, label]) => ({ value, label })),
          ]}
        />
        <span className="award-selection" />
        <RecordExportButton kind="projects" />
        <Button type="primary" onClick={() => void navigate('/awards/projects/new')}>
          新增项目
        </Button>
      </div>
      <Table<Row>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={shown}
        pagination={{ defaultPageSize: 50, showSizeChanger: true, hideOnSinglePage: true }}
        scroll={{ x: 1040 }}
        locale={{ emptyText: '没有符合条件的项目' }}
        footer={() =>
          `共 ${shown.length} 个，测算 ${amountText(shown.reduce((sum, row) => sum + row.amountFen, 0))}`
        }
      />
    </>
  );
}

function useRemoveProject(): (row: Row) => Promise<void> {
  const { message } = App.useApp();
  const { askReason } = useConfirm();
  const remove = useWrite('projects.remove');
  return async (row) => {
    const reason = await askReason({
      title: `删除项目“${row.name}”`,
      lines: [`${row.firm}的这个项目及其登记的其他财政资金将删除，可在变更历史中撤销。`],
      okText: '删除',
    });
    if (reason === null) return;
    remove.mutate({ id: row.id, reason }, { onSuccess: () => void message.success('项目已删除') });
  };
}
