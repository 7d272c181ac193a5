import { AppError } from '#shared/contract/errors.ts';
import type { ChainEntry, ChainNode, ChainPlacement } from '#shared/domain/chain.ts';
import type { ReadDb, WriteTx } from '../handles.ts';
import { brokenConstraint } from '../sqlite-errors.ts';

const nodeColumns = 'id, chain_id AS chainId, tier, position, name, standing, note';
const entryColumns =
  'id, chain_id AS chainId, list, name, node_id AS nodeId, partner, unit, due_on AS dueOn, done_on AS doneOn, note';

/** A row with the mark of sample data (示例数据). */
type Marked<T> = Omit<T, 'id'> & { readonly sample: boolean };

/** All nodes (节点), of one chain or of all, in the order of the map. */
export function listChainNodes(db: ReadDb): readonly ChainNode[] {
  return db
    .query<ChainNode>(`SELECT ${nodeColumns} FROM chain_node ORDER BY chain_id, tier, position, id`)
    .all();
}

/** One node, if it is there. */
export function getChainNode(db: ReadDb, id: number): ChainNode | undefined {
  return db.query<ChainNode>(`SELECT ${nodeColumns} FROM chain_node WHERE id = ?`).get(id);
}

/** Adds a node and gives its id. Throws `chain-refused` when the chain has one of this name. */
export function insertChainNode(tx: WriteTx, node: Marked<ChainNode>): number {
  return once(node.name, () =>
    Number(
      tx
        .write(
          `INSERT INTO chain_node (chain_id, tier, position, name, standing, note, sample)
           VALUES (?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(node.chainId, node.tier, node.position, node.name, node.standing, node.note, node.sample ? 1 : 0)
        .lastInsertRowid,
    ),
  );
}

/** Writes what may change of a node. Throws `chain-refused` when the chain has another of this name. */
export function updateChainNode(tx: WriteTx, node: Omit<ChainNode, 'chainId'>): void {
  once(node.name, () =>
    tx
      .write('UPDATE chain_node SET tier = ?, position = ?, name = ?, standing = ?, note = ? WHERE id = ?')
      .run(node.tier, node.position, node.name, node.standing, node.note, node.id),
  );
}

/** Removes a node with the firms on it; lines of the lists stay without a node. */
export function deleteChainNode(tx: WriteTx, id: number): void {
  tx.write('DELETE FROM chain_firm WHERE node_id = ?').run(id);
  tx.write('UPDATE chain_entry SET node_id = NULL WHERE node_id = ?').run(id);
  tx.write('DELETE FROM chain_node WHERE id = ?').run(id);
}

/** All firms on nodes, in the order in which they were put there. */
export function listChainPlacements(db: ReadDb): readonly ChainPlacement[] {
  return db
    .query<ChainPlacement>(
      'SELECT id, node_id AS nodeId, firm_id AS firmId, role, note FROM chain_firm ORDER BY id',
    )
    .all();
}

/** Puts a firm on a node, or changes what is said of it there. */
export function putChainPlacement(tx: WriteTx, placement: Omit<ChainPlacement, 'id'>): void {
  tx.write(
    `INSERT INTO chain_firm (node_id, firm_id, role, note) VALUES (?, ?, ?, ?)
     ON CONFLICT (node_id, firm_id) DO UPDATE SET role = excluded.role, note = excluded.note`,
  ).run(placement.nodeId, placement.firmId, placement.role, placement.note);
}

/** Takes a firm off a node. */
export function deleteChainPlacement(tx: WriteTx, id: number): void {
  tx.write('DELETE FROM chain_firm WHERE id = ?').run(id);
}

/** All lines of all lists (清单). */
export function listChainEntries(db: ReadDb): readonly ChainEntry[] {
  return db.query<ChainEntry>(`SELECT ${entryColumns} FROM chain_entry ORDER BY chain_id, list, id`).all();
}

/** Adds a line. Throws `chain-refused` when its list has one of this name. */
export function insertChainEntry(tx: WriteTx, entry: Marked<ChainEntry>): void {
  once(entry.name, () =>
    tx
      .write(
        `INSERT INTO chain_entry (chain_id, list, name, node_id, partner, unit, due_on, done_on, note, sample)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        entry.chainId,
        entry.list,
        entry.name,
        entry.nodeId,
        entry.partner,
        entry.unit,
        entry.dueOn,
        entry.doneOn,
        entry.note,
        entry.sample ? 1 : 0,
      ),
  );
}

/** Writes a line that is there. Throws `chain-refused` when its list has another of this name. */
export function updateChainEntry(tx: WriteTx, entry: Omit<ChainEntry, 'chainId' | 'list'>): void {
  once(entry.name, () =>
    tx
      .write(
        `UPDATE chain_entry SET name = ?, node_id = ?, partner = ?, unit = ?, due_on = ?, done_on = ?, note = ?
         WHERE id = ?`,
      )
      .run(
        entry.name,
        entry.nodeId,
        entry.partner,
        entry.unit,
        entry.dueOn,
        entry.doneOn,
        entry.note,
        entry.id,
      ),
  );
}

/** Removes a line. */
export function deleteChainEntry(tx: WriteTx, id: number): void {
  tx.write('DELETE FROM chain_entry WHERE id = ?').run(id);
}

/** Removes the maps of the sample data; a node on which real firms were put stays. */
export function deleteSampleChains(tx: WriteTx): void {
  tx.write('DELETE FROM chain_firm WHERE firm_id IN (SELECT id FROM firm WHERE sample = 1)').run();
  tx.write('DELETE FROM chain_entry WHERE sample = 1').run();
  const empty = 'sample = 1 AND id NOT IN (SELECT node_id FROM chain_firm)';
  tx.write(
    `UPDATE chain_entry SET node_id = NULL WHERE node_id IN (SELECT id FROM chain_node WHERE ${empty})`,
  ).run();
  tx.write(`DELETE FROM chain_node WHERE ${empty}`).run();
}

function once<T>(name: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (brokenConstraint(error) === undefined) throw error;
    throw new AppError('chain-refused', { problem: `已有“${name}”，请换一个名称` });
  }
}
