import { App } from 'antd';
import { useWrite } from '#renderer/client/use-query.ts';
import { useConfirm } from './use-confirm.tsx';

/** 移除示例数据: says what goes and how to get it back, then removes it. */
export function useRemoveSample(): {
  readonly remove: (firms: number) => Promise<void>;
  readonly removing: boolean;
} {
  const { message } = App.useApp();
  const { dangerConfirm } = useConfirm();
  const write = useWrite('demo.remove');
  const remove = async (firms: number) => {
    const agreed = await dangerConfirm({
      title: '移除示例数据？',
      lost: [
        `将移除 ${firms} 家示例企业，以及它们的称号、奖补测算和您对它们所做的修改。`,
        '您自己录入和导入的企业不受影响。',
      ],
      back: '移除后可在“变更历史”撤销这次移除，恢复示例数据。',
      okText: '移除',
    });
    if (!agreed) return;
    write.mutate({}, { onSuccess: (removed) => void message.success(`已移除示例企业 ${removed.firms} 家`) });
  };
  return { remove, removing: write.isPending };
}
