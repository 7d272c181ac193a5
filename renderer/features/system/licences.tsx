import { Button, Modal, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useApi } from '#renderer/client/use-query.ts';
import { Loaded } from '#renderer/ui/loaded.tsx';
import type { OutputOf } from '#shared/contract/api.ts';

type Package = OutputOf<'app.licences'>['packages'][number];

/** 第三方组件: code of others in this program and the licences it is used under. */
export function Licences() {
  const query = useApi('app.licences', {});
  const [shown, setShown] = useState<Package | null>(null);
  return (
    <section className="panel" aria-labelledby="licences">
      <h2 id="licences">第三方组件</h2>
      <p>
        程序使用下列开放源代码组件，按各自的许可证使用。Electron、Chromium、Node 的许可证在安装文件夹的
        LICENSES.chromium.html 中。
      </p>
      <Loaded query={query}>
        {({ packages }) => (
          <Table<Package>
            rowKey={({ name, version }) => `${name}@${version}`}
            size="small"
            columns={columnsOf(setShown)}
            dataSource={[...packages]}
            pagination={{ pageSize: 20, showSizeChanger: false, showTotal: (total) => `共 ${total} 个` }}
          />
        )}
      </Loaded>
      <Modal
        open={shown !== null}
        title={shown?.name}
        footer={null}
        width={720}
        onCancel={() => setShown(null)}
      >
        <pre className="licence-text">{shown?.text}</pre>
      </Modal>
    </section>
  );
}

function columnsOf(onShow: (each: Package) => void): TableColumnsType<Package> {
  return [
    { title: '组件', dataIndex: 'name' },
    { title: '版本', dataIndex: 'version', width: 120 },
    { title: '许可证', dataIndex: 'licence', width: 240 },
    {
      title: '全文',
      width: 80,
      render: (_value, each) =>
        each.text === '' ? (
          '—'
        ) : (
          <Button
            type="link"
            size="small"
            aria-label={`查看${each.name}许可证全文`}
            onClick={() => onShow(each)}
          >
            查看
          </Button>
        ),
    },
  ];
}
