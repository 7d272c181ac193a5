import { CheckOutlined, WarningOutlined } from '@ant-design/icons';
import type { Draft } from '../outcomes.ts';
import { summaryLines } from './summary.ts';

/** Step 4: what the commit will do, in words. */
export function ConfirmStep({ draft }: { readonly draft: Draft }) {
  return (
    <section className="import-summary" aria-label="导入小结">
      <ul>
        {summaryLines(draft).map((line) => (
          <li key={line.text} className={line.warn ? 'import-summary-warn' : ''}>
            {line.warn ? <WarningOutlined aria-label="注意" /> : <CheckOutlined aria-hidden />} {line.text}
          </li>
        ))}
      </ul>
      <p className="import-quiet">
        全部内容一次写入：要么全部成功，要么台账不变。写入后可以在“名册交换”里一键撤销本次导入。
      </p>
    </section>
  );
}
