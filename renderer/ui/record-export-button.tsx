import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type RecordKind, rosterKindLabels } from '#shared/roster/kinds.ts';
import { useSaveJob } from './use-save-job.tsx';

/** 导出 of the records of one kind of all firms, in the columns of their form; what comes back unchanged is 无变化. */
export function RecordExportButton({ kind }: { readonly kind: RecordKind }) {
  const { save, running } = useSaveJob('exports.records');
  return (
    <Button
      icon={<DownloadOutlined />}
      loading={running}
      onClick={() =>
        void save({ name: rosterKindLabels[kind], format: 'xlsx' }, (target) => ({ target, kind }))
      }
    >
      导出
    </Button>
  );
}
