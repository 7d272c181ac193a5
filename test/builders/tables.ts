import type { TableRow, TableSheet } from '#electron/excel/write/table-sheet.ts';

/** A sheet of one text column named 内容, unless told otherwise. */
export function sheetOf(rows: readonly TableRow[], other: Partial<TableSheet> = {}): TableSheet {
  return {
    name: '名单',
    lines: [],
    columns: [{ label: '内容', kind: 'text', width: 20 }],
    batches: [rows],
    total: null,
    footLines: [],
    frozenColumns: 0,
    filter: false,
    ...other,
  };
}
