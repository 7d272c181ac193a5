import type { Finders } from '../context.ts';
import { type RecordField, recordFieldParts } from '../fields.ts';
import type { Heading } from '../heading.ts';
import type { RecordKind } from '../kinds.ts';
import { recordKey, yearInHeader } from './aliases.ts';
import { assessmentRules } from './assessments.ts';
import { decisionRules } from './decisions.ts';
import { paymentRules } from './payments.ts';
import { poolRules } from './pools.ts';
import { projectRules } from './projects.ts';
import type { RecordFieldInfo, RecordForm, RecordRules } from './record.ts';
import { visitRules } from './visits.ts';
import { yearRules } from './years.ts';

/** What each kind of record is. A new kind is a file beside this one, a line here, and a store in `electron/data/imports/records`. */
export const recordRules: Readonly<Record<RecordKind, RecordRules>> = {
  payments: paymentRules,
  decisions: decisionRules,
  pools: poolRules,
  projects: projectRules,
  years: yearRules,
  visits: visitRules,
  assessments: assessmentRules,
};

type Book = {
  readonly byName: ReadonlyMap<string, RecordFieldInfo>;
  readonly byAlias: ReadonlyMap<string, Alias>;
  /** The words of one form come before those of the kind. */
  readonly byForm: ReadonlyMap<string, ReadonlyMap<string, Alias>>;
};
type Alias = { readonly name: string; readonly rank: number };

const books = new WeakMap<Finders, Map<RecordKind, Book>>();

/** The fields of a kind in a district, by name; made once. */
export function recordFields(kind: RecordKind, finders: Finders): ReadonlyMap<string, RecordFieldInfo> {
  return bookOf(kind, finders).byName;
}

function bookOf(kind: RecordKind, finders: Finders): Book {
  const known = books.get(finders) ?? new Map<RecordKind, Book>();
  books.set(finders, known);
  const ready = known.get(kind);
  if (ready !== undefined) return ready;
  const fields = recordRules[kind].fields(finders);
  const forms = recordRules[kind].forms?.(finders) ?? [];
  const book = {
    byName: new Map(fields.map((field) => [field.name, field])),
    byAlias: aliasesOf(fields),
    byForm: new Map(forms.map((form) => [form.id, aliasesOf([...form.fields, ...fields])])),
  };
  known.set(kind, book);
  return book;
}

function aliasesOf(fields: readonly RecordFieldInfo[]): ReadonlyMap<string, Alias> {
  const byAlias = new Map<string, Alias>();
  for (const { name, label, aliases } of fields) {
    for (const [rank, alias] of [label, ...aliases].entries()) {
      const { key } = recordKey(alias);
      if (!byAlias.has(key)) byAlias.set(key, { name, rank });
    }
  }
  return byAlias;
}

/** The forms of a kind in a district; a kind with one form has it without a name. */
export function recordForms(
  kind: RecordKind,
  finders: Finders,
): readonly (Omit<RecordForm, 'id' | 'label'> & {
  readonly id: string | null;
  readonly label: string | null;
})[] {
  const { forms, fields } = recordRules[kind];
  return forms === undefined ? [{ id: null, label: null, fields: fields(finders) }] : forms(finders);
}

/** Which form of a kind the lines above a table speak of. */
export function recordVariant(kind: RecordKind, heading: Heading, finders: Finders): string | null {
  return recordRules[kind].variant?.(heading, finders) ?? null;
}

/** What a header says of a kind of record: its field, how plainly, the unit it names, or a likely field to confirm. */
export type RecordHeader = {
  readonly field: RecordField | null;
  readonly rank: number;
  readonly unit: string | null;
  readonly suggestion: RecordField | null;
};

/**
 * Meaning of a header in a table of a kind. Likeness is only ever a suggestion.
 * @param variant form of the kind that the table is, whose words count first
 */
export function matchRecordHeader(
  text: string,
  kind: RecordKind,
  finders: Finders,
  variant: string | null,
): RecordHeader {
  const book = bookOf(kind, finders);
  const byAlias = (variant === null ? undefined : book.byForm.get(variant)) ?? book.byAlias;
  const { year, rest } = kind === 'years' ? yearInHeader(text) : { year: null, rest: text };
  const { key, unit } = recordKey(rest);
  const nothing = { field: null, rank: -1, unit, suggestion: null };
  if (key === '' || text.length > 60) return nothing;
  const fieldOf = (name: string): RecordField =>
    year === null ? `record.${name}` : `record.${name}@${year}`;
  const found = byAlias.get(key);
  if (found !== undefined) return { ...nothing, field: fieldOf(found.name), rank: found.rank };
  const alike = [...byAlias].find(
    ([alias]) => alias.length >= 2 && key.length >= 2 && (key.includes(alias) || alias.includes(key)),
  );
  return alike === undefined ? nothing : { ...nothing, suggestion: fieldOf(alike[1].name) };
}

/** Label of a record's field, with the year that its header names: 2023年营业收入. */
export function recordFieldLabel(field: RecordField, kind: RecordKind, finders: Finders): string {
  const { name, year } = recordFieldParts(field);
  const label = recordFields(kind, finders).get(name)?.label ?? name;
  return year === null ? label : `${year}年${label}`;
}

/** Whether a kind of record has a field in this district. */
export function hasRecordField(field: RecordField, kind: RecordKind, finders: Finders): boolean {
  return recordFields(kind, finders).has(recordFieldParts(field).name);
}
