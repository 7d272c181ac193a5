import { randomUUID } from 'node:crypto';
import type { ErrorCode } from '#shared/contract/errors.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { ComparedRow } from '#shared/roster/compare-rows.ts';
import type { RosterTable } from '#shared/roster/find-table.ts';
import type { Sheet } from '#shared/roster/grid.ts';

/** One table of a draft: what was found, what its rows would do, which warnings a person confirmed. */
export type DraftTable = {
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
  readonly format: string;
  readonly sheet: Sheet;
  readonly table: RosterTable;
  readonly rows: readonly ComparedRow[];
  readonly confirmed: ReadonlySet<number>;
};

/** A file that could not be read, with the reason. */
export type DraftFailure = {
  readonly fileName: string;
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
};

/** Rosters read and compared, with nothing written. */
export type ImportDraft = {
  readonly id: string;
  readonly tables: readonly DraftTable[];
  readonly failures: readonly DraftFailure[];
  /** Newest change set when the rows were compared; a later one makes the comparison outdated. */
  readonly comparedAt: number;
  readonly committed: boolean;
};

/** The drafts of this run of the program; the oldest goes when there are too many. */
export type DraftStore = {
  readonly add: (draft: Omit<ImportDraft, 'id'>) => ImportDraft;
  /** Throws `draft-missing`. */
  readonly get: (id: string) => ImportDraft;
  readonly put: (draft: ImportDraft) => ImportDraft;
  readonly remove: (id: string) => void;
};

/** Drafts kept at once; each can hold a whole workbook in memory. */
const draftsKept = 5;

/** Makes an empty store. */
export function createDraftStore(): DraftStore {
  const drafts = new Map<string, ImportDraft>();
  return {
    add: (draft) => {
      const oldest = drafts.size >= draftsKept ? drafts.keys().next().value : undefined;
      if (oldest !== undefined) drafts.delete(oldest);
      const added = { ...draft, id: randomUUID() };
      drafts.set(added.id, added);
      return added;
    },
    get: (id) => {
      const draft = drafts.get(id);
      if (draft === undefined) throw new AppError('draft-missing');
      return draft;
    },
    put: (draft) => {
      drafts.set(draft.id, draft);
      return draft;
    },
    remove: (id) => void drafts.delete(id),
  };
}
