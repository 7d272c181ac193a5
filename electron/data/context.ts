import type { Ledger } from '#electron/db/open.ts';
import type { SettingValue } from '#electron/db/tables/settings.ts';
import type { DataMethodName, OutputOf, ParsedInputOf } from '#shared/contract/api.ts';
import type { EventName, EventOf } from '#shared/contract/events.ts';
import type { Day } from '#shared/domain/day.ts';
import type { Pack } from '#shared/policy/pack.ts';
import type { AttachmentFiles } from './attachments/attachment-files.ts';
import type { BackupFiles } from './backups/backup-files.ts';
import type { DraftFiles } from './imports/draft-files.ts';
import type { DraftStore } from './imports/draft-store.ts';
import type { JobControl } from './job-control.ts';

/** A file that main vouches for: its real place and the name the person saw. */
export type GrantedFile = { readonly path: string; readonly name: string };

/** An open ledger with the pack of its district. */
export type OpenLedger = { readonly ledger: Ledger; readonly pack: Pack };

/** All that a handler may use. */
export type Context = {
  /** The open ledger; throws `no-ledger` while there is none. */
  readonly open: () => OpenLedger;
  /** The open ledger, or nothing before the first start is done. */
  readonly opened: () => OpenLedger | undefined;
  /** Creates the ledger of a district at the path main gave, with the settings it starts with, and opens it. */
  readonly create: (packId: string, settings: Readonly<Record<string, SettingValue>>) => OpenLedger;
  /** Puts a verified copy in the place of the ledger and opens it; `name` is what the audit trail calls it. */
  readonly restore: (path: string, name: string) => OpenLedger;
  readonly backups: BackupFiles;
  /** Contents of attachments beside the ledger. */
  readonly attachments: AttachmentFiles;
  readonly actor: string;
  readonly now: () => Date;
  readonly today: () => Day;
  /** Drafts of imports in memory, and those kept beside the ledger. */
  readonly drafts: DraftStore;
  readonly draftFiles: DraftFiles;
  /** Files named by token in this call. */
  readonly files: Readonly<Record<string, GrantedFile>>;
  readonly emit: <E extends EventName>(event: E, payload: EventOf<E>) => void;
};

/** One handler: a plain function from validated input to output. */
export type Handler<M extends DataMethodName> = (
  context: Context,
  input: ParsedInputOf<M>,
  job: JobControl,
) => OutputOf<M> | Promise<OutputOf<M>>;

/** The handlers of some methods; the whole table must be covered, or it does not compile. */
export type Handlers<M extends DataMethodName> = { readonly [Name in M]: Handler<Name> };
