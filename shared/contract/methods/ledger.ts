import { z } from 'zod';
import { job, read, write } from '#shared/contract/method.ts';
import {
  ChangedSchema,
  DaySchema,
  IdSchema,
  NothingSchema,
  PackIdSchema,
  pageShape,
  TextSchema,
  YearSchema,
} from '#shared/contract/values.ts';

import { PackTokensSchema } from './packs.ts';

/** A choice of the pack with its Chinese label, for filters and forms. */
const ChoiceSchema = z.strictObject({
  id: PackIdSchema,
  label: z.string(),
});

/** What every page needs to know of the open district. */
export const DistrictSchema = z.strictObject({
  packId: PackIdSchema,
  /** Name of the district, 钱塘区. */
  districtName: z.string(),
  /** Title of the policy document and its rule version, as printed on papers. */
  documentTitle: z.string(),
  ruleVersion: z.string(),
  /** 起始日: the day a document with a blank date starts; null while 待定 or when the document states it itself. */
  policyStart: DaySchema.nullable(),
  /** Whether the bureau still has to fill in the start day. */
  policyStartPending: z.boolean(),
  streets: z.array(ChoiceSchema),
  platforms: z.array(ChoiceSchema),
  chains: z.array(ChoiceSchema),
  titles: z.array(ChoiceSchema),
  /** Cultivation pools; their ids can stand where a title id filters firms. */
  pools: z.array(ChoiceSchema),
  /** Years that targets or awards exist for, ascending. */
  years: z.array(YearSchema),
  firmCount: z.number().int(),
  /** Number of firms that are 示例数据. */
  sampleCount: z.number().int(),
});

/** State of the ledger file: none yet (first start), open, or failed with the reason. */
const LedgerStateSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('none'), packs: z.array(ChoiceSchema) }),
  z.strictObject({
    state: z.literal('open'),
    district: DistrictSchema,
    today: DaySchema,
  }),
]);

/** One change set (变更集) in the history. */
export const ChangeSetSchema = z.strictObject({
  id: IdSchema,
  /** Moment, ISO 8601 UTC. */
  at: z.string(),
  actor: z.string(),
  kind: z.string(),
  /** Chinese word for the kind. */
  kindLabel: z.string(),
  reason: z.string(),
  changeCount: z.number().int(),
  undoesId: IdSchema.nullable(),
  undoneById: IdSchema.nullable(),
});

/** The change of one row inside a change set, with only the columns that differ. */
export const RowChangeSchema = z.strictObject({
  changeSetId: IdSchema,
  at: z.string(),
  actor: z.string(),
  kindLabel: z.string(),
  reason: z.string(),
  table: z.string(),
  tableLabel: z.string(),
  rowId: IdSchema,
  operation: z.enum(['insert', 'update', 'delete']),
  fields: z.array(
    z.strictObject({
      label: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
});

/** Opening a ledger, its settings, sample data, history and undo. */
export const ledgerMethods = {
  'ledger.state': read(NothingSchema, LedgerStateSchema),
  /** Of a district that the program knows, or of one whose pack comes in four files. */
  'ledger.create': write(
    z.union([z.strictObject({ packId: PackIdSchema }), z.strictObject({ tokens: PackTokensSchema })]),
    NothingSchema,
  ),
  'ledger.verify': job(
    NothingSchema,
    z.strictObject({
      ok: z.boolean(),
      changeSets: z.number().int(),
      problems: z.array(z.string()),
    }),
  ),
  'settings.setPolicyStart': write(
    z.strictObject({ day: DaySchema.nullable(), reason: TextSchema }),
    ChangedSchema,
  ),
  'demo.load': job(NothingSchema, z.strictObject({ changeSetId: IdSchema, firms: z.number().int() })),
  'demo.remove': write(
    NothingSchema,
    z.strictObject({
      changeSetId: IdSchema.nullable(),
      firms: z.number().int(),
    }),
  ),
  'changes.list': read(
    z.strictObject({ ...pageShape }),
    z.strictObject({ total: z.number().int(), rows: z.array(ChangeSetSchema) }),
  ),
  'changes.get': read(
    z.strictObject({ id: IdSchema, ...pageShape }),
    z.strictObject({
      changeSet: ChangeSetSchema,
      total: z.number().int(),
      rows: z.array(RowChangeSchema),
    }),
  ),
  /** Takes back a whole change set, or only what it did to one firm. */
  'changes.undo': write(
    z.strictObject({ id: IdSchema, firmId: IdSchema.nullable().default(null), reason: TextSchema }),
    ChangedSchema,
  ),
};
