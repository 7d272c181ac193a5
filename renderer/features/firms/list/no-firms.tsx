import { Button, Space } from 'antd';
import { useNavigate } from 'react-router';
import { useJob } from '#renderer/client/use-job.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';

type Props = { readonly filtered: boolean; readonly onClear: () => void };

/** Why the list is empty, and the next step. */
export function NoFirms({ filtered, onClear }: Props) {
  const navigate = useNavigate();
  const demo = useJob('demo.load');
  if (filtered) {
    return (
      <EmptyState
        title="没有符合条件的企业"
        hint="请放宽条件，或核对名称、代码是否录入有误。"
        action={<Button onClick={onClear}>清除条件</Button>}
      />
    );
  }
  return (
    <>
      <EmptyState
        title="台账里还没有企业"
        hint="把街道、平台报来的名册导入进来，或者先载入示例数据看看效果（随时可一键移除）。"
        action={
          <Space>
            <Button type="primary" onClick={() => void navigate('/imports')}>
              导入名册
            </Button>
            <Button loading={demo.running} onClick={() => void demo.start({})}>
              载入示例数据
            </Button>
          </Space>
        }
      />
      {demo.error === null ? null : <ErrorPanel failure={demo.error} />}
    </>
  );
}
