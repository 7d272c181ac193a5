import {
  type ChainNode,
  type ChainPlacement,
  type ChainTier,
  chainTiers,
  type NodeState,
} from '#shared/domain/chain.ts';

/** A node with the firms that count on it. */
export type MappedNode<Firm> = {
  readonly node: ChainNode;
  readonly state: NodeState;
  readonly firms: readonly Firm[];
};

/** What a chain has on its map; every firm counts once, on however many nodes it stands. */
export type ChainFigures = {
  readonly nodes: number;
  /** Nodes without a firm of the district (缺失). */
  readonly missing: number;
  readonly weak: number;
  readonly firms: number;
  /** Firms that hold a title on the day. */
  readonly titled: number;
  /** 链主企业. */
  readonly leaders: number;
};

/** 缺失 while no firm stands on the node, else as the bureau judges, else 一般. */
function nodeState(standing: ChainNode['standing'], firms: number): NodeState {
  if (firms === 0) return 'missing';
  return standing ?? 'plain';
}

/** The nodes of one chain in the order of the map, each with its firms. */
export function mapNodes<Firm extends Pick<ChainPlacement, 'nodeId'>>(
  nodes: readonly ChainNode[],
  firms: readonly Firm[],
): readonly MappedNode<Firm>[] {
  return [...nodes]
    .sort((a, b) => order(a.tier) - order(b.tier) || a.position - b.position || a.id - b.id)
    .map((node) => {
      const own = firms.filter(({ nodeId }) => nodeId === node.id);
      return { node, state: nodeState(node.standing, own.length), firms: own };
    });
}

function order(tier: ChainTier): number {
  return chainTiers.indexOf(tier);
}

/** Counts a map. */
export function chainFigures(
  nodes: readonly MappedNode<Pick<ChainPlacement, 'firmId' | 'role'> & { readonly titled: boolean }>[],
): ChainFigures {
  const firms = nodes.flatMap((node) => node.firms);
  const distinct = (of: typeof firms) => new Set(of.map(({ firmId }) => firmId)).size;
  return {
    nodes: nodes.length,
    missing: nodes.filter(({ state }) => state === 'missing').length,
    weak: nodes.filter(({ state }) => state === 'weak').length,
    firms: distinct(firms),
    titled: distinct(firms.filter(({ titled }) => titled)),
    leaders: distinct(firms.filter(({ role }) => role === 'leader')),
  };
}
