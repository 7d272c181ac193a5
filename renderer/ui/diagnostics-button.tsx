import { App, Button } from 'antd';
import { copyText } from './copy-text.ts';
import { diagnosticsText, type Fault } from './diagnostics.ts';

/** 复制诊断信息: what a maintainer needs to know, without personal data. */
export function DiagnosticsButton({ fault = null }: { readonly fault?: Fault | null }) {
  const { message } = App.useApp();
  const copy = async () => {
    const copied = copyText(await diagnosticsText(fault));
    void (copied ? message.success('诊断信息已复制') : message.error('没有复制成功，请重试'));
  };
  return <Button onClick={() => void copy()}>复制诊断信息</Button>;
}
