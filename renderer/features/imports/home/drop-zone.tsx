import { InboxOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';

type Props = {
  readonly busy: boolean;
  readonly onChoose: () => void;
  readonly onDrop: (files: readonly File[]) => void;
};

/** Where rosters come in: a button for the dialog, and the whole window as a place to drop files. */
export function DropZone({ busy, onChoose, onDrop }: Props) {
  const hovering = useWindowDrop(busy, onDrop);
  return (
    <section className={`import-drop${hovering ? ' import-drop-over' : ''}`} aria-label="选择名册文件">
      <InboxOutlined className="import-drop-icon" aria-hidden />
      <p className="import-drop-title">{hovering ? '松开鼠标即可读取' : '把名册文件拖到本页任意位置'}</p>
      <p className="import-drop-hint">
        支持 Excel、WPS 表格（.xlsx、.xls、.et、.ods）与 .csv；单个文件不超过 20 MB，可同时选择多个文件。
        先读取、核对、比对，确认之前不会改动台账。
      </p>
      <Button type="primary" disabled={busy} onClick={onChoose}>
        选择文件
      </Button>
    </section>
  );
}

/** Listens on the whole window, so that a file dropped beside the zone does not make the window leave the page. */
function useWindowDrop(busy: boolean, onDrop: Props['onDrop']): boolean {
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener('dragover', (event) => over(event, busy, setHovering), { signal });
    window.addEventListener('dragleave', (event) => event.relatedTarget === null && setHovering(false), {
      signal,
    });
    window.addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        setHovering(false);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (!busy && files.length > 0) onDrop(files);
      },
      { signal },
    );
    return () => listening.abort();
  }, [busy, onDrop]);
  return hovering;
}

function over(event: DragEvent, busy: boolean, setHovering: (over: boolean) => void): void {
  event.preventDefault();
  const files = event.dataTransfer?.types.includes('Files') === true;
  if (event.dataTransfer) event.dataTransfer.dropEffect = files && !busy ? 'copy' : 'none';
  setHovering(files && !busy);
}
