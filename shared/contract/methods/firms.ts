import { z } from 'zod';
import { read, write } from '#shared/contract/method.ts';
import {
  ChangedSchema,
  DaySchema,
  FenSchema,
  IdSchema,
  PackIdSchema,
  pageShape,
  TextSchema,
  YearSchema,
} from '#shared/contract/values.ts';
import { firmScales, firmStatuses } from '#shared/domain/firm.ts';
import { evidenceKinds, titleEventKinds } from '#shared/domain/title.ts';
import { AwardItemSchema } from './awards.ts';
import { FirmQuerySchema } from './firm-query.ts';
import { ChangeSetSchema, RowChangeSchema } from './ledger.ts';

/** A title as a chip shows it at the as-of day. */
export const TitleChipSchema = z.strictObject({
  titleId: PackIdSchema,
  label: z.string(),
  /** 有效, 即将到期 (within 180 days), 已失效. */
  state: z.enum(['valid', 'expiring', 'lapsed']),
  from: DaySchema,
  /** Last day of validity; null when open-ended. */
  until: DaySchema.nullable(),
});

/** One firm in the list. Phone numbers are masked. */
export const FirmRowSchema = z.strictObject({
  id: IdSchema,
  code: z.string().nullable(),
  codeState: z.enum(['valid', 'suspicious', 'missing']),
  name: z.string(),
  streetLabel: z.string().nullable(),
  platformLabel: z.string().nullable(),
  chainLabel: z.string().nullable(),
  industry: z.string().nullable(),
  scale: z.enum(firmScales).nullable(),
  status: z.enum(firmStatuses),
  mainProduct: z.string().nullable(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  titles: z.array(TitleChipSchema),
  sample: z.boolean(),
});

/** Which firms: every given condition must hold; lists inside one condition mean "any of". */
export const FirmFilterSchema = z.strictObject({
  text: TextSchema.default(''),
  streetIds: z.array(PackIdSchema).max(100).default([]),
  platformIds: z.array(PackIdSchema).max(100).default([]),
  chainIds: z.array(PackIdSchema).max(100).default([]),
  statuses: z.array(z.enum(firmStatuses)).max(3).default([]),
  /** Firms that hold any of these titles in the way `titleView` says. */
  titleIds: z.array(PackIdSchema).max(20).default([]),
  /** 当前有效 at `asOf`, 累计认定 up to `asOf`, or 当年新增 in the year of `asOf`. */
  titleView: z.enum(['stock', 'cumulative', 'newInYear']).default('stock'),
  asOf: DaySchema,
  /** 高级筛选, beside the other conditions; null when there is none. */
  query: FirmQuerySchema.nullable().default(null),
});

/** Columns the list can be sorted by. */
export const firmSortFields = [
  'name',
  'code',
  'streetId',
  'platformId',
  'chainId',
  'scale',
  'registeredOn',
  'id',
] as const;

/** How a list of firms is sorted. */
export const FirmSortSchema = z
  .strictObject({ field: z.enum(firmSortFields), direction: z.enum(['asc', 'desc']) })
  .default({ field: 'id', direction: 'asc' });

/** The facts of a firm that a person can edit, as the form sends them; absent keys stay as they are. */
export const FirmPatchSchema = z
  .strictObject({
    code: TextSchema.nullable(),
    name: TextSchema,
    streetId: PackIdSchema.nullable(),
    platformId: PackIdSchema.nullable(),
    chainId: PackIdSchema.nullable(),
    industry: TextSchema.nullable(),
    scale: z.enum(firmScales).nullable(),
    aboveScale: z.boolean().nullable(),
    legalForm: TextSchema.nullable(),
    registeredOn: DaySchema.nullable(),
    registeredCapital: FenSchema.min(0).nullable(),
    province: TextSchema.nullable(),
    city: TextSchema.nullable(),
    address: TextSchema.nullable(),
    mainProduct: TextSchema.nullable(),
    businessScope: z.string().max(20000).nullable(),
    legalPerson: TextSchema.nullable(),
    contactName: TextSchema.nullable(),
    contactPhone: TextSchema.nullable(),
    remark: TextSchema.nullable(),
  })
  .partial();

/** One event on the titles time line. */
const TitleEventRowSchema = z.strictObject({
  id: IdSchema,
  titleId: PackIdSchema,
  titleLabel: z.string(),
  kind: z.enum(titleEventKinds),
  kindLabel: z.string(),
  on: DaySchema,
  validUntil: DaySchema.nullable(),
  batch: z.string().nullable(),
  document: z.string().nullable(),
  nameAt: z.string().nullable(),
  evidence: z.enum(evidenceKinds),
  /** Where it came from, such as `白杨街道.xlsx · Sheet1!C7`; null when typed in. */
  source: z.string().nullable(),
});

/** A clause that gives no sum of money (服务保障), held against a firm or one of its projects. */
export const FirmEntitlementSchema = z.strictObject({
  clause: PackIdSchema,
  title: z.string(),
  summary: z.string(),
  reference: z.string(),
  departments: z.array(z.string()),
  /** Money is promised, but the document names no figure. */
  noFigure: z.boolean(),
  /** The project it is about; null when the firm itself. */
  project: z.string().nullable(),
  outcome: z.enum(['entitled', 'notApplicable', 'needsData']),
  explanation: z.array(z.string()),
  /** What the firm hands in. */
  evidence: z.array(z.string()),
});

/** A firm with everything the detail page shows. */
const FirmDetailSchema = z.strictObject({
  row: FirmRowSchema,
  /** Every field as the form needs it; personal data masked unless it is being edited. */
  fields: z.array(
    z.strictObject({
      field: z.string(),
      label: z.string(),
      value: z.string().nullable(),
    }),
  ),
  /** Raw values for the edit form; contact phone stays masked and is only sent back when retyped. */
  form: FirmPatchSchema,
  /** Records that were merged into this one (合并). */
  merged: z.array(z.strictObject({ name: z.string(), code: z.string().nullable(), on: DaySchema })),
  /** 迁入, 迁出, 注销, oldest first. */
  moves: z.array(
    z.strictObject({
      label: z.string(),
      on: DaySchema,
      document: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  formerNames: z.array(z.strictObject({ name: z.string(), until: DaySchema.nullable() })),
  titleEvents: z.array(TitleEventRowSchema),
  awards: z.array(AwardItemSchema),
  entitlements: z.array(FirmEntitlementSchema),
  /** How many 附件 it has. */
  attachments: z.number().int(),
});

/** The registry (企业台账) and title events. */
export const firmMethods = {
  'firms.search': read(
    z.strictObject({
      filter: FirmFilterSchema,
      sort: FirmSortSchema,
      ...pageShape,
    }),
    z.strictObject({ total: z.number().int(), rows: z.array(FirmRowSchema) }),
  ),
  'firms.get': read(z.strictObject({ id: IdSchema, asOf: DaySchema }), FirmDetailSchema),
  /** What change sets did to a firm, newest first. */
  'firms.history': read(
    z.strictObject({ id: IdSchema, ...pageShape }),
    z.strictObject({
      /** Change sets in all. */
      total: z.number().int(),
      entries: z.array(
        z.strictObject({
          changeSet: ChangeSetSchema,
          /** Only those of this firm. */
          rows: z.array(RowChangeSchema),
          /** Whether it reached other firms too, and what it did to this one can be taken back without them. */
          alone: z.boolean(),
        }),
      ),
    }),
  ),
  /** 显示: one personal fact of one firm in clear; who looked at it stands in the audit trail. */
  'firms.reveal': write(
    z.strictObject({ id: IdSchema, what: z.enum(['contactName', 'contactPhone', 'account']) }),
    z.strictObject({ value: z.string() }),
  ),
  'firms.save': write(
    z.strictObject({
      id: IdSchema.nullable(),
      patch: FirmPatchSchema,
      acceptSuspiciousCode: z.boolean().default(false),
      reason: TextSchema,
    }),
    z.strictObject({ changeSetId: IdSchema.nullable(), id: IdSchema }),
  ),
  'titles.record': write(
    z.strictObject({
      firmId: IdSchema,
      titleId: PackIdSchema,
      kind: z.enum(titleEventKinds),
      on: DaySchema,
      validUntil: DaySchema.nullable(),
      batch: TextSchema.nullable(),
      document: TextSchema.nullable(),
      reason: TextSchema,
    }),
    ChangedSchema,
  ),
  'titles.years': read(z.strictObject({}), z.strictObject({ years: z.array(YearSchema) })),
};
