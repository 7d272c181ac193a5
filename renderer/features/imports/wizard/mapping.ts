import type { DraftTable } from '../outcomes.ts';

/** A column of a table as the mapping step shows it. */
export type Column = DraftTable['columns'][number];
/** Which column feeds which field; null is 不导入. */
export type Mapping = readonly { readonly index: number; readonly field: string | null }[];

/** The mapping a table has now. */
export function mappingOf(columns: readonly Column[]): Mapping {
  return columns.map(({ index, field }) => ({ index, field }));
}

/** Gives a column to a field. A field is fed by one column only, so another column that had it lets it go. */
export function assign(mapping: Mapping, index: number, field: string | null): Mapping {
  return mapping.map((entry) => {
    if (entry.index === index) return { index, field };
    return field !== null && entry.field === field ? { index: entry.index, field: null } : entry;
  });
}

/** Columns whose suggestion can be accepted: not mapped yet and the field still free. */
export function openSuggestions(columns: readonly Column[], mapping: Mapping): readonly Column[] {
  const taken = new Set(mapping.map((entry) => entry.field));
  const fieldOf = new Map(mapping.map((entry) => [entry.index, entry.field]));
  return columns.filter(
    (column) =>
      column.suggestion !== null && fieldOf.get(column.index) === null && !taken.has(column.suggestion),
  );
}

/** Accepts every open suggestion; of two columns with the same suggestion the first one gets it. */
export function acceptAll(columns: readonly Column[], mapping: Mapping): Mapping {
  return openSuggestions(columns, mapping).reduce((current, column) => {
    const free = !current.some((entry) => entry.field === column.suggestion);
    return free ? assign(current, column.index, column.suggestion) : current;
  }, mapping);
}

/** Whether two mappings say the same. */
export function sameMapping(a: Mapping, b: Mapping): boolean {
  const fields = new Map(b.map((entry) => [entry.index, entry.field]));
  return a.length === b.length && a.every((entry) => fields.get(entry.index) === entry.field);
}
