import { Button, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { FirmTextFilter } from '#renderer/ui/firm-text-filter.tsx';
import { standingText } from '#shared/evaluation/rank.ts';
import { DecideDialog } from './evaluation-dialogs.tsx';
import { EvaluationDrawer } from './evaluation-drawer.tsx';
import { type Evaluation, type EvaluationRow, Grade, pointsText, rangeText } from './evaluation-words.tsx';

const scoreColumns: TableColumnsType<EvaluationRow> = [
  { title: '名次', width: 65, align: 'right', fixed: 'left', render: (_value, row) => row.rank ?? '—' },
  {
    title: '企业名称',
    width: 250,
    fixed: 'left',
    render: (_value, row) => <Link to={`/firms/${row.firmId}`}>{row.firm}</Link>,
  },
  { title: '街道', width: 100, render: (_value, row) => row.streetLabel ?? '—' },
  { title: '阶段', width: 70, render: (_value, row) => row.stage },
  { title: '得分', width: 85, align: 'right', render: (_value, row) => pointsText(row.points) },
  { title: '等次', width: 130, render: (_value, row) => <Grade row={row} /> },
];

const wordColumns: TableColumnsType<EvaluationRow> = [
  { title: '比上年', width: 175, render: (_value, row) => changeText(row) },
  { title: '说明', render: (_value, row) => remark(row) },
];

/** Members in order of rank; chosen ones are adjusted together, each opens with its reasons. */
export function EvaluationTable({ view }: { readonly view: Evaluation }) {
  const [text, setText] = useState('');
  const [kind, setKind] = useState<string | null>(null);
  const [selected, setSelected] = useState<readonly number[]>([]);
  const [deciding, setDeciding] = useState(false);
  const [shownFirm, setShownFirm] = useState<number | null>(null);
  const locked = view.published !== null;
  const rows = view.rows.filter(
    (row) =>
      (kind === null || row.grade === kind || row.standing === kind) &&
      (text === '' || row.firm.includes(text) || (row.code ?? '').includes(text)),
  );
  const chosen = view.rows.filter((row) => selected.includes(row.firmId));
  return (
    <>
      <div className="pool-tools">
        <FirmTextFilter value={text} onChange={setText} />
        <Select<string | null>
          aria-label="等次"
          value={kind}
          onChange={setKind}
          options={[
            { value: null, label: '全部等次' },
            ...(view.rule?.grades ?? []).map(({ label }) => ({ value: label, label })),
            { value: 'missing', label: standingText.missing },
            { value: 'exempt', label: standingText.exempt },
          ]}
        />
        <span className="pool-selection">
          {locked ? '结果已锁定' : chosen.length === 0 ? '勾选企业后可调整' : `已选 ${chosen.length} 家`}
        </span>
        {locked ? null : (
          <Button disabled={chosen.length === 0} onClick={() => setDeciding(true)}>
            调整得分或不参评
          </Button>
        )}
      </div>
      <Table<EvaluationRow>
        size="small"
        rowKey="firmId"
        columns={[
          ...scoreColumns,
          { title: '自评', width: 80, render: (_value, row) => ownGrade(view, row) },
          ...wordColumns,
          {
            title: '操作',
            width: 80,
            render: (_value, row) => (
              <Button type="link" size="small" onClick={() => setShownFirm(row.firmId)}>
                依据
              </Button>
            ),
          },
        ]}
        dataSource={rows}
        {...(locked
          ? {}
          : {
              rowSelection: {
                selectedRowKeys: [...selected],
                onChange: (_keys: unknown, picked: EvaluationRow[]) =>
                  setSelected(picked.map((row) => row.firmId)),
              },
            })}
        pagination={{ defaultPageSize: 50, showSizeChanger: true, hideOnSinglePage: true }}
        scroll={{ x: 1380 }}
        locale={{ emptyText: '没有符合条件的企业' }}
      />
      <DecideDialog
        view={view}
        rows={chosen}
        open={deciding}
        onClose={() => {
          setDeciding(false);
          setSelected([]);
        }}
      />
      <EvaluationDrawer view={view} firmId={shownFirm} onClose={() => setShownFirm(null)} />
    </>
  );
}

/** The grade a firm gives itself; 已交 without one. */
function ownGrade({ selfAssessed }: Evaluation, { firmId }: EvaluationRow): string {
  const own = selfAssessed.find((each) => each.firmId === firmId);
  return own === undefined ? '未交' : (own.grade ?? '已交');
}

function changeText({ previous, points }: EvaluationRow): string {
  if (previous === null) return '上年未评';
  if (previous.points === null) return '上年不参评';
  const grade = `上年${previous.grade ?? ''}`;
  if (points === null) return grade;
  const change = points - previous.points;
  return change === 0
    ? `${grade}，持平`
    : `${grade}，${change > 0 ? '升' : '降'} ${pointsText(Math.abs(change))}`;
}

function remark(row: EvaluationRow): string {
  const parts = [
    row.standing === 'missing' ? `缺 ${row.missing.length} 项数据` : row.reason,
    row.appeal === null ? null : `有申诉（${row.appealResult === null ? '处理中' : '已处理'}）`,
    row.left ? '已出库' : null,
    row.recomputed === null ? null : `现按数据得 ${rangeText(row.recomputed)}`,
  ];
  const text = parts.filter((part) => part !== null).join('；');
  return text === '' ? '—' : text;
}
