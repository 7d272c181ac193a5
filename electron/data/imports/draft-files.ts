import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type FirmField, firmFields } from '#shared/domain/firm.ts';
import { importModes, type RowDecision } from '#shared/roster/decide.ts';
import { isRosterField, type RosterField } from '#shared/roster/fields.ts';
import { rosterKinds } from '#shared/roster/kinds.ts';
import type { GrantedFile } from '../context.ts';
import type { ImportDraft, TableWork } from './draft-store.ts';

const DecisionSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('skip') }),
  z.strictObject({
    action: z.literal('firm'),
    firmId: z.number().int(),
    identity: z.enum(['ledger', 'roster']),
  }),
  z.strictObject({ action: z.literal('new') }),
  z.strictObject({ action: z.literal('use') }),
]) satisfies z.ZodType<RowDecision>;

const FieldSchema = z.string().transform((text): RosterField | null => (isRosterField(text) ? text : null));

const WorkSchema = z.strictObject({
  mapping: z
    .strictObject({
      kind: z.enum(rosterKinds),
      byHand: z.boolean(),
      columns: z.array(z.strictObject({ index: z.number().int(), field: FieldSchema.nullable() })),
    })
    .nullable(),
  fixes: z.array(z.tuple([z.string(), z.string()])),
  mode: z.enum(importModes),
  clearBlanks: z.array(z.string()),
  decisions: z.array(z.tuple([z.number().int(), DecisionSchema])),
  confirmed: z.array(z.number().int()),
});

const StoredSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f-]{36}$/),
  at: z.string(),
  kind: z.enum(rosterKinds).nullable(),
  files: z.array(z.string()),
  tables: z.array(WorkSchema),
});

/** A draft as its folder keeps it: copies of the files, and what a person did; everything else is read again. */
export type StoredDraft = {
  readonly id: string;
  readonly at: string;
  readonly kind: z.output<typeof StoredSchema>['kind'];
  readonly files: readonly GrantedFile[];
  readonly work: readonly TableWork[];
};

/** Folders of drafts (导入草稿) beside the ledger, so that a restart loses no decision. */
export type DraftFiles = {
  /** Copies the files of a new draft into its folder and answers the copies. */
  readonly create: (
    id: string,
    files: readonly GrantedFile[],
    kind: StoredDraft['kind'],
    at: Date,
  ) => readonly GrantedFile[];
  /** Keeps what was done so far; nothing when the draft is not kept on disk. */
  readonly save: (draft: ImportDraft) => void;
  readonly load: (id: string) => StoredDraft | undefined;
  /** Drafts that can be gone on with, newest first. */
  readonly list: () => readonly StoredDraft[];
  readonly remove: (id: string) => void;
};

const stateFile = 'draft.json';

/** Opens the folder of drafts; it is made when the first draft is. */
export function openDraftFiles(folder: string): DraftFiles {
  const place = (id: string) => join(folder, id);
  const load = (id: string) => (/^[0-9a-f-]{36}$/.test(id) ? readState(place(id)) : undefined);
  return {
    create: (id, files, kind, at) => {
      mkdirSync(place(id), { recursive: true });
      const copies = files.map(({ path, name }, index) => {
        const copy = join(place(id), `${index}.roster`);
        copyFileSync(path, copy);
        return { path: copy, name };
      });
      writeState(place(id), {
        id,
        at: at.toISOString(),
        kind,
        files: files.map(({ name }) => name),
        tables: [],
      });
      return copies;
    },
    save: (draft) => {
      const stored = load(draft.id);
      if (stored === undefined) return;
      const { id, at, kind, files } = stored;
      const tables = draft.tables.map(({ work }) => storedWork(work));
      writeState(place(id), { id, at, kind, files: files.map(({ name }) => name), tables });
    },
    load,
    list: () =>
      (existsSync(folder) ? readdirSync(folder) : [])
        .flatMap((name) => load(name) ?? [])
        .sort((a, b) => (a.at < b.at ? 1 : -1)),
    remove: (id) => {
      if (load(id) !== undefined) rmSync(place(id), { recursive: true, force: true });
    },
  };
}

function writeState(folder: string, state: z.input<typeof StoredSchema>): void {
  const file = join(folder, stateFile);
  writeFileSync(`${file}.partial`, JSON.stringify(state));
  renameSync(`${file}.partial`, file);
}

/** What a folder keeps; nothing when it is no draft (left half made by a crash, or put there by someone). */
function readState(folder: string): StoredDraft | undefined {
  const file = join(folder, stateFile);
  if (!existsSync(file)) return undefined;
  const parsed = StoredSchema.safeParse(parseJson(readFileSync(file, 'utf8')));
  if (!parsed.success) return undefined;
  const { id, at, kind, files, tables } = parsed.data;
  return {
    id,
    at,
    kind,
    files: files.map((name, index) => ({ path: join(folder, `${index}.roster`), name })),
    work: tables.map(readWork),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the schema refuses it like any other state that is no draft.
    return undefined;
  }
}

function storedWork({ mapping, fixes, decisions, confirmed }: TableWork): z.input<typeof WorkSchema> {
  return {
    mapping: mapping === null ? null : { ...mapping, columns: [...mapping.columns] },
    fixes: [...fixes],
    mode: decisions.mode,
    clearBlanks: [...decisions.clearBlanks],
    decisions: [...decisions.rows],
    confirmed: [...confirmed],
  };
}

function readWork(stored: z.output<typeof WorkSchema>): TableWork {
  const clearBlanks = stored.clearBlanks.filter(isFirmField);
  return {
    mapping: stored.mapping,
    fixes: new Map(stored.fixes),
    decisions: { mode: stored.mode, clearBlanks: new Set(clearBlanks), rows: new Map(stored.decisions) },
    confirmed: new Set(stored.confirmed),
  };
}

function isFirmField(text: string): text is FirmField {
  return firmFields.some((field) => field === text);
}
