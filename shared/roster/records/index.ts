import type { Finders } from '../context.ts';
import { type RecordField, recordFieldParts } from '../fields.ts';
import type { RecordKind } from '../kinds.ts';
import { recordKey, yearInHeader } from './aliases.ts';
import type { RecordFieldInfo, RecordRules } from './record.ts';
import { yearRules } from './years.ts';

/** What each kind of record is. A new kind is a file beside this one, a line here, and a store in `electron/data/imports/records`. */
export const recordRules: Readonly<Record<RecordKind, RecordRules>> = {
  years: yearRules,
};

type Book = {
  readonly byName: ReadonlyMap<string, RecordFieldInfo>;
  readonly byAlias: ReadonlyMap<string, Alias>;
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
  const byAlias = new Map<string, Alias>();
  for (const { name, label, aliases } of fields) {
    for (const [rank, alias] of [label, ...aliases].entries()) {
      const { key } = recordKey(alias);
      if (!byAlias.has(key)) byAlias.set(key, { name, rank });
    }
  }
  const book = { byName: new Map(fields.map((field) => [field.name, field])), byAlias };
  known.set(kind, book);
  return book;
}

/** What a header says of a kind of record: its field, how plainly, the unit it names, or a likely field to confirm. */
export type RecordHeader = {
  readonly field: RecordField | null;
  readonly rank: number;
  readonly unit: string | null;
  readonly suggestion: RecordField | null;
};

/** Meaning of a header in a table of a kind. Likeness is only ever a suggestion. */
export function matchRecordHeader(text: string, kind: RecordKind, finders: Finders): RecordHeader {
  const { byAlias } = bookOf(kind, finders);
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
