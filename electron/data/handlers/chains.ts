import {
  deleteChainEntry,
  deleteChainNode,
  deleteChainPlacement,
  getChainNode,
  insertChainEntry,
  insertChainNode,
  listChainEntries,
  listChainNodes,
  listChainPlacements,
  putChainPlacement,
  updateChainEntry,
  updateChainNode,
} from '#electron/db/tables/chains.ts';
import { getFirms } from '#electron/db/tables/firms.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { ChainNode, ChainTier } from '#shared/domain/chain.ts';
import { chainCandidates, chainList, chainMap, chainOf } from '../chains.ts';
import type { Context, Handlers } from '../context.ts';
import { recordChange } from '../record-change.ts';

/** Maps of the industry chains (产业链图谱). */
export const chainHandlers: Handlers<
  | 'chains.list'
  | 'chains.map'
  | 'chains.candidates'
  | 'chains.saveNode'
  | 'chains.moveNode'
  | 'chains.removeNode'
  | 'chains.place'
  | 'chains.takeOff'
  | 'chains.saveEntry'
  | 'chains.removeEntry'
> = {
  'chains.list': (context, { asOf }) => chainList(context.open(), asOf),
  'chains.map': (context, { chainId, asOf }) => chainMap(context.open(), chainId, asOf),
  'chains.candidates': (context, input) => chainCandidates(context.open(), input),

  'chains.saveNode': (context, { id, ...node }) => {
    const chain = chainOf(context.open(), node.chainId);
    const reason = `${chain.label}：${node.name}`;
    if (id === null) {
      const position = siblings(context, node.chainId, node.tier).length;
      return changed(
        recordChange(context, 'chain-node', reason, (tx) =>
          insertChainNode(tx, { ...node, position, sample: false }),
        ),
      );
    }
    const before = nodeOf(context, id);
    if (before.chainId !== node.chainId) throw new AppError('not-found');
    const moves = before.tier !== node.tier;
    const position = moves ? siblings(context, node.chainId, node.tier).length : before.position;
    return changed(
      recordChange(context, 'chain-node', reason, (tx) => updateChainNode(tx, { ...node, id, position })),
    );
  },

  'chains.moveNode': (context, { id, tier, beforeId }) => {
    const node = nodeOf(context, id);
    const others = siblings(context, node.chainId, tier).filter((other) => other.id !== id);
    const at = beforeId === null ? others.length : others.findIndex((other) => other.id === beforeId);
    if (at < 0) throw new AppError('not-found');
    const order = [...others.slice(0, at), { ...node, tier }, ...others.slice(at)];
    return changed(
      recordChange(context, 'chain-node', `调整节点次序：${node.name}`, (tx) => {
        for (const [position, each] of order.entries()) updateChainNode(tx, { ...each, position });
      }),
    );
  },

  'chains.removeNode': (context, { id }) => {
    const { name } = nodeOf(context, id);
    return changed(recordChange(context, 'chain-node', `删除节点：${name}`, (tx) => deleteChainNode(tx, id)));
  },

  'chains.place': (context, { nodeId, firmIds, role, note }) => {
    const node = nodeOf(context, nodeId);
    const firms = getFirms(context.open().ledger.read, [...new Set(firmIds)]);
    if (firms.length < new Set(firmIds).size) throw new AppError('not-found');
    const gone = firms.find((firm) => firm.status !== 'active');
    if (gone !== undefined)
      throw new AppError('chain-refused', { problem: `${gone.fields.name}已迁出或注销，不再列入图谱` });
    return changed(
      recordChange(context, 'chain-place', `${node.name}：列入 ${firms.length} 家`, (tx) => {
        for (const firm of firms) putChainPlacement(tx, { nodeId, firmId: firm.id, role, note });
      }),
    );
  },

  'chains.takeOff': (context, { placementIds }) => {
    const wanted = new Set(placementIds);
    const known = listChainPlacements(context.open().ledger.read).filter(({ id }) => wanted.has(id));
    if (known.length < wanted.size) throw new AppError('not-found');
    return changed(
      recordChange(context, 'chain-place', `移出节点：${known.length} 家`, (tx) => {
        for (const { id } of known) deleteChainPlacement(tx, id);
      }),
    );
  },

  'chains.saveEntry': (context, { id, ...entry }) => {
    const chain = chainOf(context.open(), entry.chainId);
    if (entry.nodeId !== null && nodeOf(context, entry.nodeId).chainId !== entry.chainId)
      throw new AppError('not-found');
    if (id !== null && entryOf(context, id).chainId !== entry.chainId) throw new AppError('not-found');
    return changed(
      recordChange(context, 'chain-entry', `${chain.label}：${entry.name}`, (tx) => {
        if (id === null) insertChainEntry(tx, { ...entry, sample: false });
        else updateChainEntry(tx, { ...entry, id });
      }),
    );
  },

  'chains.removeEntry': (context, { id }) => {
    const { name } = entryOf(context, id);
    return changed(recordChange(context, 'chain-entry', `删除：${name}`, (tx) => deleteChainEntry(tx, id)));
  },
};

function changed({ id }: { readonly id: number | null }) {
  return { changeSetId: id };
}

function nodeOf(context: Context, id: number): ChainNode {
  const node = getChainNode(context.open().ledger.read, id);
  if (node === undefined) throw new AppError('not-found');
  return node;
}

function entryOf(context: Context, id: number) {
  const entry = listChainEntries(context.open().ledger.read).find((each) => each.id === id);
  if (entry === undefined) throw new AppError('not-found');
  return entry;
}

/** Nodes of one part of a chain in their order. */
function siblings(context: Context, chainId: string, tier: ChainTier): readonly ChainNode[] {
  return listChainNodes(context.open().ledger.read)
    .filter((node) => node.chainId === chainId && node.tier === tier)
    .sort((a, b) => a.position - b.position || a.id - b.id);
}
