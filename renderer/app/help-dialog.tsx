import { Modal } from 'antd';
import { shortcutLines } from './use-shortcuts.ts';

type Props = { readonly open: boolean; readonly onClose: () => void };

const morningLines: readonly string[] = [
  '名册交换：把街道、平台发来的 Excel 拖进窗口，核对后确认导入；导错了可以整批撤销。',
  '工作台：看“131”目标进度；每个数字都能点开背后的名单。',
  '企业台账：按名称、代码、拼音首字母查企业，看称号、奖补和每次改动。',
  '奖补兑现：按年度测算，每笔金额旁的“为什么”写明依据条款和计算过程。',
  '报表打印：预览、打印，或导出 PDF、Excel，数字与屏幕一致。',
  '变更历史：谁在什么时候改了什么，都能查，也能撤销。',
];

/** 帮助: what is where, and the shortcuts. */
export function HelpDialog({ open, onClose }: Props) {
  return (
    <Modal title="帮助" open={open} onCancel={onClose} footer={null} width={640} destroyOnHidden>
      <h2>从哪里做起</h2>
      <ul className="help-lines">
        {morningLines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>快捷键</h2>
      <dl className="help-keys">
        {shortcutLines.map(({ keys, text }) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
