import { z } from 'zod';
import { read, write } from '#shared/contract/method.ts';
import {
  ChangedSchema,
  DaySchema,
  IdSchema,
  PackIdSchema,
  pageShape,
  TextSchema,
} from '#shared/contract/values.ts';
import { chainLists, chainRoles, chainTiers, nodeStandings, nodeStates } from '#shared/domain/chain.ts';

const Name = z.string().trim().min(1).max(60);
const Words = z.string().trim().min(1).max(200).nullable();
const Note = z.string().trim().min(1).max(2000).nullable();
const Role = z.enum(chainRoles).nullable();

const figuresShape = {
  nodes: z.number().int(),
  missing: z.number().int(),
  weak: z.number().int(),
  firms: z.number().int(),
  titled: z.number().int(),
  leaders: z.number().int(),
};

const ChainHeadSchema = z.strictObject({
  chainId: PackIdSchema,
  label: z.string(),
  /** 主导产业 or 未来产业. */
  kind: z.enum(['leading', 'future']),
  ...figuresShape,
  /** Active firms whose 产业链 is this one and that stand on none of its nodes. */
  unplaced: z.number().int(),
});

const MapFirmSchema = z.strictObject({
  placementId: IdSchema,
  firmId: IdSchema,
  firm: z.string(),
  role: Role,
  note: z.string().nullable(),
  titles: z.array(z.string()),
  product: z.string().nullable(),
});

const MapNodeSchema = z.strictObject({
  id: IdSchema,
  tier: z.enum(chainTiers),
  name: z.string(),
  standing: z.enum(nodeStandings).nullable(),
  note: z.string().nullable(),
  state: z.enum(nodeStates),
  firms: z.array(MapFirmSchema),
  /** Firms on it that moved away or closed: they do not count. */
  gone: z.array(MapFirmSchema.pick({ placementId: true, firmId: true, firm: true })),
});

const entryShape = {
  name: Name,
  nodeId: IdSchema.nullable(),
  partner: Words,
  unit: Words,
  dueOn: DaySchema.nullable(),
  doneOn: DaySchema.nullable(),
  note: Note,
};

/** Maps of the industry chains (产业链图谱) with their lists. */
export const chainMethods = {
  /** Every chain of the pack with what its map holds. */
  'chains.list': read(
    z.strictObject({ asOf: DaySchema }),
    z.strictObject({ chains: z.array(ChainHeadSchema) }),
  ),
  /** One map with its lists. */
  'chains.map': read(
    z.strictObject({ chainId: PackIdSchema, asOf: DaySchema }),
    z.strictObject({
      chain: ChainHeadSchema,
      nodes: z.array(MapNodeSchema),
      entries: z.array(
        z.strictObject({
          id: IdSchema,
          list: z.enum(chainLists),
          ...entryShape,
          nodeName: z.string().nullable(),
          overdue: z.boolean(),
        }),
      ),
    }),
  ),
  /** Active firms that may be put on a node: those of the chain that stand on no node, or all. */
  'chains.candidates': read(
    z.strictObject({
      chainId: PackIdSchema,
      asOf: DaySchema,
      unplaced: z.boolean(),
      text: TextSchema.default(''),
      ...pageShape,
    }),
    z.strictObject({
      total: z.number().int(),
      rows: z.array(
        z.strictObject({
          firmId: IdSchema,
          firm: z.string(),
          titles: z.array(z.string()),
          product: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** Adds a node at the end of its part, or changes one. */
  'chains.saveNode': write(
    z.strictObject({
      id: IdSchema.nullable(),
      chainId: PackIdSchema,
      tier: z.enum(chainTiers),
      name: Name,
      standing: z.enum(nodeStandings).nullable(),
      note: Note,
    }),
    ChangedSchema,
  ),
  /** Puts a node before another of its chain, or at the end of a part. */
  'chains.moveNode': write(
    z.strictObject({ id: IdSchema, tier: z.enum(chainTiers), beforeId: IdSchema.nullable() }),
    ChangedSchema,
  ),
  /** Removes a node; the firms on it stay in the ledger. */
  'chains.removeNode': write(z.strictObject({ id: IdSchema }), ChangedSchema),
  /** Puts firms on a node in one role; firms that stand there get the role. */
  'chains.place': write(
    z.strictObject({
      nodeId: IdSchema,
      firmIds: z.array(IdSchema).min(1).max(5000),
      role: Role,
      note: Note,
    }),
    ChangedSchema,
  ),
  /** Takes firms off the nodes they stand on. */
  'chains.takeOff': write(
    z.strictObject({ placementIds: z.array(IdSchema).min(1).max(5000) }),
    ChangedSchema,
  ),
  /** Adds a line to a list of a chain, or changes one. */
  'chains.saveEntry': write(
    z.strictObject({
      id: IdSchema.nullable(),
      chainId: PackIdSchema,
      list: z.enum(chainLists),
      ...entryShape,
    }),
    ChangedSchema,
  ),
  /** Removes a line of a list. */
  'chains.removeEntry': write(z.strictObject({ id: IdSchema }), ChangedSchema),
};
