import { Alert, App, Button } from 'antd';
import { refreshAll } from '#renderer/client/query-client.ts';
import { useJob } from '#renderer/client/use-job.ts';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { BackupList } from '#renderer/ui/backup-list.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { useRestore } from '#renderer/ui/use-restore.ts';
import type { OutputOf } from '#shared/contract/api.ts';
import '../system.css';

/** 备份与恢复: how old the newest copy is, making one, keeping one elsewhere, going back to one. */
export function BackupsPage() {
  const { message } = App.useApp();
  const query = useApi('backups.list', {});
  const make = useJob('backups.make');
  const saveCopy = useWrite('backups.saveCopy');
  const restore = useRestore();
  const failure = make.error ?? restore.failure;
  const backUp = async () => {
    const made = await make.start({});
    if (made === undefined) return;
    void refreshAll();
    void message.success('已备份，并重新打开核验过');
  };
  const saveElsewhere = () =>
    saveCopy.mutate(
      {},
      {
        onSuccess: ({ saved }) => {
          if (saved !== null) void message.success(`已另存并核验：${saved}`);
        },
      },
    );
  return (
    <Page
      title="备份与恢复"
      state={query.data === undefined ? undefined : ageText(query.data)}
      actions={
        <>
          <Button onClick={() => void restore.fromFile()} disabled={restore.running}>
            从文件恢复
          </Button>
          <Button onClick={saveElsewhere} loading={saveCopy.isPending}>
            另存一份
          </Button>
          <Button type="primary" onClick={() => void backUp()} loading={make.running}>
            立即备份
          </Button>
        </>
      }
    >
      {failure === null ? null : <ErrorPanel failure={failure} />}
      <Loaded query={query}>
        {({ backups, dailyFailure }) => (
          <>
            {dailyFailure === null ? null : (
              <Alert type="warning" showIcon title="今天的自动备份没有做成" description={dailyFailure} />
            )}
            <BackupList backups={backups} restore={restore} />
          </>
        )}
      </Loaded>
      <p className="quiet">
        程序打开时每天自动备份一次，保留最近 30 天和此前 12 个月每月一份；一次导入 500
        行以上、恢复、升级之前也各备份一次。备份存在台账旁边的文件夹里，电脑损坏时会一同丢失：请定期用“另存一份”存到
        U
        盘或另一块硬盘。附件随备份一并保存；另存时附件放在同名的“-files”文件夹里，要一起拷走。换电脑时，把另存的文件拷过去，用“从文件恢复”打开。
      </p>
    </Page>
  );
}

function ageText({ daysSince }: OutputOf<'backups.list'>): string {
  if (daysSince === null) return '还没有备份。';
  return daysSince === 0 ? '最近一次备份在一天之内，已核验。' : `最近一次备份在 ${daysSince} 天前，已核验。`;
}
