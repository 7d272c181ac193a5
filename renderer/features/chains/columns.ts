import type { ChainColumn, ChainLine } from '#renderer/charts/chain-layout.ts';
import type { OutputOf } from '#shared/contract/api.ts';
import { chainRoleText, chainTiers, chainTierText } from '#shared/domain/chain.ts';

type ChainMap = OutputOf<'chains.map'>;
/** A firm on a node as the map answers it. */
export type MapFirm = ChainMap['nodes'][number]['firms'][number];

/** The nodes of a map as columns of boxes, firms with their role and highest title. */
export function columnsOf({ nodes }: ChainMap): readonly ChainColumn[] {
  return chainTiers.map((tier) => ({
    label: chainTierText[tier],
    boxes: nodes
      .filter((node) => node.tier === tier)
      .map(({ id, name, state, firms }) => ({
        key: String(id),
        name,
        state,
        firms: firms.length,
        lines: inOrder(firms).map(lineOf),
      })),
  }));
}

const roleOrder = { leader: 0, head: 1, supplier: 2 } as const;

/** 链主 first, then 龙头, 重点配套 and the others. */
export function inOrder(firms: readonly MapFirm[]): readonly MapFirm[] {
  const rank = ({ role }: MapFirm) => (role === null ? 3 : roleOrder[role]);
  return [...firms].sort((a, b) => rank(a) - rank(b));
}

function lineOf({ placementId, firm, role, titles }: MapFirm): ChainLine {
  const words = [...(role === null ? [] : [chainRoleText[role]]), ...titles.slice(-1)];
  return { key: String(placementId), text: firm, mark: words.join(' ') };
}
