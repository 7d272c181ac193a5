import { App, Button } from 'antd';
import { useState } from 'react';
import { useJob } from '#renderer/client/use-job.ts';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { StatusWord } from '#renderer/ui/status-word.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { PackPreview } from './pack-preview.tsx';

type Current = OutputOf<'packs.current'>;
type Chosen = { readonly names: readonly string[]; readonly tokens: string[] };

/** 政策包: the four files that hold this district's policy; another edition is checked, compared, then put to use. */
export function PackPanel() {
  const current = useApi('packs.current', {});
  return <Loaded query={current}>{(data) => <Content current={data} />}</Loaded>;
}

function Content({ current }: { readonly current: Current }) {
  const { message } = App.useApp();
  const { askReason } = useConfirm();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const choose = useWrite('packs.choose');
  const save = useWrite('packs.save');
  const reset = useWrite('packs.reset');
  const preview = useJob('packs.preview');
  const use = useJob('packs.use');

  const open = async () => {
    const { files } = await choose.mutateAsync({});
    if (files.length === 0) return;
    const next = { names: files.map(({ name }) => name), tokens: files.map(({ token }) => token) };
    setChosen(next);
    await preview.start({ tokens: next.tokens });
  };
  const apply = async (tokens: string[]) => {
    const reason = await askReason({
      title: '启用这个政策包？',
      lines: ['启用后，测算、目标和选项都按新的政策包；已核定的事项不变。可在“变更历史”中撤销。'],
      okText: '启用',
      needed: true,
    });
    if (reason === null || (await use.start({ tokens, reason })) === undefined) return;
    setChosen(null);
    void message.success('政策包已启用');
  };
  const goBack = async () => {
    const reason = await askReason({
      title: '恢复程序自带的政策包？',
      lines: ['测算、目标和选项都改回程序自带的政策包；已核定的事项不变。'],
      okText: '恢复',
      needed: true,
    });
    if (reason !== null)
      reset.mutate({ reason }, { onSuccess: () => void message.success('已恢复程序自带的政策包') });
  };

  return (
    <>
      <p className="quiet">
        街道、称号、目标、条款、参数和任务分工都写在政策包的文件里。修改前先导出现用的文件，用记事本改好后再导入；可以只导入改动的那一个。
      </p>
      <dl className="policy-facts">
        <Fact label="来源">
          {current.imported ? (
            <StatusWord kind="info" text="本台账自行导入" />
          ) : (
            <StatusWord kind="ok" text="程序自带" />
          )}
        </Fact>
        <Fact label="区县">{current.district}</Fact>
        <Fact label="文件">《{current.documentTitle}》</Fact>
        <Fact label="规则版本">{current.ruleVersion}</Fact>
      </dl>
      <div className="policy-pack-tools">
        <Button type="primary" loading={preview.running} onClick={() => void open()}>
          导入政策包…
        </Button>
        <Button
          loading={save.isPending}
          onClick={() =>
            save.mutate(
              {},
              {
                onSuccess: ({ saved }) => {
                  if (saved !== null) void message.success(`已存入文件夹“${saved}”`);
                },
              },
            )
          }
        >
          导出现用政策包…
        </Button>
        {current.imported && current.programHasOne ? (
          <Button loading={reset.isPending} onClick={() => void goBack()}>
            恢复程序自带的政策包
          </Button>
        ) : null}
      </div>
      {preview.error === null ? null : <ErrorPanel failure={preview.error} />}
      {use.error === null ? null : <ErrorPanel failure={use.error} />}
      {chosen === null || preview.result === undefined ? null : (
        <PackPreview
          names={chosen.names}
          preview={preview.result}
          using={use.running}
          onUse={() => void apply(chosen.tokens)}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
