import { App, Button } from 'antd';

type Props = { readonly text: string; readonly label: string };

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label }: Props) {
  const { message } = App.useApp();
  const copy = async () => {
    const copied = await copyText(text);
    void (copied ? message.success('已复制') : message.error('没有复制成功,请选中文字后按 Ctrl+C'));
  };
  return <Button onClick={() => void copy()}>{label}</Button>;
}

/** Copies through a selection: the clipboard permission is denied to pages, a person's own copy is not. */
async function copyText(text: string): Promise<boolean> {
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('readonly', '');
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  return copied;
}
