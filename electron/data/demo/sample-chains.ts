import type { WriteTx } from '#electron/db/open.ts';
import { insertChainEntry, insertChainNode, putChainPlacement } from '#electron/db/tables/chains.ts';
import { type ChainRole, type ChainTier, chainLists, chainListText } from '#shared/domain/chain.ts';
import type { Pack } from '#shared/policy/pack.ts';
import type { SampleDiagnosed } from './sample-plans.ts';

/** Invented nodes that fit any trade; the last one of each part has no firm, so that the gap shows. */
const nodes: Readonly<Record<ChainTier, readonly string[]>> = {
  upstream: ['示例关键材料', '示例核心部件', '示例专用设备'],
  midstream: ['示例组件制造', '示例整机装配', '示例检验检测'],
  downstream: ['示例系统应用', '示例运维服务', '示例回收利用'],
};
const empty: ReadonlySet<string> = new Set(['示例专用设备', '示例回收利用']);
const weak = '示例检验检测';
const strong = '示例整机装配';

/** Draws the map of each chain of the district with sample firms on its nodes and a line in every list. */
export function drawSampleChains(tx: WriteTx, pack: Pack, firms: readonly SampleDiagnosed[]): void {
  for (const { id: chainId } of pack.chains) {
    const own = firms.filter(({ firm }) => firm.fields.chainId === chainId);
    const nodeIds = insertNodes(tx, chainId);
    for (const [index, { firmId }] of own.entries()) {
      const nodeId = nodeIds[index % nodeIds.length];
      // Every sixth firm waits for its place.
      if (nodeId === undefined || index % 6 === 5) continue;
      putChainPlacement(tx, { nodeId, firmId, role: roleOf(index), note: null });
    }
    for (const list of chainLists) {
      insertChainEntry(tx, {
        chainId,
        list,
        name: `示例${chainListText[list]}`,
        nodeId: nodeIds[0] ?? null,
        partner: null,
        unit: '示例牵头单位',
        dueOn: list === 'gap' ? '2026-03-31' : null,
        doneOn: null,
        note: null,
        sample: true,
      });
    }
  }
}

function roleOf(index: number): ChainRole | null {
  if (index === 0) return 'leader';
  if (index === 1) return 'head';
  return index % 3 === 2 ? 'supplier' : null;
}

/** Ids of the nodes that get firms. */
function insertNodes(tx: WriteTx, chainId: string): readonly number[] {
  return (['upstream', 'midstream', 'downstream'] as const).flatMap((tier) =>
    nodes[tier].flatMap((name, position) => {
      const standing = name === weak ? 'weak' : name === strong ? 'strong' : null;
      const id = insertChainNode(tx, { chainId, tier, position, name, standing, note: null, sample: true });
      return empty.has(name) ? [] : [id];
    }),
  );
}
