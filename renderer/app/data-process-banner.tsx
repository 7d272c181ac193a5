import { Alert, App } from 'antd';
import { useEffect, useState } from 'react';
import { subscribe } from '#renderer/client/api.ts';

/** Says when the process that owns the ledger is gone, and when it is back. */
export function DataProcessBanner() {
  const [lost, setLost] = useState(false);
  const { message } = App.useApp();
  useEffect(() => {
    const stops = [
      subscribe('data.lost', () => setLost(true)),
      subscribe('data.restored', () => {
        setLost(false);
        void message.success('数据服务已恢复，页面数据已重新读取。', 6);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [message]);
  if (!lost) return null;
  return (
    <Alert
      banner
      type="warning"
      title="数据服务中断，正在自动恢复。已保存的数据不受影响；刚才没有完成的操作，请在恢复后到变更历史核对。"
    />
  );
}
