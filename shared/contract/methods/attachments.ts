import { z } from 'zod';
import { job, os, read, write } from '#shared/contract/method.ts';
import { ChangedSchema, DaySchema, IdSchema, NothingSchema } from '#shared/contract/values.ts';
import { attachmentKinds, attachmentsAtOnce } from '#shared/domain/attachment.ts';
import { FileTokenSchema } from './imports.ts';

const OwnerSchema = z.strictObject({ kind: z.enum(['firm', 'task-note']), id: IdSchema });
const WhichSchema = z.strictObject({ id: IdSchema });

/** 附件 of firms and of entries of progress. */
export const attachmentMethods = {
  'attachments.list': read(
    z.strictObject({ owner: OwnerSchema }),
    z.strictObject({
      rows: z.array(
        z.strictObject({
          id: IdSchema,
          name: z.string(),
          kind: z.enum(attachmentKinds),
          bytes: z.number().int(),
          addedOn: DaySchema,
          note: z.string().nullable(),
        }),
      ),
    }),
  ),
  'attachments.choose': os(NothingSchema, z.strictObject({ files: z.array(FileTokenSchema) })),
  /** Copies files beside the ledger and attaches them; one whose content the owner has already is left out and named. */
  'attachments.add': job(
    z.strictObject({
      tokens: z.array(z.string().min(8).max(80)).min(1).max(attachmentsAtOnce),
      owner: OwnerSchema,
    }),
    z.strictObject({
      owner: OwnerSchema,
      changeSetId: IdSchema.nullable(),
      added: z.number().int(),
      known: z.array(z.string()),
    }),
  ),
  /** Its name (the ending stays), kind and note. */
  'attachments.save': write(
    z.strictObject({
      id: IdSchema,
      name: z.string().trim().min(1).max(150),
      kind: z.enum(attachmentKinds),
      note: z.string().trim().min(1).max(500).nullable(),
    }),
    ChangedSchema,
  ),
  'attachments.remove': write(WhichSchema, ChangedSchema),
  /** Opens a copy with the program the system has for it; that it was looked at stands in the audit trail. */
  'attachments.open': os(WhichSchema, NothingSchema),
  /** Writes a copy to a place chosen in the dialog; answers its name, or null when the person cancels. */
  'attachments.saveAs': os(WhichSchema, z.strictObject({ saved: z.string().nullable() })),
} as const;
