import { DownloadOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { District } from '#renderer/app/as-of.tsx';
import { TemplateButton } from '#renderer/ui/template-button.tsx';
import type { FirmListColumn } from '#shared/text/firm-columns.ts';
import { ColumnSettings, DensityButton } from './column-settings.tsx';
import type { ListPreferences } from './list-preferences.ts';

type Props = {
  /** Firms in the ledger. */
  readonly count: number;
  readonly streets: District['streets'];
  readonly columns: readonly FirmListColumn[];
  readonly preferences: ListPreferences;
  readonly onPreferences: (next: ListPreferences) => void;
  readonly onExport: () => void;
};

/** The tool bar of the list: 导入, 导出, 模板, 密度, 列设置, 新增. */
export function ListActions(props: Props) {
  const navigate = useNavigate();
  const { preferences, onPreferences } = props;
  return (
    <>
      <Button icon={<UploadOutlined />} onClick={() => void navigate('/imports')}>
        导入
      </Button>
      <Button icon={<DownloadOutlined />} disabled={props.count === 0} onClick={props.onExport}>
        导出
      </Button>
      <TemplateButton streets={props.streets} />
      <DensityButton
        value={preferences.density}
        onChange={(density) => onPreferences({ ...preferences, density })}
      />
      <ColumnSettings
        shown={props.columns}
        onChange={(columns) => onPreferences({ ...preferences, columns })}
      />
      <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/firms/new')}>
        新增企业
      </Button>
    </>
  );
}
