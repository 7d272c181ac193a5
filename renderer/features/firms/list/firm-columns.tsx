import type { TableColumnsType } from 'antd';
import { Tag } from 'antd';
import { TitleChip } from '#renderer/ui/title-chip.tsx';
import type { InputOf, OutputOf } from '#shared/contract/api.ts';
import type { BatchField } from '#shared/contract/methods/firm-batch.ts';
import { type FirmListColumn, firmListLabels } from '#shared/text/firm-columns.ts';
import { scaleText, statusText } from '#shared/text/firm-text.ts';
import { MarkedText } from './marked-text.tsx';

/** One firm of the list. */
export type FirmRow = OutputOf<'firms.search'>['rows'][number];
/** How the list is sorted. */
export type FirmSort = NonNullable<InputOf<'firms.search'>['sort']>;

type Column = TableColumnsType<FirmRow>[number] & { readonly width: number };

const sortFieldOf: Partial<Readonly<Record<FirmListColumn | 'name', FirmSort['field']>>> = {
  name: 'name',
  code: 'code',
  street: 'streetId',
  platform: 'platformId',
  chain: 'chainId',
  scale: 'scale',
};

const widths: Readonly<Record<FirmListColumn, number>> = {
  code: 184,
  street: 110,
  platform: 130,
  chain: 120,
  titles: 300,
  industry: 160,
  scale: 96,
  mainProduct: 180,
  contactName: 90,
  contactPhone: 124,
  status: 72,
};

/** What a column writes in a row; 未填 shows as a dash in the list. */
const cells: Readonly<Record<FirmListColumn, (row: FirmRow) => React.ReactNode>> = {
  code: (row) => <CodeCell row={row} />,
  street: (row) => row.streetLabel ?? '—',
  platform: (row) => row.platformLabel ?? '—',
  chain: (row) => row.chainLabel ?? '—',
  titles: (row) => <TitleCell row={row} />,
  industry: (row) => row.industry ?? '—',
  scale: (row) => (row.scale === null ? '—' : scaleText[row.scale]),
  mainProduct: (row) => row.mainProduct ?? '—',
  contactName: (row) => row.contactName ?? '—',
  contactPhone: (row) => <span className="figures">{row.contactPhone ?? '—'}</span>,
  status: (row) => statusText[row.status],
};

/** The columns of the list: 序号 and 企业名称 frozen, then those the person shows. */
export function firmColumns(
  shown: readonly FirmListColumn[],
  sort: FirmSort,
  firstNumber: number,
  search: string,
  onEdit: (row: FirmRow, field: BatchField) => void,
): readonly Column[] {
  return [
    {
      key: 'number',
      title: '序号',
      width: 64,
      fixed: 'start',
      align: 'right',
      render: (_value, _row, index) => firstNumber + index,
    },
    {
      key: 'name',
      title: '企业名称',
      width: 260,
      fixed: 'start',
      ellipsis: { showTitle: false },
      ...sorting('name', sort),
      render: (_value, row) => <NameCell row={row} search={search} />,
    },
    ...shown.map(
      (key): Column => ({
        key,
        title: firmListLabels[key],
        width: widths[key],
        ellipsis: key !== 'titles' && { showTitle: true },
        ...sorting(key, sort),
        ...editing(key, onEdit),
        render: (_value, row) => cells[key](row),
      }),
    ),
  ];
}

/** Columns whose cells are changed by a double click, with the fact behind them. */
const editedFields: Partial<Readonly<Record<FirmListColumn, BatchField>>> = {
  street: 'streetId',
  platform: 'platformId',
  chain: 'chainId',
  industry: 'industry',
  scale: 'scale',
};

function editing(
  key: FirmListColumn,
  onEdit: (row: FirmRow, field: BatchField) => void,
): Partial<Pick<Column, 'onCell'>> {
  const field = editedFields[key];
  if (field === undefined) return {};
  return {
    onCell: (row) => ({
      onDoubleClick: (event) => {
        // The row would open the page of the firm.
        event.stopPropagation();
        onEdit(row, field);
      },
    }),
  };
}

/** Sorting is done over all firms by the core; the heading only shows and asks. */
function sorting(key: FirmListColumn | 'name', sort: FirmSort): Partial<Column> {
  const field = sortFieldOf[key];
  if (field === undefined) return {};
  const order = sort.direction === 'asc' ? 'ascend' : 'descend';
  return { sorter: true, sortOrder: sort.field === field ? order : null };
}

/** Field of the contract behind a sortable column key. */
export function sortFieldOfColumn(key: React.Key | undefined): FirmSort['field'] | undefined {
  const entry = Object.entries(sortFieldOf).find(([name]) => name === key);
  return entry?.[1];
}

function NameCell({ row, search }: { readonly row: FirmRow; readonly search: string }) {
  return (
    <span className="firm-name" title={row.name}>
      <span className="firm-name-text">
        <MarkedText text={row.name} search={search} />
      </span>
      {row.sample ? <Tag>示例</Tag> : null}
    </span>
  );
}

function CodeCell({ row }: { readonly row: FirmRow }) {
  if (row.code === null) return <>未填</>;
  return (
    <span className="figures">
      {row.code}
      {row.codeState === 'suspicious' ? <Tag color="warning">存疑</Tag> : null}
    </span>
  );
}

function TitleCell({ row }: { readonly row: FirmRow }) {
  if (row.titles.length === 0) return <>—</>;
  return (
    <span className="firm-chips">
      {row.titles.map((title) => (
        <TitleChip key={title.titleId} title={title} />
      ))}
    </span>
  );
}
