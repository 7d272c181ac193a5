import { Button, Select, Tabs } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAsOf } from '#renderer/app/as-of.tsx';
import { useApi, useWrite } from '#renderer/client/use-query.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loaded } from '#renderer/ui/loaded.tsx';
import { Page } from '#renderer/ui/page.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { chainTiers } from '#shared/domain/chain.ts';
import { ChainView } from './chain-view.tsx';
import { columnsOf } from './columns.ts';
import { FirmTable } from './firm-table.tsx';
import { Lists } from './lists.tsx';
import { NodeDialog } from './node-dialog.tsx';
import { NodeDrawer } from './node-drawer.tsx';
import './chains.css';

type Chains = OutputOf<'chains.list'>['chains'];
type ChainMap = OutputOf<'chains.map'>;

/** 产业链: the map of a chain with its firms, gaps and lists. */
export function ChainsPage() {
  const { asOf } = useAsOf();
  const [params, setParams] = useSearchParams();
  const list = useApi('chains.list', { asOf }, { keepPrevious: true });
  const chains = list.data?.chains ?? [];
  const chosen = chains.find(({ chainId }) => chainId === params.get('chain')) ?? chains[0];
  const choose = (next: Readonly<Record<string, string>>) =>
    setParams((current) => new URLSearchParams({ ...Object.fromEntries(current), ...next }), {
      replace: true,
    });
  return (
    <Page
      title="产业链"
      state={chosen === undefined ? undefined : stateOf(chosen)}
      actions={
        chosen === undefined ? undefined : (
          <ChainSelect chains={chains} chosen={chosen.chainId} onChoose={(chain) => choose({ chain })} />
        )
      }
    >
      <Loaded query={list}>
        {() =>
          chosen === undefined ? (
            <EmptyState
              title="本区政策文件没有列出产业链"
              hint="在政策包的 district.yaml 中写明产业链后，这里绘制图谱。"
            />
          ) : (
            <ChainPanel
              key={chosen.chainId}
              chainId={chosen.chainId}
              tab={params.get('tab') ?? 'map'}
              onTab={(tab) => choose({ tab })}
            />
          )
        }
      </Loaded>
    </Page>
  );
}

type SelectProps = {
  readonly chains: Chains;
  readonly chosen: string;
  readonly onChoose: (chainId: string) => void;
};

function ChainSelect({ chains, chosen, onChoose }: SelectProps) {
  return (
    <Select
      aria-label="产业链"
      style={{ width: 240 }}
      value={chosen}
      onChange={onChoose}
      options={(['leading', 'future'] as const).flatMap((kind) => {
        const own = chains.filter((chain) => chain.kind === kind);
        if (own.length === 0) return [];
        return [
          {
            label: kind === 'leading' ? '主导产业' : '未来产业',
            options: own.map(({ chainId, label, firms }) => ({
              value: chainId,
              label: `${label}（${firms} 家）`,
            })),
          },
        ];
      })}
    />
  );
}

type PanelProps = {
  readonly chainId: string;
  readonly tab: string;
  readonly onTab: (tab: string) => void;
};

function ChainPanel({ chainId, tab, onTab }: PanelProps) {
  const { asOf } = useAsOf();
  const map = useApi('chains.map', { chainId, asOf }, { keepPrevious: true });
  return (
    <div className="panel">
      <Loaded query={map}>
        {(data) => (
          <Tabs
            activeKey={tab}
            onChange={onTab}
            destroyOnHidden
            items={[
              { key: 'map', label: '图谱', children: <MapTab map={data} /> },
              { key: 'firms', label: `企业 ${data.chain.firms}`, children: <FirmTable map={data} /> },
              { key: 'lists', label: `清单 ${data.entries.length}`, children: <Lists map={data} /> },
            ]}
          />
        )}
      </Loaded>
    </div>
  );
}

function MapTab({ map }: { readonly map: ChainMap }) {
  const [opened, setOpened] = useState<number | null>(null);
  const [adding, setAdding] = useState(false);
  const move = useWrite('chains.moveNode');
  const node = map.nodes.find(({ id }) => id === opened) ?? null;
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      新增节点
    </Button>
  );
  const moveNode = (key: string, column: number, before: string | null) => {
    const tier = chainTiers[column];
    if (tier === undefined) return;
    move.mutate({ id: Number(key), tier, beforeId: before === null ? null : Number(before) });
  };
  return (
    <>
      {map.nodes.length === 0 ? (
        <EmptyState
          title="这条产业链还没有节点"
          hint="先按上游、中游、下游新增节点，再把企业列到节点上；没有企业的节点标为缺失。"
          action={add}
        />
      ) : (
        <ChainView
          tools={add}
          columns={columnsOf(map)}
          onOpen={(key) => setOpened(Number(key))}
          onMove={moveNode}
        />
      )}
      <NodeDialog chainId={map.chain.chainId} node={adding ? 'new' : null} onClose={() => setAdding(false)} />
      <NodeDrawer map={map} node={node} onClose={() => setOpened(null)} />
    </>
  );
}

function stateOf({ nodes, missing, weak, firms, titled, leaders, unplaced }: Chains[number]): string {
  const waiting = unplaced === 0 ? '' : `；还有 ${unplaced} 家本链企业未列入图谱`;
  if (nodes === 0) return `还没有绘制图谱${waiting}。`;
  return `节点 ${nodes} 个，其中缺失 ${missing} 个、薄弱 ${weak} 个；图谱企业 ${firms} 家，有称号 ${titled} 家，链主 ${leaders} 家${waiting}。`;
}
