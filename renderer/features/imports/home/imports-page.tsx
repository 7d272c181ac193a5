import '../imports.css';
import { Alert } from 'antd';
import { useDistrict } from '#renderer/app/as-of.tsx';
import { useApi } from '#renderer/client/use-query.ts';
import { Page } from '#renderer/ui/page.tsx';
import { TemplateButton } from '#renderer/ui/template-button.tsx';
import { JobProgress } from '../job-progress.tsx';
import { DraftList } from './draft-list.tsx';
import { DropZone } from './drop-zone.tsx';
import { ImportHistory } from './import-history.tsx';
import { useOpenRoster } from './use-open-roster.ts';
import { WatchPanel } from './watch-panel.tsx';

/** 名册交换: where rosters come in, and what came in before. */
export function ImportsPage() {
  const roster = useOpenRoster();
  const district = useDistrict();
  const count = useApi('imports.list', { offset: 0, limit: 1 }).data?.total;
  return (
    <Page
      title="名册交换"
      state={stateSentence(count)}
      actions={<TemplateButton streets={district.streets} />}
    >
      <DropZone
        busy={roster.job.running}
        onChoose={() => void roster.choose()}
        onDrop={(files) => void roster.drop(files)}
      />
      <WatchPanel />
      <JobProgress job={roster.job} what="读取名册" />
      {roster.refused.map((refused) => (
        <Alert
          key={refused.fileName}
          className="import-refused"
          type="error"
          showIcon
          title={`${refused.fileName} 没有读出来`}
          description={refused.message}
        />
      ))}
      <DraftList />
      <ImportHistory />
    </Page>
  );
}

function stateSentence(count: number | undefined): string {
  if (count === undefined) return '';
  if (count === 0) return '还没有导入过名册。街道、平台报来的名册从这里进入台账。';
  return `已导入 ${count} 张表；每次导入都可以整批撤销。`;
}
