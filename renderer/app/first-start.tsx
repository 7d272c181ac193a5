import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useWrite } from '#renderer/client/use-query.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { useRestore } from '#renderer/ui/use-restore.ts';
import type { OutputOf } from '#shared/contract/api.ts';

type None = Extract<OutputOf<'ledger.state'>, { readonly state: 'none' }>;

/** First start: which district, then an empty ledger. The home page offers sample data and import next. */
export function FirstStart({ packs }: { readonly packs: None['packs'] }) {
  const [packId, setPackId] = useState<string | null>(null);
  const create = useWrite('ledger.create');
  const choose = useWrite('packs.choose');
  const restore = useRestore();
  const fromPackFiles = async () => {
    const { files } = await choose.mutateAsync({});
    if (files.length > 0) create.mutate({ tokens: files.map(({ token }) => token) });
  };
  return (
    <div className="start">
      <div className="start-box">
        <h1>欢迎使用梯度131</h1>
        <p>请选择所在区县。街道、称号、政策条款和目标都按该区县的政策文件设定，选定后不能换成别的区。</p>
        <Radio.Group
          aria-label="区县"
          className="start-choices"
          value={packId}
          onChange={(event) => setPackId(String(event.target.value))}
        >
          {packs.map(({ id, label }) => (
            <Radio.Button key={id} value={id} className="start-choice">
              {label}
            </Radio.Button>
          ))}
        </Radio.Group>
        <Button
          type="primary"
          size="large"
          disabled={packId === null}
          loading={create.isPending}
          onClick={() => {
            if (packId !== null) create.mutate({ packId });
          }}
        >
          新建台账
        </Button>
        <Button type="link" disabled={create.isPending} onClick={() => void fromPackFiles()}>
          不在其中？用本区的政策包文件新建
        </Button>
        <Button type="link" disabled={restore.running} onClick={() => void restore.fromFile()}>
          换了电脑？从备份文件恢复
        </Button>
        {restore.failure === null ? null : <ErrorPanel failure={restore.failure} />}
        <p className="quiet">
          台账只保存在这台电脑上，程序不联网。建好后可以导入名册，也可以先载入示例数据试用。
        </p>
      </div>
    </div>
  );
}
