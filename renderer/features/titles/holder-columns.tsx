import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';

/** What every list of title holders begins with. */
type Holder = {
  readonly firmId: number;
  readonly firm: string;
  readonly code: string | null;
  readonly streetLabel: string | null;
  readonly titleLabel: string;
};

/** Columns that say which firm and title a line is about. */
export function holderColumns<T extends Holder>(): TableColumnsType<T> {
  return [
    {
      title: '企业名称',
      width: 260,
      render: (_value, row) => <Link to={`/firms/${row.firmId}`}>{row.firm}</Link>,
    },
    { title: '统一社会信用代码', width: 190, render: (_value, row) => row.code ?? '未填' },
    { title: '街道', width: 110, render: (_value, row) => row.streetLabel ?? '—' },
    { title: '称号', width: 130, render: (_value, row) => row.titleLabel },
  ];
}
