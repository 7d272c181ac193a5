import { Alert, Button } from 'antd';
import { useRemoveSample } from '#renderer/ui/use-remove-sample.ts';
import { useDistrict } from './as-of.tsx';

/** Says that invented firms are among the figures, and removes them. */
export function SampleBanner() {
  const { sampleCount } = useDistrict();
  const { remove, removing } = useRemoveSample();
  if (sampleCount === 0) return null;
  return (
    <Alert
      banner
      type="info"
      title={`当前含示例数据 ${sampleCount} 家，图表和报表都包括它们。`}
      action={
        <Button size="small" type="link" loading={removing} onClick={() => void remove(sampleCount)}>
          一键移除
        </Button>
      }
    />
  );
}
