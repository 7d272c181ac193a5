import { App, Button } from 'antd';
import { useDistrict } from '#renderer/app/as-of.tsx';
import { useJob } from '#renderer/client/use-job.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import { useRemoveSample } from '#renderer/ui/use-remove-sample.ts';

/** 示例数据: invented firms to try things out, loaded and removed at once. */
export function SamplePanel() {
  const { sampleCount, firmCount } = useDistrict();
  const { message } = App.useApp();
  const { confirm } = useConfirm();
  const load = useJob('demo.load');
  const { remove, removing } = useRemoveSample();
  const real = firmCount - sampleCount;
  const start = async () => {
    const agreed =
      real === 0 ||
      (await confirm({
        title: '台账里已有真实企业，仍要载入示例数据？',
        lines: [
          `台账现有企业 ${real} 家。载入后图表、奖补和报表会把示例企业一并计入，并处处标明“示例”。`,
          '示例数据可以随时一键移除，不影响真实企业。',
        ],
        okText: '载入',
      }));
    if (!agreed) return;
    const loaded = await load.start({});
    if (loaded !== undefined) void message.success(`已载入示例企业 ${loaded.firms} 家`);
  };
  return (
    <section className="panel" aria-labelledby="sample-data">
      <div className="panel-head">
        <h2 id="sample-data">示例数据</h2>
        {sampleCount === 0 ? (
          <StatusWord kind="muted" text="没有载入" />
        ) : (
          <StatusWord kind="info" text={`含示例企业 ${sampleCount} 家`} />
        )}
      </div>
      <p>虚构的企业和称号，用来试用各项功能。载入后处处标明“示例”，可以一键移除，不影响真实企业。</p>
      {load.error === null ? null : <ErrorPanel failure={load.error} />}
      <div className="settings-row">
        {sampleCount === 0 ? (
          <Button loading={load.running} onClick={() => void start()}>
            载入示例数据
          </Button>
        ) : (
          <Button danger loading={removing} onClick={() => void remove(sampleCount)}>
            移除示例数据
          </Button>
        )}
      </div>
    </section>
  );
}
