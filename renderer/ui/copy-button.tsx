import { App, Button } from 'antd';
import { copyText } from './copy-text.ts';

type Props = { readonly text: string; readonly label: string };

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label }: Props) {
  const { message } = App.useApp();
  const copy = () => {
    void (copyText(text) ? message.success('已复制') : message.error('没有复制成功，请选中文字后按 Ctrl+C'));
  };
  return <Button onClick={copy}>{label}</Button>;
}
