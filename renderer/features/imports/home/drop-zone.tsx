import { InboxOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useWindowDrop } from '#renderer/ui/use-window-drop.ts';

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
