import { FolderOpenOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useApi, useWrite } from '#renderer/client/use-query.ts';

/** 监看文件夹: files that street offices put there wait as unfinished imports; nothing is written by itself. */
export function WatchPanel() {
  const watch = useApi('watch.get', {}).data;
  const choose = useWrite('watch.choose');
  const stop = useWrite('watch.stop');
  if (watch === undefined) return null;
  const { folder, missing, failures } = watch;
  return (
    <section className="import-watch" aria-label="监看文件夹">
      <div className="import-watch-line">
        <FolderOpenOutlined aria-hidden />
        <span>
          {folder === null
            ? '可指定一个监看文件夹：街道放进来的名册会自动读成“未完成的导入”，由人核对后才写入。'
            : `监看文件夹：${folder}。放进来的名册自动读成“未完成的导入”，由人核对后才写入。`}
        </span>
        <Button size="small" loading={choose.isPending} onClick={() => choose.mutate({})}>
          {folder === null ? '指定文件夹' : '更换'}
        </Button>
        {folder === null ? null : (
          <Button size="small" loading={stop.isPending} onClick={() => stop.mutate({})}>
            停止监看
          </Button>
        )}
      </div>
      {missing ? (
        <Alert
          type="warning"
          showIcon
          title="现在读不到这个文件夹。请检查文件夹或网络盘是否还在；恢复后自动继续。"
        />
      ) : null}
      {failures.map(({ fileName, message }) => (
        <Alert
          key={`${fileName} ${message}`}
          type="error"
          showIcon
          title={`${fileName} 没有读出来`}
          description={message}
        />
      ))}
    </section>
  );
}
