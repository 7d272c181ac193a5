import { Button } from 'antd';
import { useDistrict } from '#renderer/app/as-of.tsx';
import type { FirmQuery } from '#shared/domain/firm-query.ts';
import { queryText } from '#shared/text/firm-query-text.ts';

type Props = {
  readonly query: FirmQuery;
  readonly onEdit: () => void;
  readonly onClear: () => void;
};

/** The advanced filter in words above the list, so that nobody wonders why firms are missing. */
export function QueryWords({ query, onEdit, onClear }: Props) {
  const { streets, platforms, chains, titles, pools } = useDistrict();
  const known = new Map(
    [...streets, ...platforms, ...chains, ...titles, ...pools].map(({ id, label }) => [id, label]),
  );
  return (
    <div className="firm-query-words">
      <span>高级筛选：{queryText(query, (_field, id) => known.get(id) ?? id)}</span>
      <Button type="link" size="small" onClick={onEdit}>
        修改
      </Button>
      <Button type="link" size="small" onClick={onClear}>
        清除
      </Button>
    </div>
  );
}
