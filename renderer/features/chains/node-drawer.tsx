import { App, Button, Drawer, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useWrite } from '#renderer/client/use-query.ts';
import { useConfirm } from '#renderer/ui/use-confirm.tsx';
import type { OutputOf } from '#shared/contract/api.ts';
import { chainRoles, chainRoleText, chainTierText, nodeStateText } from '#shared/domain/chain.ts';
import { inOrder, type MapFirm } from './columns.ts';
import { NodeDialog } from './node-dialog.tsx';
import { PlaceDialog } from './place-dialog.tsx';

type ChainMap = OutputOf<'chains.map'>;
type Node = ChainMap['nodes'][number];

type Props = {
  readonly map: ChainMap;
  readonly node: Node | null;
  readonly onClose: () => void;
};

/** One node: what it is, the firms on it with their roles, and what may be done with it. */
export function NodeDrawer({ map, node, onClose }: Props) {
  return (
    <Drawer title={node?.name} open={node !== null} onClose={onClose} size={620} destroyOnHidden>
      {node === null ? null : <Content map={map} node={node} onClose={onClose} />}
    </Drawer>
  );
}

function Content({ map, node, onClose }: Omit<Props, 'node'> & { readonly node: Node }) {
  const [editing, setEditing] = useState(false);
  const [placing, setPlacing] = useState(false);
  const { dangerConfirm } = useConfirm();
  const { message } = App.useApp();
  const remove = useWrite('chains.removeNode');
  const takeOff = useWrite('chains.takeOff');
  const entries = map.entries.filter(({ nodeId }) => nodeId === node.id);
  const removeNode = async () => {
    const sure = await dangerConfirm({
      title: `删除节点“${node.name}”？`,
      lost: [
        node.firms.length === 0
          ? '节点上没有企业。'
          : `节点上的 ${node.firms.length} 家企业移出图谱，企业台账不变。`,
        ...(entries.length === 0 ? [] : [`清单中 ${entries.length} 条不再注明节点。`]),
      ],
      back: '可在变更历史中撤销。',
      okText: '删除',
    });
    if (sure) remove.mutate({ id: node.id }, { onSuccess: onClose });
  };
  return (
    <div className="chain-node">
      <p>
        {`${map.chain.label} · ${chainTierText[node.tier]} · ${nodeStateText[node.state]}`}
        {node.note === null ? null : <span className="quiet">{`　${node.note}`}</span>}
      </p>
      <div className="chain-tools">
        <Button type="primary" onClick={() => setPlacing(true)}>
          列入企业
        </Button>
        <Button onClick={() => setEditing(true)}>修改节点</Button>
        <Button danger loading={remove.isPending} onClick={() => void removeNode()}>
          删除节点
        </Button>
      </div>
      {node.firms.length === 0 ? (
        <p className="quiet">节点上没有区内企业，图谱标为缺失。可列入企业，或在清单中登记招引目标。</p>
      ) : (
        <ul className="chain-firms" aria-label="节点企业">
          {inOrder(node.firms).map((firm) => (
            <FirmLine key={firm.placementId} nodeId={node.id} firm={firm} />
          ))}
        </ul>
      )}
      {node.gone.length === 0 ? null : (
        <div className="chain-gone">
          <p>
            {`已迁出或注销、不计入图谱：${node.gone.map(({ firm }) => firm).join('、')}`}
            <Button
              type="link"
              onClick={() =>
                takeOff.mutate(
                  { placementIds: node.gone.map(({ placementId }) => placementId) },
                  { onSuccess: () => void message.success('已移出') },
                )
              }
            >
              全部移出
            </Button>
          </p>
        </div>
      )}
      <NodeDialog
        chainId={map.chain.chainId}
        node={editing ? node : null}
        onClose={() => setEditing(false)}
      />
      <PlaceDialog map={map} node={placing ? node : null} onClose={() => setPlacing(false)} />
    </div>
  );
}

function FirmLine({ nodeId, firm }: { readonly nodeId: number; readonly firm: MapFirm }) {
  const place = useWrite('chains.place');
  const takeOff = useWrite('chains.takeOff');
  return (
    <li>
      <div className="chain-firm-text">
        <Link to={`/firms/${firm.firmId}`}>{firm.firm}</Link>
        <span className="quiet">
          {[firm.titles.join('、'), firm.product ?? ''].filter((text) => text !== '').join(' · ') ||
            '没有称号'}
        </span>
      </div>
      <Select
        allowClear
        aria-label={`${firm.firm}的角色`}
        placeholder="一般企业"
        style={{ width: 120 }}
        value={firm.role}
        loading={place.isPending}
        options={chainRoles.map((value) => ({ value, label: chainRoleText[value] }))}
        onChange={(role: MapFirm['role'] | undefined) =>
          place.mutate({ nodeId, firmIds: [firm.firmId], role: role ?? null, note: firm.note })
        }
      />
      <Button
        type="link"
        aria-label={`移出${firm.firm}`}
        onClick={() => takeOff.mutate({ placementIds: [firm.placementId] })}
      >
        移出
      </Button>
    </li>
  );
}
