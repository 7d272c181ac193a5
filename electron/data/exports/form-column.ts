import type { ColumnKind, SheetColumn } from '#electron/excel/write/table-sheet.ts';
import type { TemplateColumn } from '#shared/roster/template.ts';
import type { ChoiceLists } from './template-choices.ts';

/**
 * A column of a form as a sheet writes it.
 * @param rangeOf where its drop-down finds the answers; a list that is only read has none, and no * for what is required
 */
export function formColumn(
  { header, width, required, cells, choices }: TemplateColumn,
  rangeOf?: ChoiceLists['rangeOf'],
): SheetColumn {
  const range = choices === null ? undefined : rangeOf?.(choices);
  const kind: ColumnKind = cells === 'money' ? 'wan' : cells;
  const label = required && rangeOf !== undefined ? `${header}*` : header;
  return { label, kind, width, ...(range === undefined ? {} : { choices: range }) };
}

/** A name that a sheet can have. */
export function sheetName(label: string): string {
  return label.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
}
