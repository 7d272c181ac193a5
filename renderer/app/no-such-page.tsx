import { Button } from 'antd';
import { EmptyState } from '#renderer/ui/empty-state.tsx';

/** An address that leads nowhere. */
export function NoSuchPage() {
  return (
    <EmptyState
      title="没有这个页面"
      hint="地址可能已经改变，请从左侧进入。"
      action={
        <Button type="primary" href="#/">
          回到工作台
        </Button>
      }
    />
  );
}
