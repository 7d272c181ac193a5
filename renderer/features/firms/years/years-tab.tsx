import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { YearBars } from '#renderer/charts/year-bars.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { type YearFigure, yearFigureGroups, yearFigureInfo, yearFigures } from '#shared/domain/firm-year.ts';
import { figureLabel, figureText } from '#shared/text/year-figure-text.ts';
import { YearDialog } from './year-dialog.tsx';

type Years = OutputOf<'years.list'>;
type Year = Years['years'][number];

/** Completed years shown beside the running one. */
const completed = 3;

/** 经营数据: three completed years and the running one side by side, with small charts and sanity notes. */
export function YearsTab({ firm }: { readonly firm: { readonly id: number; readonly name: string } }) {
  const years = useApi('years.list', { firmId: firm.id }, { keepPrevious: true });
  return <Loaded query={years}>{(data) => <Content firm={firm} data={data} />}</Loaded>;
}

type Props = { readonly firm: { readonly id: number; readonly name: string }; readonly data: Years };

function Content({ firm, data }: Props) {
  const { year: running } = useAsOf();
  const [editing, setEditing] = useState<number | null>(null);
  const shown = Array.from({ length: completed + 1 }, (_, index) => running - completed + index);
  const byYear = new Map(data.years.map((each) => [each.year, each]));
  const notes = data.notes.filter((note) => shown.includes(note.year));
  return (
    <>
      {notes.length === 0 ? null : (
        <ul className="firm-year-notes">
          {notes.map((note) => (
            <li key={`${note.year}${note.text}`}>
              <StatusWord kind="warn" text={`${note.year} 年：${note.text}`} />
            </li>
          ))}
        </ul>
      )}
      <Charts years={shown.map((year) => byYear.get(year) ?? { year, figures: null })} />
      <FigureTable shown={shown} byYear={byYear} onEdit={setEditing} />
      {editing === null ? null : (
        <YearDialog
          key={editing}
          firm={firm}
          year={editing}
          known={byYear.get(editing)}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

const charted: readonly YearFigure[] = ['revenue', 'netProfit', 'rdSpend'];

function Charts({
  years,
}: {
  readonly years: readonly { readonly year: number; readonly figures: Year['figures'] | null }[];
}) {
  if (years.every(({ figures }) => charted.every((figure) => (figures?.[figure] ?? null) === null)))
    return null;
  return (
    <div className="firm-year-charts">
      {charted.map((figure) => (
        <YearBars
          key={figure}
          title={yearFigureInfo[figure].label}
          unit="万元"
          points={years.map(({ year, figures }) => {
            const value = figures?.[figure] ?? null;
            return {
              label: String(year),
              value: typeof value === 'number' ? value : null,
              text: figureText(figure, value).replace(/\.\d+$/, ''),
            };
          })}
        />
      ))}
    </div>
  );
}

type Line =
  | { readonly key: string; readonly head: string }
  | { readonly key: string; readonly figure: YearFigure };

const lines: readonly Line[] = Object.entries(yearFigureGroups).flatMap(([group, head]) => [
  { key: group, head },
  ...yearFigures
    .filter((figure) => yearFigureInfo[figure].group === group)
    .map((figure) => ({ key: figure, figure })),
]);

type TableProps = {
  readonly shown: readonly number[];
  readonly byYear: ReadonlyMap<number, Year>;
  readonly onEdit: (year: number) => void;
};

function FigureTable({ shown, byYear, onEdit }: TableProps) {
  const span = shown.length + 1;
  const columns: TableColumnsType<Line> = [
    {
      key: 'label',
      title: '项目',
      width: 240,
      fixed: 'start',
      onCell: (line) => ('head' in line ? { colSpan: span } : {}),
      render: (_value, line) => ('head' in line ? <strong>{line.head}</strong> : figureLabel(line.figure)),
    },
    ...shown.map((year) => ({
      key: String(year),
      align: 'right' as const,
      width: 150,
      title: (
        <span className="firm-year-head">
          {year} 年
          <Button type="link" size="small" aria-label={`填报 ${year} 年`} onClick={() => onEdit(year)}>
            填报
          </Button>
        </span>
      ),
      onCell: (line: Line) => ('head' in line ? { colSpan: 0 } : {}),
      render: (_value: unknown, line: Line) =>
        'head' in line ? null : (
          <span className="figures">
            {figureText(line.figure, byYear.get(year)?.figures[line.figure] ?? null)}
          </span>
        ),
    })),
  ];
  const sources = shown.flatMap((year) => {
    const known = byYear.get(year);
    const said = [known?.source, known?.remark].filter((part) => part != null);
    return said.length === 0 ? [] : [`${year} 年：${said.join('，')}`];
  });
  return (
    <>
      <Table<Line>
        rowKey="key"
        size="small"
        columns={columns}
        dataSource={[...lines]}
        pagination={false}
        scroll={{ x: 840 }}
      />
      <p className="quiet">
        {sources.length === 0 ? '来源未填。' : `来源：${sources.join('；')}。`}
        “—”为未填，不作零计算。修改记入历史，可在“历史”页撤销。
      </p>
    </>
  );
}
