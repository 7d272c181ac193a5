import { randomUUID } from 'node:crypto';
import type { ErrorCode } from '#shared/contract/errors.ts';
import type { CheckedRow } from '#shared/roster/check-rows.ts';
import type { ComparedRow } from '#shared/roster/compare-rows.ts';
import type { TableDecisions } from '#shared/roster/decide.ts';
import type { RosterField } from '#shared/roster/fields.ts';
import type { RosterTable } from '#shared/roster/find-tables.ts';
import type { Sheet } from '#shared/roster/grid.ts';
import type { RosterKind } from '#shared/roster/kinds.ts';

/** Which column a person (or a remembered layout) gave to which field, and for which kind of roster. */
export type ChosenMapping = {
  readonly kind: RosterKind;
  readonly columns: readonly { readonly index: number; readonly field: RosterField | null }[];
  /** Whether a person chose it in this draft, so that it is worth remembering. */
  readonly byHand: boolean;
};

/** What a person did to one table, enough to do it again after a restart. */
export type TableWork = {
  readonly mapping: ChosenMapping | null;
  /** Cells corrected in place, by address such as `C7`. */
  readonly fixes: ReadonlyMap<string, string>;
  readonly decisions: TableDecisions;
  /** Rows whose warning was confirmed. */
  readonly confirmed: ReadonlySet<number>;
};

/** One table of a draft: what was found, what its rows would do, what a person decided. */
export type DraftTable = {
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
  readonly format: string;
  readonly sheet: Sheet;
  /** As found, before mapping and fixes. */
  readonly found: RosterTable;
  readonly table: RosterTable;
  readonly checked: readonly CheckedRow[];
  readonly rows: readonly ComparedRow[];
  readonly work: TableWork;
};

/** A file that could not be read, with the reason. */
export type DraftFailure = {
  readonly fileName: string;
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
};

/** A sheet that was not read, with the reason; a sheet is never lost without a word. */
export type LeftOutSheet = { readonly fileName: string; readonly sheet: string; readonly reason: string };

/** Rosters read and compared, with nothing written. */
export type ImportDraft = {
  readonly id: string;
  readonly tables: readonly DraftTable[];
  readonly failures: readonly DraftFailure[];
  readonly leftOut: readonly LeftOutSheet[];
  /** Newest change set when the rows were compared; a later one makes the comparison outdated. */
  readonly comparedAt: number;
  readonly committed: boolean;
};

/** The drafts in memory; the oldest goes when there are too many. */
export type DraftStore = {
  readonly get: (id: string) => ImportDraft | undefined;
  readonly put: (draft: ImportDraft) => ImportDraft;
  readonly remove: (id: string) => void;
  /** Forgets all of them: they were compared with a ledger that is gone. */
  readonly clear: () => void;
};

/** Drafts kept at once; each can hold a whole workbook in memory. */
const draftsKept = 3;

/** Makes an empty store. */
export function createDraftStore(): DraftStore {
  const drafts = new Map<string, ImportDraft>();
  return {
    get: (id) => drafts.get(id),
    put: (draft) => {
      drafts.delete(draft.id);
      drafts.set(draft.id, draft);
      const oldest = drafts.size > draftsKept ? drafts.keys().next().value : undefined;
      if (oldest !== undefined) drafts.delete(oldest);
      return draft;
    },
    remove: (id) => void drafts.delete(id),
    clear: () => drafts.clear(),
  };
}

/** A new draft's id. */
export function newDraftId(): string {
  return randomUUID();
}
