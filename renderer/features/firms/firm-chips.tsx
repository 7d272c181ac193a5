import { Tag } from 'antd';
import { TitleChip } from '#renderer/ui/title-chip.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { statusText } from '#shared/text/firm-text.ts';

type Row = Pick<OutputOf<'firms.get'>['row'], 'titles' | 'sample' | 'status'>;

/** What a firm is at a glance: its standing when it is not 在册, 示例, and its titles with their expiry. */
export function FirmChips({ row }: { readonly row: Row }) {
  return (
    <div className="firm-chips">
      {row.sample ? <Tag>示例</Tag> : null}
      {row.status === 'active' ? null : <Tag color="warning">{statusText[row.status]}</Tag>}
      {row.titles.map((title) => (
        <TitleChip key={title.titleId} title={title} />
      ))}
      {row.titles.length === 0 ? <span className="firm-quiet">截至所选日期没有称号</span> : null}
    </div>
  );
}
