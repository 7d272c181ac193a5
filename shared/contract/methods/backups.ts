import { z } from 'zod';
import { job, os, read } from '#shared/contract/method.ts';
import { NothingSchema } from '#shared/contract/values.ts';
import { FileTokenSchema } from './imports.ts';

/** Why a copy of the ledger was made: 每日自动, 手工, 大批导入前, 恢复前, 升级前. */
export const backupKinds = ['daily', 'manual', 'import', 'restore', 'upgrade'] as const;

/** A verified copy (备份) of the ledger. */
const BackupSchema = z.strictObject({
  name: z.string(),
  kind: z.enum(backupKinds),
  /** Chinese word for the kind. */
  kindLabel: z.string(),
  /** Local time, `YYYY-MM-DDTHH:MM:SS`. */
  at: z.string(),
  bytes: z.number().int(),
});

/** Copies of the ledger and going back to one. */
export const backupMethods = {
  /** Answers also when the ledger itself cannot be opened. */
  'backups.list': read(
    NothingSchema,
    z.strictObject({
      backups: z.array(BackupSchema),
      /** Whole days since the newest copy; null when there is none. */
      daysSince: z.number().int().nullable(),
      /** Why today's copy could not be made, in words; null when nothing failed. */
      dailyFailure: z.string().nullable(),
    }),
  ),
  'backups.make': job(NothingSchema, BackupSchema),
  /** Goes back to a listed copy. */
  'backups.restore': job(z.strictObject({ name: z.string().min(1).max(200) }), NothingSchema),
  /** Goes back to a copy that the person chose in the dialog. */
  'backups.restoreFile': job(
    z.strictObject({ tokens: z.array(z.string().min(8).max(80)).length(1) }),
    NothingSchema,
  ),
  'backups.choose': os(NothingSchema, z.strictObject({ files: z.array(FileTokenSchema).max(1) })),
  /** Writes a copy to a place chosen in the dialog; answers its name, or null when the person cancels. */
  'backups.saveCopy': os(NothingSchema, z.strictObject({ saved: z.string().nullable() })),
} as const;
