import { listChainEntries, listChainNodes, listChainPlacements } from '#electron/db/tables/chains.ts';
import { searchFirms } from '#electron/db/tables/firm-list.ts';
import { getFirms } from '#electron/db/tables/firms.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { ChainPlacement } from '#shared/domain/chain.ts';
import type { Day } from '#shared/domain/day.ts';
import type { Chain } from '#shared/policy/pack.ts';
import { chainFigures, type MappedNode, mapNodes } from '#shared/report/chain-map.ts';
import type { OpenLedger } from './context.ts';
import { titlesHeld } from './title-holdings.ts';

type ChainMap = OutputOf<'chains.map'>;
type ChainHead = ChainMap['chain'];

/** A firm on a node, with what the map shows of it. */
type MapFirm = ChainPlacement & {
  readonly name: string;
  readonly active: boolean;
  readonly product: string | null;
  readonly titles: readonly string[];
  readonly titled: boolean;
};

type Book = {
  readonly nodesOf: (chainId: string) => readonly MappedNode<MapFirm>[];
  readonly gone: readonly MapFirm[];
};

/** Every chain of the pack with what its map holds on a day. */
export function chainList(open: OpenLedger, asOf: Day): OutputOf<'chains.list'> {
  const book = chainBook(open, asOf);
  return { chains: open.pack.chains.map((chain) => headOf(open, chain, book.nodesOf(chain.id))) };
}

/** One map with its lists. Throws `not-found` for a chain that the pack does not have. */
export function chainMap(open: OpenLedger, chainId: string, asOf: Day): ChainMap {
  const chain = chainOf(open, chainId);
  const book = chainBook(open, asOf);
  const nodes = book.nodesOf(chainId);
  const names = new Map(nodes.map(({ node }) => [node.id, node.name]));
  return {
    chain: headOf(open, chain, nodes),
    nodes: nodes.map(({ node, state, firms }) => ({
      id: node.id,
      tier: node.tier,
      name: node.name,
      standing: node.standing,
      note: node.note,
      state,
      firms: firms.map(({ id, firmId, name, role, note, titles, product }) => ({
        placementId: id,
        firmId,
        firm: name,
        role,
        note,
        titles: [...titles],
        product,
      })),
      gone: book.gone
        .filter(({ nodeId }) => nodeId === node.id)
        .map(({ id, firmId, name }) => ({ placementId: id, firmId, firm: name })),
    })),
    entries: listChainEntries(open.ledger.read)
      .filter((entry) => entry.chainId === chainId)
      .map(({ chainId: _, ...entry }) => ({
        ...entry,
        nodeName: entry.nodeId === null ? null : (names.get(entry.nodeId) ?? null),
        overdue: entry.doneOn === null && entry.dueOn !== null && entry.dueOn < asOf,
      })),
  };
}

/** Active firms for a node, those without a place on the map of their chain or all. Throws `not-found`. */
export function chainCandidates(
  open: OpenLedger,
  input: ParsedInputOf<'chains.candidates'>,
): OutputOf<'chains.candidates'> {
  const { chainId, asOf, unplaced, text, offset, limit } = input;
  chainOf(open, chainId);
  const found = searchFirms(open.ledger.read, {
    text,
    statuses: ['active'],
    ...(unplaced ? { ids: unplacedFirms(open, chainId) } : {}),
    sort: { field: 'name', direction: 'asc' },
    offset,
    limit,
  });
  return {
    total: found.total,
    rows: found.rows.map(({ id, fields }) => ({
      firmId: id,
      firm: fields.name,
      titles: titlesHeld(open, id, asOf),
      product: fields.mainProduct,
    })),
  };
}

/** A chain of the pack. Throws `not-found`. */
export function chainOf({ pack }: OpenLedger, chainId: string): Chain {
  const chain = pack.chains.find(({ id }) => id === chainId);
  if (chain === undefined) throw new AppError('not-found');
  return chain;
}

function headOf(open: OpenLedger, chain: Chain, nodes: readonly MappedNode<MapFirm>[]): ChainHead {
  return {
    chainId: chain.id,
    label: chain.label,
    kind: chain.kind,
    ...chainFigures(nodes),
    unplaced: unplacedFirms(open, chain.id).length,
  };
}

/** Active firms whose chain is this one and that stand on none of its nodes. */
function unplacedFirms({ ledger }: OpenLedger, chainId: string): readonly number[] {
  return ledger.read
    .query<{ id: number }>(
      `SELECT id FROM firm WHERE chain_id = ? AND status = 'active' AND id NOT IN (
         SELECT chain_firm.firm_id FROM chain_firm JOIN chain_node ON chain_node.id = chain_firm.node_id
         WHERE chain_node.chain_id = firm.chain_id)`,
    )
    .all(chainId)
    .map(({ id }) => id);
}

/** All maps of a day: firms that moved away or closed stand beside them and do not count. */
function chainBook(open: OpenLedger, asOf: Day): Book {
  const { read } = open.ledger;
  const placements = listChainPlacements(read);
  const firms = new Map(
    getFirms(read, [...new Set(placements.map(({ firmId }) => firmId))]).map((firm) => [firm.id, firm]),
  );
  const placed = placements.flatMap((placement): readonly MapFirm[] => {
    const firm = firms.get(placement.firmId);
    if (firm === undefined) return [];
    const titles = titlesHeld(open, placement.firmId, asOf);
    return [
      {
        ...placement,
        name: firm.fields.name,
        active: firm.status === 'active',
        product: firm.fields.mainProduct,
        titles,
        titled: titles.length > 0,
      },
    ];
  });
  const active = placed.filter((firm) => firm.active);
  const nodes = listChainNodes(read);
  return {
    nodesOf: (chainId) =>
      mapNodes(
        nodes.filter((node) => node.chainId === chainId),
        active,
      ),
    gone: placed.filter((firm) => !firm.active),
  };
}
