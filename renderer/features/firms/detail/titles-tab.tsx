import { Button } from 'antd';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { TitleTimeLine } from './title-time-line.tsx';

type Props = { readonly detail: OutputOf<'firms.get'>; readonly onRecord: () => void };

/** 梯度: the whole time line of the titles, each event with the paper and the cell behind it. */
export function TitlesTab({ detail, onRecord }: Props) {
  if (detail.titleEvents.length === 0) {
    return (
      <EmptyState
        title="还没有称号事件"
        hint="导入认定名单后会自动登记；也可以按文件逐条登记认定、复核、撤销等。"
        action={<Button onClick={onRecord}>登记称号事件</Button>}
      />
    );
  }
  return <TitleTimeLine full events={detail.titleEvents} currentName={detail.row.name} />;
}
