import { z } from 'zod';
import { job, os, read, write } from '#shared/contract/method.ts';
import { ChangedSchema, NothingSchema, PackIdSchema, TextSchema } from '#shared/contract/values.ts';
import { FileTokenSchema } from './imports.ts';

/** Files of a pack by ticket: all of them, or some that take the place of those in use. */
export const PackTokensSchema = z.array(z.string().min(8).max(80)).min(1).max(5);

const PackFactsSchema = z.strictObject({
  district: z.string(),
  documentTitle: z.string(),
  ruleVersion: z.string(),
});

/** A pack that was read but not put to use, held against the one in use. */
const PackPreviewSchema = z.strictObject({
  /** What is wrong in the files, each with its place and what to write; then there is no pack. */
  problems: z.array(
    z.strictObject({ file: z.string(), line: z.number().int(), message: z.string(), fix: z.string() }),
  ),
  pack: PackFactsSchema.nullable(),
  /** What reads differently; null where it is not there. */
  changes: z.array(
    z.strictObject({
      part: z.string(),
      label: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  /** Why it cannot be put to use in this ledger. */
  obstacles: z.array(z.string()),
});

/** The pack (政策包) of the ledger: where it comes from, and putting another in its place. */
export const packMethods = {
  'packs.choose': os(NothingSchema, z.strictObject({ files: z.array(FileTokenSchema) })),
  /** Saves the files of the pack in use into a folder that a person chooses. */
  'packs.save': os(NothingSchema, z.strictObject({ saved: z.string().nullable() })),
  'packs.current': read(
    NothingSchema,
    z.strictObject({
      id: PackIdSchema,
      ...PackFactsSchema.shape,
      /** Imported into this ledger, not the program's own. */
      imported: z.boolean(),
      programHasOne: z.boolean(),
    }),
  ),
  /** Reads and checks the files, and compares them with what is in use. */
  'packs.preview': job(z.strictObject({ tokens: PackTokensSchema }), PackPreviewSchema),
  /** Puts the files to use in this ledger from now on; decided claims stay as they are. */
  'packs.use': job(z.strictObject({ tokens: PackTokensSchema, reason: TextSchema.min(1) }), ChangedSchema),
  /** Goes back to the pack that comes with the program. */
  'packs.reset': write(z.strictObject({ reason: TextSchema.min(1) }), ChangedSchema),
};
