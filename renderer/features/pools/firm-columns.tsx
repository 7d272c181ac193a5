import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { TitleChip, type TitleOfFirm } from '#renderer/ui/title-chip.tsx';

/** What every list of the pools says of a firm. */
type FirmLine = {
  readonly firmId: number;
  readonly firm: string;
  readonly code: string | null;
  readonly streetLabel: string | null;
  readonly chainLabel: string | null;
  readonly titles: readonly TitleOfFirm[];
};

/** Columns that say which firm a line is about. */
export function firmColumns<T extends FirmLine>(): TableColumnsType<T> {
  return [
    {
      title: '企业名称',
      width: 250,
      fixed: 'left',
      render: (_value, row) => <Link to={`/firms/${row.firmId}`}>{row.firm}</Link>,
    },
    { title: '街道', width: 100, render: (_value, row) => row.streetLabel ?? '—' },
    { title: '产业链', width: 110, render: (_value, row) => row.chainLabel ?? '—' },
    {
      title: '称号（有效期至）',
      width: 230,
      render: (_value, row) =>
        row.titles.length === 0
          ? '—'
          : row.titles.map((title) => <TitleChip key={title.titleId} title={title} />),
    },
  ];
}
